import type { Thread } from "./thread.ts";

/** A thread as posts and pages have it, counted once. */
export type EntryThread = Thread & {
  /** Visible comments and replies. */
  readonly count: number;
  /** When the newest of them was written or changed, to the second in UTC. */
  readonly updated?: string;
};
