import type { Page, Post } from "./post.ts";

/** Whether search engines and the blog's own search may know of an entry. */
export function isFindable(entry: Post | Page): boolean {
  return !entry.noindex && (entry.kind === "page" ? !entry.draft : entry.status === "published");
}
