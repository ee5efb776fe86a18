import type { ChangedLine } from "../release/line-diff.ts";
import type { EntryConflict } from "../release/merge-package.ts";
import type { Conflict } from "../release/plan-update.ts";

/** A file that keeps an update from being made. */
export type ShownConflict = {
  readonly path: string;
  readonly reason: Conflict["reason"];
  /** What is in the way, where it is not the file itself. */
  readonly at?: string;
  /** What the lines are compared with. */
  readonly against?: "installed" | "release";
  /** The first lines that differ; none where there is no text to compare. */
  readonly lines: readonly ChangedLine[];
  readonly moreLines: number;
};

/** What an update does, or would do. */
export type UpdateSummary = {
  readonly from: string;
  readonly to: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
  /** Entries of `package.json` that stay the owner's. */
  readonly ownEntries: readonly string[];
  readonly install: "npm ci" | "npm install";
  /** The Node that the release needs, where that has changed. */
  readonly node?: string;
  readonly news: string;
  /** Where copies of what was replaced lie, without git. */
  readonly backup?: string;
};

export type Outcome =
  | { readonly kind: "up-to-date"; readonly installed: string; readonly offered: string }
  | {
      readonly kind: "conflicts";
      readonly from: string;
      readonly to: string;
      readonly isBaseKnown: boolean;
      readonly files: readonly ShownConflict[];
      readonly entries: readonly EntryConflict[];
    }
  | { readonly kind: "uncommitted"; readonly from: string; readonly to: string; readonly files: readonly string[] }
  | { readonly kind: "planned" | "updated"; readonly summary: UpdateSummary };
