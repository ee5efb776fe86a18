import { linkSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isOtherProcess } from "./other-process.ts";

let written = 0;

/**
 * Writes a file whole or not at all: beside its place first, then renamed, which the same disk does in one step. All of
 * it between two ticks, so that a signal handler never meets a half-written one.
 */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  withDraft(file, content, (draft) => renameSync(draft, file));
}

/** Writes a new file whole or not at all; false, and nothing is touched, when there is one already. */
export function createFile(file: string, content: string | Uint8Array): boolean {
  try {
    // Unlike a rename, a link never replaces what is there.
    withDraft(file, content, (draft) => linkSync(draft, file));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function withDraft(file: string, content: string | Uint8Array, place: (draft: string) => void): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  written += 1;
  const draft = join(folder, `.klatsch-${process.pid}-${written}.tmp`);
  try {
    writeFileSync(draft, content);
    place(draft);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes what killed processes had begun to write into a folder. */
export function removeDrafts(folder: string): void {
  for (const name of listNames(folder)) {
    const pid = /^\.klatsch-(\d+)-\d+\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isOtherProcess(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** Names in a folder, in code point order; none when it is not there. */
export function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return [];
    throw error;
  }
}
