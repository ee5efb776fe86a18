import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { StoredDiscussion } from "./model.ts";

export type StoreContent = {
  /** The highest number that was ever given. */
  readonly last: number;
  readonly removed: readonly number[];
  readonly discussions: readonly StoredDiscussion[];
};

/** Where a store outlives the process. */
export type StoreFile = {
  readonly read: () => StoreContent | undefined;
  readonly write: (content: StoreContent) => void;
};

/** One JSON file, replaced whole at every change. */
export function openStoreFile(path: string): StoreFile {
  return {
    read: () => {
      try {
        const content: unknown = JSON.parse(readFileSync(path, "utf8"));
        return isContent(content) ? content : undefined;
      } catch {
        // None yet, or one that a power cut left in pieces: a game for trying things out starts anew.
        return undefined;
      }
    },
    write: (content) => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.new`, JSON.stringify(content, undefined, 1));
      renameSync(`${path}.new`, path);
    },
  };
}

function isContent(value: unknown): value is StoreContent {
  return (
    typeof value === "object" &&
    value !== null &&
    "last" in value &&
    "discussions" in value &&
    Array.isArray(value.discussions)
  );
}
