import type { ConvertedText } from "./convert-text.ts";
import type { SiteFolder } from "./folder/site-folder.ts";
import type { OpenSite } from "./generator.ts";
import type { FilePlan } from "./media/plan-files.ts";
import type { EntriesPlan } from "./plan/plan-entries.ts";
import type { PlannedEntry } from "./plan/planned-entry.ts";
import type { SourceText } from "./survey/source-text.ts";

export type MarkdownFolderOptions = {
  /** The blog folder that is to be written. */
  readonly into: string;
  /** Where the new blog will be; where the old one was, if its settings do not say. */
  readonly url?: string | undefined;
  readonly timezone?: string | undefined;
  /** Pattern of the addresses of posts, as the generator writes it, where its settings are not there. */
  readonly permalink?: string | undefined;
  /** Which generator, where the folder does not tell. */
  readonly generator?: string | undefined;
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
};

/** All that is known of a folder once its texts are read and each has its place. */
export type FolderPlan = EntriesPlan & {
  readonly folder: SiteFolder;
  readonly site: OpenSite;
  readonly hasConfig: boolean;
  readonly options: MarkdownFolderOptions;
  readonly timezone: string;
  readonly texts: readonly SourceText[];
  readonly files: FilePlan;
  readonly converted: ReadonlyMap<PlannedEntry, ConvertedText>;
  /** Files for `public/` that some text needs, in code point order, by their paths in the old site. */
  readonly needed: readonly string[];
  /** Hash of where everything is: what every item depends on. */
  readonly state: string;
};
