import type { Blog } from "../content/blog.ts";
import { hasConversation, toCommentsFeedUrl } from "../content/conversation.ts";
import type { Page, Post } from "../content/post.ts";
import { toFilePermalink, toPermalink, type Permalink } from "../lib/permalink.ts";

/** A feed of comments: of one post or page, or of the whole blog. */
export type CommentFeedSource = { readonly feedUrl: Permalink; readonly entry?: Post | Page };

/** The blog's own, then one for everything that has a conversation. */
export function toCommentFeedSources(blog: Blog): CommentFeedSource[] {
  const entries = [...blog.posts, ...blog.pages].filter((entry) => hasConversation(blog, entry));
  return [
    { feedUrl: toFilePermalink(toPermalink("comments"), "feed.xml") },
    ...entries.map((entry) => ({ feedUrl: toCommentsFeedUrl(entry.url), entry })),
  ];
}
