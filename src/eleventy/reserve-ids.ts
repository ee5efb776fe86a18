import { threadOf } from "../content/conversation.ts";
import { walkComments } from "../comments/walk-comments.ts";
import type { Blog } from "../content/blog.ts";
import type { Page, Post } from "../content/post.ts";
import { reservedIds } from "../content/reserved-ids.ts";

/** Ids of a page that its headings may not take: those of the layout, and the anchors of its comments. */
export function reserveIds(blog: Blog, entry: Post | Page): readonly string[] {
  const thread = threadOf(blog, entry);
  if (!thread) return reservedIds;
  return [...reservedIds, ...walkComments(thread.comments).map(({ comment }) => comment.anchor)];
}
