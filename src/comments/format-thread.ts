import { reactionNames, type Comment, type CommentAuthor, type Thread } from "./thread.ts";
import { walkComments } from "./walk-comments.ts";

/** Deeper than this nobody reads the indentation, and it would grow to more than all that was said. */
const deepestIndent = 64;

/** The text of a thread file: keys in one order, so that diffs show what was said and nothing else. At any depth. */
export function formatThread({ post, discussion, comments, pings }: Thread): string {
  const frame = {
    post,
    discussion: discussion && { number: discussion.number, url: discussion.url, locked: discussion.locked },
    comments: [],
    pings: pings?.map(({ id, title, url, createdAt }) => ({ id, title, url, createdAt })),
  };
  const place = '\n  "comments": []';
  const text = JSON.stringify(frame, undefined, 2).replace(place, () => place.slice(0, -2) + formatComments(comments));
  return `${text}\n`;
}

/** Without recursion, which the deepest conversation would overflow. */
function formatComments(comments: readonly Comment[]): string {
  if (comments.length === 0) return "[]";
  const walked = walkComments(comments);
  const parts = walked.map(({ comment, depth }, index) => {
    const next = walked[index + 1]?.depth ?? -1;
    const start = `\n${toHead(comment, toIndent(depth))}`;
    if (next > depth) return start;
    const above = Array.from({ length: Math.max(0, depth - Math.max(next, 0)) }, (_, step) =>
      toIndent(depth - 1 - step),
    );
    const ends = [`]\n${toIndent(depth)}}`, ...above.map((indent) => `\n${indent}  ]\n${indent}}`)];
    return start + ends.join("") + (next >= 0 ? "," : "");
  });
  return `[${parts.join("")}\n  ]`;
}

function toIndent(depth: number): string {
  return "    ".repeat(Math.min(depth, deepestIndent) + 1);
}

/** All of a comment up to the first of its replies. */
function toHead(comment: Comment, indent: string): string {
  const { id, source, anchor, url, author, createdAt, editedAt, html, upvotes, status, reason } = comment;
  const head = {
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
  };
  const lines = `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "replies": [`;
  return indent + lines.replaceAll("\n", `\n${indent}`);
}

function toOrderedAuthor({ name, url, avatar, isOwner }: CommentAuthor): CommentAuthor {
  return { name, url, avatar, isOwner };
}

function toOrderedReactions(reactions: NonNullable<Comment["reactions"]>): Comment["reactions"] {
  return Object.fromEntries(reactionNames.filter((name) => name in reactions).map((name) => [name, reactions[name]]));
}
