import { reactionNames, type Comment, type CommentAuthor, type Thread } from "./thread.ts";

/** The text of a thread file: keys in one order, so that diffs show what was said and nothing else. */
export function formatThread({ post, discussion, comments, pings }: Thread): string {
  const thread = {
    post,
    discussion: discussion && { number: discussion.number, url: discussion.url, locked: discussion.locked },
    comments: comments.map(toOrdered),
    pings: pings?.map(({ id, title, url, createdAt }) => ({ id, title, url, createdAt })),
  };
  return `${JSON.stringify(thread, undefined, 2)}\n`;
}

function toOrdered(comment: Comment): Comment {
  const { id, source, anchor, url, author, createdAt, editedAt, html, upvotes, status, reason, replies } = comment;
  return {
    id,
    source,
    anchor,
    url,
    author: toOrderedAuthor(author),
    createdAt,
    editedAt,
    html,
    reactions: comment.reactions && toOrderedReactions(comment.reactions),
    upvotes,
    status,
    reason,
    replies: replies.map(toOrdered),
  };
}

function toOrderedAuthor({ name, url, avatar, isOwner }: CommentAuthor): CommentAuthor {
  return { name, url, avatar, isOwner };
}

function toOrderedReactions(reactions: NonNullable<Comment["reactions"]>): Comment["reactions"] {
  return Object.fromEntries(reactionNames.filter((name) => name in reactions).map((name) => [name, reactions[name]]));
}
