import type { Comment } from "./thread.ts";
import { walkComments } from "./walk-comments.ts";

/** The same tree with each comment as `change` gives it, at any depth; what it says of replies does not count. */
export function mapComments(comments: readonly Comment[], change: (comment: Comment) => Comment): Comment[] {
  const roots: Comment[] = [];
  const lists = new Map<Comment, Comment[]>();
  for (const { comment, parent } of walkComments(comments)) {
    const replies: Comment[] = [];
    lists.set(comment, replies);
    const into = (parent && lists.get(parent.comment)) ?? roots;
    into.push({ ...change(comment), replies });
  }
  return roots;
}
