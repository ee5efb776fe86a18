import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Paths of all files below `folder`, relative to it, with `/`, in code point order; none when it is not there. */
export function listFiles(folder: string): string[] {
  const files: string[] = [];
  walk(folder, "", files);
  return files.sort((a, b) => (a < b ? -1 : 1));
}

function walk(root: string, below: string, files: string[]): void {
  for (const entry of readEntries(join(root, below))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    const isLink = entry.isSymbolicLink();
    const target = isLink ? statSync(join(root, path), { throwIfNoEntry: false }) : entry;
    // A linked folder could lead back to itself; a linked file cannot.
    if (target?.isFile()) files.push(path);
    else if (!isLink && entry.isDirectory() && entry.name !== "node_modules" && entry.name !== ".git")
      walk(root, path, files);
  }
}

function readEntries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The bytes of a file, or undefined when it is not there. */
export function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
