import { withDescendants, type Blog } from "../content/blog.ts";
import type { Facets, PageFacets } from "./client-types.ts";
import type { SearchRecord } from "./search-record.ts";
import { toTermKey } from "./term-key.ts";

/** `idOf` knows the id of the record with an address. */
export function toFacets(
  blog: Pick<Blog, "categories" | "tags">,
  records: Iterable<Omit<SearchRecord, "html">>,
  idOf: (url: string) => string | undefined,
): Facets {
  const all = [...records];
  const categories = findUsed(blog.categories.flatMap(withDescendants), new Set(all.flatMap((one) => one.categories)));
  const tags = findUsed(blog.tags, new Set(all.flatMap((one) => one.tags)));
  const pages: Record<string, PageFacets> = {};
  for (const record of all) {
    const id = idOf(record.url);
    if (id === undefined) continue;
    pages[id] = [record.day ?? 0, toPositions(record.categories, categories), toPositions(record.tags, tags)];
  }
  return { categories: [...categories.keys()], tags: [...tags.keys()], pages };
}

/** Keys of the terms that are used, with their positions, in the blog's order. */
function findUsed(archives: Blog["tags"], used: ReadonlySet<string>): ReadonlyMap<string, number> {
  const keys = archives.map(({ term }) => toTermKey(term)).filter((key) => used.has(key));
  return new Map(keys.map((key, position) => [key, position]));
}

function toPositions(keys: readonly string[], positions: ReadonlyMap<string, number>): number[] {
  return keys.flatMap((key) => positions.get(key) ?? []);
}
