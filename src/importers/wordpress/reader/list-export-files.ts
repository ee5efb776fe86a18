import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { ImportError } from "../../import-error.ts";
import { gzippedFile, plainFile, type ExportFile } from "./export-file.ts";
import { listZippedFiles } from "./zipped-files.ts";

/** The files of an export: those that were given, those in the folders that were given; each once. */
export async function listExportFiles(paths: readonly string[]): Promise<ExportFile[]> {
  const files: ExportFile[] = [];
  const seen = new Set<string>();
  for (const path of paths.flatMap(listPaths)) {
    const place = attempt(path, () => realpathSync(path));
    if (seen.has(place)) continue;
    seen.add(place);
    files.push(...(await openPath(path)));
  }
  return files;
}

function listPaths(path: string): string[] {
  if (!attempt(path, () => statSync(path)).isDirectory()) return [path];
  const names = attempt(path, () => readdirSync(path)).filter((name) => /^[^.].*\.(?:xml|gz|zip)$/i.test(name));
  if (names.length === 0) throw new ImportError(`${path}: there is no .xml, .gz or .zip file in this folder.`);
  return names.sort().map((name) => join(path, name));
}

/** What a file is its first bytes say: a download may have lost its ending, or have got a wrong one. */
async function openPath(path: string): Promise<ExportFile[]> {
  const { size, head } = attempt(path, () => ({ size: sizeOf(path), head: readHead(path) }));
  if (size === 0) throw new ImportError(`${path}: this file is empty: download the export again.`);
  if (head[0] === 0x1f && head[1] === 0x8b) return [gzippedFile(path, size)];
  if (head[0] === 0x50 && head[1] === 0x4b && [0x03, 0x05].includes(head[2] ?? 0)) return listZippedFiles(path);
  return [plainFile(path, size)];
}

function sizeOf(path: string): number {
  const status = statSync(path);
  if (!status.isFile()) throw new ImportError(`${path}: this is no file: save the export to the disk first.`);
  return status.size;
}

function readHead(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    const head = new Uint8Array(4);
    return head.subarray(0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file: check the path",
  ENOTDIR: "there is no such file: check the path",
  EACCES: "you may not read this file: change its permissions",
  EPERM: "you may not read this file: change its permissions",
};

function attempt<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw toReadError(path, cause);
  }
}

/** In words, what the disk has against reading. */
export function toReadError(path: string, cause: unknown): ImportError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return new ImportError(`${path}: ${reasons[code] ?? `it cannot be read (${code || String(cause)})`}.`, { cause });
}
