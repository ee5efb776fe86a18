import { isOnGithub } from "../../comments/copied-comment.ts";
import type { Comment } from "../../comments/thread.ts";
import { walkComments } from "../../comments/walk-comments.ts";

/** One comment to be copied into a discussion, which has two levels. */
export type CopyStep = {
  readonly comment: Comment;
  /** The comment on the post beneath which it stands; undefined for one that is on the post itself. */
  readonly root?: Comment;
  /** Whom it answers, where that is not the root. */
  readonly answers?: Comment;
};

/** What of a thread is still to be copied: each comment on the post, then all below it in the order of time. */
export function planCopies(comments: readonly Comment[]): CopyStep[] {
  return comments.flatMap((root) => {
    const steps = walkComments([root]).flatMap(({ comment, parent }): CopyStep[] => {
      if (comment.status !== "visible" || isOnGithub(comment)) return [];
      // A stub cannot be answered on GitHub: what answered it stands on the post.
      if (!parent || root.status === "deleted") return [{ comment }];
      const answers = parent.comment === root ? {} : { answers: parent.comment };
      return [{ comment, root, ...answers }];
    });
    return steps.toSorted((a, b) => toRank(a) - toRank(b));
  });
}

function toRank({ comment, root }: CopyStep): number {
  return root ? Date.parse(comment.createdAt) : -Infinity;
}
