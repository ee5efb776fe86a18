import type { Post } from "../../src/content/post.ts";

/** Pinned posts, then all others; each group newest first, as given. */
export function toHomeSequence(posts: readonly Post[]): Post[] {
  return [...posts.filter(({ pinned }) => pinned), ...posts.filter(({ pinned }) => !pinned)];
}
