import type { Neighbours, Series } from "../../src/content/blog.ts";
import type { Post } from "../../src/content/post.ts";

/** Parts shown at once; of a longer series the reader sees the neighbours. */
const limit = 7;

export type SeriesWindow = {
  /** The post's own place, from 1. */
  readonly position: number;
  /** Place of the first part shown, from 1. */
  readonly first: number;
  readonly parts: readonly Post[];
  /** The parts before and after the post. */
  readonly neighbours: Neighbours;
};

export function toSeriesWindow({ posts }: Series, post: Post): SeriesWindow {
  const index = posts.findIndex(({ id }) => id === post.id);
  const start = Math.max(0, Math.min(index - Math.floor(limit / 2), posts.length - limit));
  const [previous, next] = [posts[index - 1], posts[index + 1]];
  return {
    position: index + 1,
    first: start + 1,
    parts: posts.slice(start, start + limit),
    neighbours: { ...(previous && { previous }), ...(next && { next }) },
  };
}
