import type { Comment, Discussion, Thread } from "../../comments/thread.ts";
import { toStub } from "./to-comment.ts";

/** What a complete read of a discussion brought. */
export type FreshThread = {
  readonly post: string;
  readonly discussion: Discussion | null;
  readonly comments: readonly Comment[];
};

/**
 * The thread as it is now: GitHub's comments as they were read, all others as they were. A comment of GitHub's that is
 * not among those read has lost author and text, and stays only where something that is kept answers it.
 */
export function mergeThread(old: Thread | undefined, fresh: FreshThread): Thread {
  const found = new Set<string>();
  collectIds(fresh.comments, found);
  const kept = new Map<string, Comment[]>();
  const top = keep(old?.comments ?? [], found, kept);
  const comments = join(
    fresh.comments.flatMap((comment) => attach(comment, kept)),
    top,
  );
  return { post: fresh.post, discussion: fresh.discussion, comments, ...(old?.pings && { pings: old.pings }) };
}

function collectIds(comments: readonly Comment[], into: Set<string>): void {
  for (const { id, source, replies } of comments) {
    if (source === "github") into.add(id);
    collectIds(replies, into);
  }
}

/** What of an old list stays; replies to a comment that was read again go to `under`, by its id. */
function keep(comments: readonly Comment[], found: ReadonlySet<string>, under: Map<string, Comment[]>): Comment[] {
  return comments.flatMap((comment) => {
    const replies = keep(comment.replies, found, under);
    if (comment.source === "wordpress") return [{ ...comment, replies }];
    if (!found.has(comment.id)) return replies.length > 0 ? [toStub(comment, replies)] : [];
    if (replies.length > 0) under.set(comment.id, replies);
    return [];
  });
}

/** A comment read, with what is kept below it; one that was deleted upstream stays only if that is anything. */
function attach(comment: Comment, kept: ReadonlyMap<string, readonly Comment[]>): Comment[] {
  const replies = join(
    comment.replies.flatMap((reply) => attach(reply, kept)),
    kept.get(comment.id) ?? [],
  );
  return comment.status === "deleted" && replies.length === 0 ? [] : [{ ...comment, replies }];
}

/** Two conversations as one, each in its own order, the earlier comment first. */
function join(first: readonly Comment[], second: readonly Comment[]): Comment[] {
  const joined: Comment[] = [];
  const waiting = [...second];
  for (const comment of first) {
    const later = waiting.findIndex(({ createdAt }) => Date.parse(createdAt) > Date.parse(comment.createdAt));
    joined.push(...waiting.splice(0, later < 0 ? waiting.length : later), comment);
  }
  return [...joined, ...waiting];
}
