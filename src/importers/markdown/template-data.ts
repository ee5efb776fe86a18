import { isRecord } from "../../lib/is-record.ts";
import type { SiteFolder } from "./folder/site-folder.ts";
import type { OpenSite } from "./generator.ts";
import type { AddressIndex } from "./links/address-index.ts";
import type { PlannedEntry } from "./plan/planned-entry.ts";
import type { TemplateContext } from "./templates/template-context.ts";

/** What the tags of one text may ask for. */
export function toTemplateContext(
  entry: PlannedEntry,
  site: OpenSite,
  index: AddressIndex,
  folder: SiteFolder,
): TemplateContext {
  const { url } = site.facts;
  const base = url === undefined ? undefined : new URL(url);
  const { title, data } = entry.source;
  return {
    site: withoutSecrets(site.data),
    page: { ...data, title, url: entry.oldPath ?? entry.url },
    origin: base?.origin ?? "",
    basePath: base?.pathname.replace(/\/$/, "") ?? "",
    addressOf: (name, kind) => {
      const found = findByName(name, kind, { entry, index, site });
      if (found) return { address: found.oldPath ?? found.url, title: found.source.title };
      const file = kind === "file" ? site.filesOf(`/${name.replace(/^\//, "")}`).find(folder.has) : undefined;
      const address = file === undefined ? undefined : site.addressOfFile(file);
      return address === undefined ? undefined : { address, title: name };
    },
  };
}

/** A setting such as a token has no place in a text, whatever a template asks for. */
function withoutSecrets(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isSecret = (key: string): boolean => /secret|token|passw|api_?key|private|e?mail/i.test(key);
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) =>
      isSecret(key) ? [] : [[key, isRecord(value) ? withoutSecrets(value) : value]],
    ),
  );
}

type Surroundings = { readonly entry: PlannedEntry; readonly index: AddressIndex; readonly site: OpenSite };

function findByName(
  name: string,
  kind: "post" | "file" | "ref",
  { entry, index, site }: Surroundings,
): PlannedEntry | undefined {
  const bare = name.replace(/^\/+/, "");
  const direct = site.filesOf(`/${bare}`).map((path) => index.byFile(path));
  const found = direct.find((candidate) => candidate !== undefined);
  if (found || kind === "file") return found;
  const stem = bare
    .replace(/\.\w+$/, (end) => (/^\.(?:md|markdown|mdx|html)$/i.test(end) ? "" : end))
    .replace(/\/(?:_?index)?$/, "");
  const candidates = index.entries.filter(({ source }) => source.place.stem === stem);
  if (candidates.length > 0) return preferLanguage(candidates, entry);
  const folder = entry.source.place.stem.split("/").slice(0, -1);
  const beside = [...folder, stem].join("/");
  const near = index.entries.filter(({ source }) => source.place.stem === beside);
  if (near.length > 0) return preferLanguage(near, entry);
  const named = index.entries.filter(({ source }) => source.place.stem.endsWith(`/${stem}`));
  return named.length === 1 || kind === "post" ? named[0] : preferLanguage(named, entry);
}

function preferLanguage(entries: readonly PlannedEntry[], { source }: PlannedEntry): PlannedEntry | undefined {
  return entries.find((candidate) => candidate.source.place.lang === source.place.lang) ?? entries[0];
}
