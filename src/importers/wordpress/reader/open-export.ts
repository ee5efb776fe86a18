import type { Finding } from "../../finding.ts";
import { ImportError } from "../../import-error.ts";
import type { WxrPart } from "../wxr.ts";
import { listExportFiles } from "./list-export-files.ts";
import { readExportFile } from "./read-export-file.ts";
import { createRepairLog, type RepairLog } from "./repair-log.ts";

export type WordPressExport = {
  /** Names as in messages; `item.file` is one of them. */
  readonly files: readonly string[];
  /** What `onProgress` comes to at the end of a pass. */
  readonly totalBytes: number;
  /** One pass over all files, which may be repeated; `onProgress` hears how many bytes of it are done. */
  readonly parts: (onProgress?: (bytes: number) => void) => AsyncGenerator<WxrPart>;
  /** What had to be put right, in the pass that was last. */
  readonly repairs: () => readonly Finding[];
};

/**
 * Opens an export of WordPress: `.xml`, `.xml.gz`, `.zip`, several files, a folder. Nothing is kept in memory but the
 * item that is being read. What cannot be read is an `ImportError`, now or in the middle of a pass.
 */
export async function openExport(paths: readonly string[]): Promise<WordPressExport> {
  const files = await listExportFiles(paths);
  if (files.length === 0) throw new ImportError("No export was given: name its .xml, .xml.gz or .zip file.");
  let logs: RepairLog[] = [];
  return {
    files: files.map(({ name }) => name),
    totalBytes: files.reduce((sum, { size }) => sum + size, 0),
    async *parts(onProgress) {
      const current: RepairLog[] = [];
      logs = current;
      let done = 0;
      const onBytes = (bytes: number): void => {
        done += bytes;
        onProgress?.(done);
      };
      for (const file of files) {
        const log = createRepairLog(file.name);
        current.push(log);
        yield* readExportFile(file, log, onBytes);
      }
    },
    repairs: () => logs.flatMap((log) => log.toFindings()),
  };
}
