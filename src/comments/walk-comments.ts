import type { Comment } from "./thread.ts";

/** A comment with the one that it answers; `depth` is 0 for a comment on the post itself. */
export type Walked = { readonly comment: Comment; readonly parent?: Walked; readonly depth: number };

/** All comments in the order in which they are read, each before its replies; without recursion, at any depth. */
export function walkComments(comments: readonly Comment[]): Walked[] {
  const walked: Walked[] = [];
  const waiting: Walked[] = comments.map((comment) => ({ comment, depth: 0 })).toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const parent = next;
    walked.push(parent);
    const { replies } = parent.comment;
    for (let index = replies.length - 1; index >= 0; index--) {
      const comment = replies[index];
      if (comment) waiting.push({ comment, parent, depth: parent.depth + 1 });
    }
  }
  return walked;
}
