import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { toUtcTime } from "../lib/utc-time.ts";
import { countComments } from "./count-comments.ts";
import type { EntryThread } from "./entry-thread.ts";
import type { Thread } from "./thread.ts";
import { walkComments } from "./walk-comments.ts";

/** Threads by the id of the post or page that they are about, each looked through once. */
export function indexThreads(threads: Iterable<Thread>): Map<string, EntryThread> {
  return new Map(Array.from(threads, (thread) => [toKey(thread.post), toEntryThread(thread)]));
}

function toEntryThread(thread: Thread): EntryThread {
  const visible = walkComments(thread.comments).filter(({ comment }) => comment.status === "visible");
  const times = visible.map(({ comment }) => Date.parse(comment.editedAt ?? comment.createdAt));
  const newest = times.reduce((latest, time) => Math.max(latest, time), 0);
  const updated = newest > 0 ? { updated: toUtcTime(new Date(newest).toISOString()) } : {};
  return { ...thread, count: countComments(thread), ...updated };
}

/** Threads of posts that are not there any more, or never were: `ids` are those of all posts and pages. */
export function findOrphans(files: ReadonlyMap<string, Thread>, ids: Iterable<string>): Problem[] {
  const known = new Set(Array.from(ids, toKey));
  const orphans = [...files].filter(([, { post }]) => !known.has(toKey(post)));
  return orphans.map(([file, { post }]) => {
    const message = `the thread belongs to no post (found ${show(post)})`;
    const remedy = `Add \`id: ${post}\` to the post that it belongs to, or remove the file.`;
    return { id: "thread-orphan", severity: "warning", file, line: 1, column: 1, message, remedy };
  });
}

function toKey(id: string): string {
  return id.normalize("NFC");
}
