import type { Comment } from "./thread.ts";
import { walkComments, type Walked } from "./walk-comments.ts";

/** A comment as the page hangs it on the hairline. */
export type HungComment = {
  readonly comment: Comment;
  /** Whom it answers, where it no longer stands beneath that comment. */
  readonly answers?: Comment;
  readonly replies: readonly HungComment[];
};

/** Replies hang beneath each other to this depth; what is deeper stands in one line and names whom it answers. */
const deepest = 4;

/** Comments that have something to show: a deleted one does only while somebody answers it. */
export function hangComments(comments: readonly Comment[]): HungComment[] {
  const walked = walkComments(comments);
  const shown = findShown(walked);
  const roots: HungComment[] = [];
  const lists = new Map<Walked, HungComment[]>();
  for (const step of walked) {
    if (!shown.has(step)) continue;
    const { comment, parent, depth } = step;
    const into = (parent && lists.get(parent)) ?? roots;
    const replies: HungComment[] = [];
    into.push({ comment, ...(depth > deepest && parent && { answers: parent.comment }), replies });
    lists.set(step, depth < deepest ? replies : into);
  }
  return roots;
}

/** From the end, so that every reply is decided before what it answers. */
function findShown(walked: readonly Walked[]): ReadonlySet<Walked> {
  const shown = new Set<Walked>();
  for (const step of walked.toReversed()) {
    if (step.comment.status !== "deleted") shown.add(step);
    if (shown.has(step) && step.parent) shown.add(step.parent);
  }
  return shown;
}

export type Folded = { readonly older: readonly HungComment[]; readonly recent: readonly HungComment[] };

/** The newest comments, at most `limit` with their replies but one at least, and those before them. */
export function foldOlder(comments: readonly HungComment[], limit: number): Folded {
  let room = limit;
  let start = comments.length;
  while (start > 0) {
    room -= countHung(comments.slice(start - 1, start));
    if (room < 0 && start < comments.length) break;
    start--;
  }
  return { older: comments.slice(0, start), recent: comments.slice(start) };
}

export function countHung(comments: readonly HungComment[]): number {
  return comments.reduce((sum, { replies }) => sum + 1 + countHung(replies), 0);
}
