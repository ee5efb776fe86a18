import { voicesOf } from "../../src/comments/latest-comments.ts";
import { hasConversation, toCommentsFeedUrl } from "../../src/content/conversation.ts";
import type { Page, Post } from "../../src/content/post.ts";
import { cutText } from "../../src/seo/cut-text.ts";
import { toldComments, toldLength, type ConversationFacts } from "../../src/seo/schema-comments.ts";
import type { CommentsFeed } from "../../src/seo/link-tags.ts";
import type { Strings } from "../strings/strings.ts";
import type { PageContext } from "../../src/content/page-context.ts";

type ConversationHead = { readonly conversation?: ConversationFacts; readonly commentsFeed?: CommentsFeed };

/** What the head of a page says of its conversation: its feed, and to machines its first comments. */
export function toConversationHead(entry: Post | Page, context: PageContext, strings: Strings): ConversationHead {
  const { blog, threadOf, textOf } = context;
  if (!hasConversation(blog, entry)) return {};
  const commentsFeed = { url: toCommentsFeedUrl(entry.url), title: strings.commentsOn(entry.title) };
  const thread = threadOf(entry);
  if (!thread) return { commentsFeed };
  const first = voicesOf(blog, entry).slice(0, toldComments);
  const comments = first.map(({ comment }) => ({ comment, text: cutText(textOf(comment), toldLength, entry.lang) }));
  return { commentsFeed, conversation: { count: thread.count, comments } };
}
