import type { Base } from "../release/release.ts";

/** What is known of the installed release, and what a file of it held where that is still to be had. */
export type FoundBase = {
  readonly base: Base;
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
};
