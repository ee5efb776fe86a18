import type { Comment } from "../comments/thread.ts";
import type { Thing } from "./json-ld.ts";

/** The conversation of a page, as machines are told of it. */
export type ConversationFacts = {
  readonly count: number;
  /** In reading order, with their words; the first of them are told. */
  readonly comments: readonly { readonly comment: Comment; readonly text: string }[];
};

export const toldComments = 20;

/** Characters: enough to know a comment by; the whole of it stands in the page and in the feed. */
export const toldLength = 160;

/** What a posting says of its comments; nothing where there are none. */
export function toCommentFacts(conversation: ConversationFacts | undefined, url: string) {
  if (!conversation) return {};
  const { count, comments } = conversation;
  const statistic = { "@type": "InteractionCounter", interactionType: "https://schema.org/CommentAction" };
  return {
    commentCount: count,
    interactionStatistic: { ...statistic, userInteractionCount: count },
    comment: comments.length > 0 ? comments.slice(0, toldComments).map((told) => toComment(told, url)) : undefined,
  };
}

function toComment({ comment, text }: ConversationFacts["comments"][number], url: string): Thing {
  const { author, createdAt, editedAt, anchor, upvotes } = comment;
  return {
    "@type": "Comment",
    url: `${url}#${anchor}`,
    author: author.name.trim() ? { "@type": "Person", name: author.name, url: author.url } : undefined,
    datePublished: createdAt,
    dateModified: editedAt,
    text: text || undefined,
    upvoteCount: upvotes,
  };
}
