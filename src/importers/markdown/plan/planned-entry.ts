import type { DateTime } from "luxon";
import type { Permalink } from "../../../lib/permalink.ts";
import type { EntryValues } from "../../entry-values.ts";
import type { Finding } from "../../finding.ts";
import type { UrlRow } from "../../import-source.ts";
import type { SourceText } from "../survey/source-text.ts";

/** A text of the old blog that the new one has too. */
export type PlannedEntry = {
  readonly source: SourceText;
  readonly kind: "post" | "page";
  /** Raw path on the old blog; undefined for drafts and where nobody can tell. */
  readonly oldPath: Permalink | undefined;
  /** Of the new blog's file. */
  readonly path: string;
  readonly url: Permalink;
  readonly id: string;
  readonly values: EntryValues;
  readonly urls: readonly UrlRow[];
  readonly findings: readonly Finding[];
};

/** An entry whose old address is known, but not its new one. */
export type AddressedEntry = {
  readonly source: SourceText;
  readonly kind: "post" | "page";
  readonly values: EntryValues;
  readonly oldPath: Permalink | undefined;
  readonly date: DateTime<true> | undefined;
  /** Slug path of the first category. */
  readonly category: string;
  readonly findings: readonly Finding[];
};
