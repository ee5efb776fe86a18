import { isRecord } from "../../../lib/is-record.ts";
import { toSlug } from "../../../lib/slug.ts";
import { findDataFile, readDataFile } from "../folder/read-data-file.ts";
import type { SiteFolder } from "../folder/site-folder.ts";
import { readText } from "../front/front-values.ts";
import type { PlannedEntry } from "../plan/planned-entry.ts";
import type { SourceText } from "../survey/source-text.ts";

type AuthorEntry = { readonly name: string; readonly bio?: string; readonly url?: string };

/** Those authors of `_data/authors.yml` who wrote something; nobody's e-mail address. */
export function toAuthors(
  folder: SiteFolder,
  entries: readonly PlannedEntry[],
  siteAuthor: string | undefined,
): Record<string, AuthorEntry> {
  const file = findDataFile(folder, ["_data/authors", "src/_data/authors", "data/authors"]);
  const known = file === undefined ? {} : readDataFile(folder, file).data;
  const used = new Set([...entries.flatMap(({ values }) => values.authors ?? []), siteAuthor ?? ""]);
  return Object.fromEntries(
    Object.entries(known)
      .flatMap(([key, value]): [string, AuthorEntry][] => {
        const name = isRecord(value) ? (readText(value.name) ?? readText(value.display_name)) : undefined;
        if (!isRecord(value) || name === undefined || !used.has(key)) return [];
        const bio = readText(value.bio) ?? readText(value.description);
        const address = ["url", "uri", "website", "web", "site"]
          .map((field) => readText(value[field]))
          .find((text) => /^https?:\/\//.test(text ?? ""));
        return [[key, { name, ...(bio !== undefined && { bio }), ...(address !== undefined && { url: address }) }]];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

type TermEntry = { readonly description: string };

/** What Hugo's pages of terms say of them: `content/tags/tea/_index.md`. */
export function toTerms(
  texts: readonly SourceText[],
  entries: readonly PlannedEntry[],
): Record<string, Record<string, TermEntry>> {
  const terms: Record<string, Record<string, TermEntry>> = {};
  for (const kind of ["categories", "tags"] as const) {
    const names = new Map(entries.flatMap(({ values }) => values[kind] ?? []).map((name) => [toSlug(name), name]));
    for (const { place, kind: type, data, status } of texts) {
      const [, slug] = new RegExp(`^${kind}/([^/]+)$`).exec(place.stem) ?? [];
      const name =
        slug === undefined ? undefined : (names.get(toSlug(slug)) ?? names.get(toSlug(readText(data.title) ?? "")));
      const description = readText(data.description);
      if (type !== "section" || status !== "publish" || name === undefined || description === undefined) continue;
      terms[kind] = { ...terms[kind], [name]: { description } };
    }
  }
  return terms;
}
