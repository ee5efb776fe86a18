import { setTimeout as wait } from "node:timers/promises";

/** Clock, patience and chance: arguments, so that no test waits and every run of one is the same. */
export type Runtime = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
};

export const systemRuntime: Runtime = {
  now: Date.now,
  sleep: (milliseconds) => wait(milliseconds),
  random: Math.random,
};
