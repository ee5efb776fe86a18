import type { Thread } from "./thread.ts";
import { walkComments } from "./walk-comments.ts";

/** A thread's count: its visible comments and replies, also beneath one that was folded or deleted. */
export function countComments({ comments }: Pick<Thread, "comments">): number {
  return walkComments(comments).reduce((sum, { comment }) => sum + (comment.status === "visible" ? 1 : 0), 0);
}
