import type { Permalink } from "../lib/permalink.ts";
import { suggest } from "../lib/suggest.ts";
import type { Blog } from "./blog.ts";
import type { Page, Post } from "./post.ts";

/** `isSure`: it has the address's own name, so that nobody needs to be asked. */
export type Successor = { readonly entry: Post | Page; readonly isSure: boolean };

type SuccessorSearch = (url: Permalink) => Successor | undefined;

// Comparing every lost name with every new one takes the product of the two.
const mostCompared = 500;

/**
 * What has taken the place of a lost address: of the posts and pages whose own address was never published, the one
 * with the same slug or id in it; else, as a guess, one with a name so like it that it was probably renamed, or the only
 * new one there is where just one address was lost.
 */
export function createSuccessorSearch(blog: Blog, isKnown: (url: Permalink) => boolean, lost: number): SuccessorSearch {
  const fresh = [...blog.posts, ...blog.pages].filter(({ url }) => !isKnown(url));
  const isAlone = lost === 1 && fresh.length === 1;
  const byName = groupByName(fresh);
  const names = byName.size <= mostCompared ? [...byName.keys()] : [];
  return (url) => {
    const segments = url.split("/").filter((segment) => segment !== "");
    for (const [index, segment] of segments.entries()) {
      const behind = segments.slice(index + 1);
      const entry = choose(byName.get(toName(segment)), segments);
      const marks = entry && toMarks(entry);
      if (entry && marks && behind.every((other) => marks.has(toName(other)))) return { entry, isSure: true };
    }
    const last = toName(segments.at(-1) ?? "");
    const entry = choose(byName.get(suggest(last, names) ?? ""), segments) ?? (isAlone ? fresh[0] : undefined);
    return entry && { entry, isSure: false };
  };
}

function groupByName(entries: readonly (Post | Page)[]): Map<string, Set<Post | Page>> {
  const groups = new Map<string, Set<Post | Page>>();
  for (const entry of entries) {
    for (const name of new Set([entry.slug, entry.id])) groups.set(name, (groups.get(name) ?? new Set()).add(entry));
  }
  return groups;
}

function toName(segment: string): string {
  return segment.replace(/\.html?$/i, "");
}

/** Of several with the same name, the one of that year or category; of two nobody knows which it is. */
function choose(entries: ReadonlySet<Post | Page> = new Set(), segments: readonly string[]): Post | Page | undefined {
  if (entries.size < 2) return [...entries][0];
  const likely = [...entries].map((entry) => {
    const marks = toMarks(entry);
    return { entry, likeness: segments.filter((segment) => marks.has(toName(segment))).length };
  });
  const [first, second] = likely.toSorted((a, b) => b.likeness - a.likeness);
  return first && first.likeness > (second?.likeness ?? 0) ? first.entry : undefined;
}

/** What else of an entry an address may hold. */
function toMarks(entry: Post | Page): Set<string> {
  if (entry.kind === "page") return new Set();
  const { date, categories } = entry;
  return new Set([
    ...date.toFormat("yyyy-MM-dd").split("-"),
    ...categories.flatMap(({ url }) => url.split("/").slice(2, -1)),
  ]);
}
