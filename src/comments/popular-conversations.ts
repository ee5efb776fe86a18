import type { Blog } from "../content/blog.ts";
import { threadOf } from "../content/conversation.ts";
import type { Page, Post } from "../content/post.ts";

/** The posts and pages with most visible comments; of equals the newest, then by id. */
export function popularConversations(
  blog: Pick<Blog, "posts" | "pages" | "threads">,
  limit: number,
): readonly (Post | Page)[] {
  const counted = [...blog.posts, ...blog.pages].map((entry) => ({ entry, count: threadOf(blog, entry)?.count ?? 0 }));
  return counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || toTime(b.entry) - toTime(a.entry) || (a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, limit)
    .map(({ entry }) => entry);
}

function toTime({ date }: Post | Page): number {
  return date?.toMillis() ?? 0;
}
