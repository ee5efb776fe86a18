import type { Series } from "../../src/content/blog.ts";
import type { Post } from "../../src/content/post.ts";

/** Parts shown at once; of a longer series the reader sees the neighbours. */
const limit = 7;

export type SeriesWindow = {
  /** The post's own place, from 1. */
  readonly position: number;
  /** Place of the first part shown, from 1. */
  readonly first: number;
  readonly parts: readonly Post[];
};

export function toSeriesWindow({ posts }: Series, post: Post): SeriesWindow {
  const index = posts.findIndex(({ id }) => id === post.id);
  const start = Math.max(0, Math.min(index - Math.floor(limit / 2), posts.length - limit));
  return { position: index + 1, first: start + 1, parts: posts.slice(start, start + limit) };
}
