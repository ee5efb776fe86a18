import { lstatSync, readFileSync, type Stats } from "node:fs";
import { dirname, join } from "node:path/posix";
import type { LocalFile } from "../release/release.ts";

/** What lies at each path of a folder; no link is followed. Each path is read once. */
export function openLocalFiles(root: string): (path: string) => LocalFile {
  const known = new Map<string, LocalFile>();
  return (path) => {
    const file = known.get(path) ?? inspect(root, path);
    known.set(path, file);
    return file;
  };
}

function inspect(root: string, path: string): LocalFile {
  for (const at of [...foldersOf(path)].toReversed()) {
    const stat = statOf(join(root, at));
    if (!stat) return { kind: "absent" };
    if (!stat.isDirectory()) return { kind: "obstacle", what: stat.isSymbolicLink() ? "link" : "file", at };
  }
  const file = join(root, path);
  const stat = statOf(file);
  if (!stat) return { kind: "absent" };
  if (stat.isFile()) return { kind: "file", content: readFileSync(file), isExecutable: isExecutable(stat) };
  return { kind: "obstacle", what: stat.isDirectory() ? "folder" : "link", at: path };
}

/** Windows knows no such mode: there, none is ever missing. */
export function isExecutable({ mode }: Stats): boolean {
  return process.platform === "win32" || (mode & 0o100) !== 0;
}

function statOf(file: string): Stats | undefined {
  return lstatSync(file, { throwIfNoEntry: false });
}

function* foldersOf(path: string): Iterable<string> {
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) yield folder;
}
