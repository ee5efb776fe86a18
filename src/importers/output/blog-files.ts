import { createHash } from "node:crypto";
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { listNames, removeDrafts } from "../../files/atomic-file.ts";
import { removeEmptyFolder } from "../../files/remove-empty-folder.ts";
import { ImportError } from "../import-error.ts";

/** Where the journal, the drafts and the untouched sources are. */
export const workFolder = ".import";

/** What lies at a path of the blog folder; `other` is a folder, a link or a device. */
export type Found =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly hash: string }
  | { readonly kind: "other" };

/** The blog folder, as an import reads and writes it. Paths are relative to it, with `/`, and checked already. */
export type BlogFiles = {
  readonly look: (path: string) => Found;
  readonly has: (path: string) => boolean;
  /** Whole or not at all. */
  readonly write: (path: string, bytes: Uint8Array) => void;
  /** Removes a file, and the folders that are empty then. */
  readonly remove: (path: string) => void;
};

/** With `dryRun` nothing is written, but looks as if it were; the folder need not be there. */
export function openBlogFiles(root: string, dryRun: boolean): BlogFiles {
  const files = openDisk(root);
  return dryRun ? overlay(files) : files;
}

function openDisk(root: string): BlogFiles {
  const checkFolders = createFolderCheck(root);
  const made = new Set<string>();
  const draft = join(root, workFolder, `draft-${process.pid}.tmp`);
  const makeFolder = (folder: string): void => {
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
  return {
    look: (path) => {
      checkFolders(path);
      return lookAt(join(root, path));
    },
    has: (path) => statOf(join(root, path)) !== undefined,
    write: (path, bytes) => {
      checkFolders(path);
      makeFolder(dirname(draft));
      makeFolder(dirname(join(root, path)));
      // Beside each other on one disk a rename is one step; and what a kill leaves lies in one folder alone.
      writeFileSync(draft, bytes);
      renameSync(draft, join(root, path));
    },
    remove: (path) => {
      checkFolders(path);
      rmSync(join(root, path), { force: true });
      for (let folder = dirname(path); folder.includes("/"); folder = dirname(folder)) {
        if (!removeEmptyFolder(join(root, folder))) break;
        made.delete(join(root, folder));
      }
    },
  };
}

function overlay(files: BlogFiles): BlogFiles {
  const found = new Map<string, Found>();
  return {
    look: (path) => found.get(path) ?? files.look(path),
    has: (path) => (found.has(path) ? found.get(path)?.kind !== "absent" : files.has(path)),
    write: (path, bytes) => void found.set(path, { kind: "file", hash: toHash(bytes) }),
    remove: (path) => void found.set(path, { kind: "absent" }),
  };
}

/** SHA-256, as the journal keeps it. */
export function toHash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function lookAt(file: string): Found {
  const stat = statOf(file);
  if (!stat) return { kind: "absent" };
  return stat.isFile() ? { kind: "file", hash: hashFile(file, stat.size) } : { kind: "other" };
}

const chunkSize = 1 << 20;

/** A large one piece by piece. */
function hashFile(path: string, size: number): string {
  if (size <= chunkSize) return toHash(readFileSync(path));
  const hash = createHash("sha256");
  const chunk = Buffer.allocUnsafe(chunkSize);
  const file = openSync(path, "r");
  try {
    for (let count = readSync(file, chunk); count > 0; count = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, count));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

function statOf(file: string): Stats | undefined {
  try {
    return lstatSync(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return;
    throw error;
  }
}

/** Whoever writes through a link must still be in the folder. */
function createFolderCheck(root: string): (path: string) => void {
  const sound = new Set<string>(["."]);
  let top: string | undefined;
  const check = (folder: string): void => {
    if (sound.has(folder)) return;
    check(dirname(folder));
    const stat = statOf(join(root, folder));
    // What is not there is looked at again when it is.
    if (!stat) return;
    if (stat.isSymbolicLink()) {
      top ??= realpathSync(root);
      const target = realpathSync(join(root, folder));
      if (!`${target}${sep}`.startsWith(`${top}${sep}`)) {
        throw new ImportError(`${join(root, folder)} leads out of the blog folder, to ${target}. Make it a folder.`);
      }
    } else if (!stat.isDirectory()) {
      throw new ImportError(`${join(root, folder)} is no folder. Move it away: the import needs one of that name.`);
    }
    sound.add(folder);
  };
  return (path) => check(dirname(path));
}

/** Removes what killed imports had begun to write; for whoever has the lock alone. */
export function tidyWorkFolder(root: string): void {
  const folder = join(root, workFolder);
  removeDrafts(folder);
  for (const name of listNames(folder)) if (/[-.]\d+\.tmp$/.test(name)) rmSync(join(folder, name), { force: true });
}
