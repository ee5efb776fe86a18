import { existsSync } from "node:fs";
import { join } from "node:path";
import { takeLock } from "../../files/lock-file.ts";
import { ImportError } from "../import-error.ts";
import type { ImportSource } from "../import-source.ts";
import { openBlogFiles, tidyWorkFolder, workFolder } from "./blog-files.ts";
import { openJournal } from "./journal.ts";
import { writeItems, type WriteOptions } from "./write-items.ts";
import { createReport, type Report } from "./report/create-report.ts";

export type ImportProgress = { readonly done: number; readonly total: number };

export type ImportOptions = {
  /** The blog folder; made when it is not there. */
  readonly into: string;
  /** Everything is read and converted, and nothing written but a temporary file elsewhere. */
  readonly dryRun: boolean;
  readonly onProgress: (progress: ImportProgress) => void;
  /** Asked between two files; what is done is kept, and the next run goes on with it. */
  readonly isStopped?: (() => boolean) | undefined;
  /** Whether a file that no import wrote may be replaced, by its path and SHA-256: the sample blog's are. */
  readonly mayReplace?: ((path: string, hash: string) => boolean) | undefined;
  /** Takes the file of the complete report; on a dry run it is gone afterwards. */
  readonly onJson?: ((file: string) => Promise<void>) | undefined;
};

export type ImportResult = { readonly isStopped: true } | ({ readonly isStopped: false } & Report);

/**
 * Writes a blog that has been surveyed. At any moment it may be killed: the next run goes on and ends with the same
 * bytes. A run that has nothing new to write writes nothing.
 */
export async function runImport(source: ImportSource, options: ImportOptions): Promise<ImportResult> {
  const { into, dryRun } = options;
  const release = dryRun ? () => undefined : await lock(into);
  if (!dryRun) tidyWorkFolder(into);
  const journal = openJournal(join(into, workFolder, "journal.ndjson"), dryRun);
  try {
    const files = openBlogFiles(into, dryRun);
    if (!dryRun && !existsSync(join(into, workFolder, ".gitignore"))) {
      files.write(`${workFolder}/.gitignore`, Buffer.from("*\n"));
    }
    const written = await writeItems(source, { ...toWriteOptions(source, options), files, journal });
    if (!written) return { isStopped: true };
    const onJson = options.onJson ?? (() => Promise.resolve());
    const report = await createReport({ source, root: into, dryRun, journal, files, written, onJson });
    journal.compact([...written.keys, ...written.gone]);
    return { isStopped: false, ...report };
  } finally {
    journal.close();
    release();
  }
}

function toWriteOptions(
  { expected }: ImportSource,
  { onProgress, isStopped, mayReplace }: ImportOptions,
): Pick<WriteOptions, "onProgress" | "isStopped" | "mayReplace"> {
  const total = Object.values(expected.items).reduce((sum, count) => sum + count, 0);
  return {
    onProgress: (done) => onProgress({ done, total: Math.max(done, total) }),
    isStopped: isStopped ?? (() => false),
    mayReplace: mayReplace ?? (() => false),
  };
}

/** Two at once would take each other's files for the owner's. */
function lock(into: string): Promise<() => void> {
  const wait = (): Promise<void> => Promise.resolve();
  return takeLock(join(into, workFolder, "lock"), wait, (pid) => {
    const other = pid > 0 ? ` (process ${pid})` : "";
    throw new ImportError(`Another import is writing into ${into}${other}. Run this again when it has ended.`);
  });
}
