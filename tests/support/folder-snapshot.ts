import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../../src/files/read-folder.ts";

/** All files with their bytes and times, so that nothing can be written unseen. */
export function snapshot(folder: string): Record<string, string> {
  return toRecord(folder, (file) => `${statSync(file, { bigint: true }).mtimeNs} ${readFileSync(file, "utf8")}`);
}

/** All files with their texts. */
export function readBytes(folder: string): Record<string, string> {
  return toRecord(folder, (file) => readFileSync(file, "utf8"));
}

function toRecord(folder: string, read: (file: string) => string): Record<string, string> {
  return Object.fromEntries(listFiles(folder).map((path) => [path, read(join(folder, path))]));
}
