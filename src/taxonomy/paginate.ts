import type { Archive } from "../content/blog.ts";
import type { Post } from "../content/post.ts";
import { toFilePermalink, type Permalink } from "../lib/permalink.ts";

/** One page of a list. `newer` and `older` are its neighbours; the first page has no `newer`. */
export type ListPage<A extends Archive = Archive> = {
  readonly archive: A;
  readonly url: Permalink;
  readonly posts: readonly Post[];
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly newer?: Permalink;
  readonly older?: Permalink;
};

/** Cuts a list into pages of `pageSize`; an empty list is one empty page. */
export function paginate<A extends Archive>(archive: A, pageSize: number): ListPage<A>[] {
  const count = Math.max(1, Math.ceil(archive.posts.length / pageSize));
  return Array.from({ length: count }, (_, index) => ({
    archive,
    url: toListPageUrl(archive.url, index + 1),
    posts: archive.posts.slice(index * pageSize, (index + 1) * pageSize),
    number: index + 1,
    count,
    ...(index > 0 && { newer: toListPageUrl(archive.url, index) }),
    ...(index + 1 < count && { older: toListPageUrl(archive.url, index + 2) }),
  }));
}

/** `<list>page/<n>/`; the first page is the list itself. */
export function toListPageUrl(list: Permalink, number: number): Permalink {
  return number === 1 ? list : toFilePermalink(list, `page/${number}/`);
}
