import type { Command } from "../measure/run-measured.ts";

/** A generator that builds the same posts. */
export type Peer = {
  readonly name: string;
  /** Its version, or undefined where it is not on this machine. */
  readonly version: string | undefined;
  /** Lays out a site around the posts of a blog folder, in a folder of its own; what it costs is not measured. */
  readonly prepare: (blog: string, work: string) => PeerSite;
};

export type PeerSite = {
  readonly command: Command;
  /** Removed before each run: every generator begins with an empty output. */
  readonly output: string;
  /** Removed as well before a cold run. */
  readonly caches: readonly string[];
};
