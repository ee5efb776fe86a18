import type { Permalink } from "../lib/permalink.ts";
import { suggest } from "../lib/suggest.ts";
import type { Blog } from "./blog.ts";
import type { Page, Post } from "./post.ts";

type SuccessorSearch = (url: Permalink) => Post | Page | undefined;

// Comparing every lost name with every new one takes the product of the two.
const mostCompared = 500;

/**
 * What has taken the place of a lost address: the draft that had it; else, of the posts and pages whose own address was
 * never published, the one with the same slug or id in it, or a name so like it that it was probably renamed.
 */
export function createSuccessorSearch(blog: Blog, isKnown: (url: Permalink) => boolean): SuccessorSearch {
  const drafts = new Map(blog.drafts.map((post) => [post.url, post]));
  const fresh = [...blog.posts, ...blog.pages].filter(({ url }) => !isKnown(url));
  const byName = groupByName(fresh);
  const names = byName.size <= mostCompared ? [...byName.keys()] : [];
  return (url) => {
    const draft = drafts.get(url);
    if (draft) return draft;
    const segments = url.split("/").filter((segment) => segment !== "");
    for (const segment of segments.toReversed()) {
      const named = only(byName.get(toName(segment)));
      if (named) return named;
    }
    const last = toName(segments.at(-1) ?? "");
    return only(byName.get(suggest(last, names) ?? ""));
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

/** Of two that have the same name nobody knows which it is. */
function only(entries: ReadonlySet<Post | Page> | undefined): Post | Page | undefined {
  return entries?.size === 1 ? [...entries][0] : undefined;
}
