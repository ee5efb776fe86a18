import { assignSlugs } from "../../../content/term-slugs.ts";
import { asPermalink, toOutputPath } from "../../../lib/permalink.ts";
import type { UrlRow } from "../../import-source.ts";
import type { OpenSite } from "../generator.ts";
import { foldAddress, toAnswer, toOldPath } from "../plan/old-path.ts";
import type { PlannedEntry } from "../plan/planned-entry.ts";

export type RedirectsPlan = { readonly redirects: Readonly<Record<string, string>>; readonly urls: readonly UrlRow[] };

type Input = {
  readonly site: OpenSite;
  readonly entries: readonly PlannedEntry[];
  /** Old addresses of lists that are texts of the old site: sections, pages of lists. */
  readonly lists: readonly string[];
};

/** Lists and feeds of the old blog, as far as its generator made them by itself. */
export function planRedirects({ site, entries, lists }: Input): RedirectsPlan {
  const taken = new Set(
    entries
      .flatMap(({ url, values }) => [url, ...(values.aliases ?? []).map((alias) => asPermalink(alias))])
      .map(toAnswer),
  );
  const rows = new Map<string, UrlRow>();
  const add = (from: string, to: string): void => {
    const path = toOldPath(from);
    if (path === undefined || rows.has(path) || taken.has(toAnswer(path))) return;
    rows.set(
      path,
      foldAddress(path) === foldAddress(to)
        ? { from: path, outcome: "same", to }
        : { from: path, outcome: "redirect", to },
    );
  };
  for (const { from, to } of termRedirects(site, entries)) add(from, to);
  for (const { from, to } of site.lists) add(from, to);
  for (const path of lists) add(path, ownLists.get(foldAddress(path).replace(/\.html?$/i, "")) ?? "/archive/");
  const urls = [...rows.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
  const redirects: Record<string, string> = {};
  for (const row of withoutFolders(urls)) if (row.outcome === "redirect") redirects[row.from] = row.to;
  return { redirects, urls };
}

const ownLists = new Map([
  ["/", "/"],
  ["/tags", "/tags/"],
  ["/categories", "/categories/"],
  ["/archive", "/archive/"],
  ["/authors", "/authors/"],
  ["/search", "/search/"],
  ["/404", "/404.html"],
]);

/** On a disk, nothing lies below a file. */
function withoutFolders(rows: readonly UrlRow[]): UrlRow[] {
  const files = new Set(rows.map(({ from }) => toAnswer(asPermalink(from))));
  return rows.filter(({ from }) => {
    const steps = toAnswer(asPermalink(from)).split("/").slice(0, -1);
    return !steps.some((_, index) => files.has(steps.slice(0, index + 1).join("/")));
  });
}

function termRedirects(site: OpenSite, entries: readonly PlannedEntry[]): { from: string; to: string }[] {
  const { termPathOf } = site;
  if (!termPathOf) return [];
  const published = entries.filter(({ kind, source }) => kind === "post" && source.status === "publish");
  return (["categories", "tags"] as const).flatMap((kind) => {
    const names = [...new Set(published.flatMap(({ values }) => values[kind] ?? []))].filter(
      (name) => kind === "tags" || !name.includes("/"),
    );
    const slugs = assignSlugs(names);
    const own = new Set(slugs.map(({ slug }) => toOutputPath(asPermalink(`/${kind}/${slug}/`))));
    return slugs.flatMap(({ name, slug }) => {
      const from = termPathOf(kind, name);
      const isOther = own.has(toAnswer(asPermalink(from))) && foldAddress(from) !== `/${kind}/${slug}`;
      return isOther ? [] : [{ from, to: `/${kind}/${slug}/` }];
    });
  });
}
