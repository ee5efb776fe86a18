import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isOtherProcess } from "./other-process.ts";

/** Stands in every output folder: what lacks it was made by somebody else and is never replaced. */
const markerName = ".klatsch";

/** A folder that is written beside its target and takes its place whole. */
export type OutputFolder = {
  /** Where to write. */
  readonly path: string;
  /** Puts the new folder in place of the old one. */
  readonly swapIn: () => void;
  /** Removes what was written; the old folder stands. */
  readonly discard: () => void;
};

/** Undefined when the target may be replaced, else why not. */
export function refusalFor(target: string): string | undefined {
  const folder = toReal(target);
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory()) return `${target} is a file. Name a folder with --output.`;
  const entries = readdirSync(folder);
  if (entries.length === 0 || entries.includes(markerName)) return undefined;
  return `${target} is not empty and was not made by this command. Name another folder with --output, or empty it.`;
}

/** Opens a new folder beside `target`, after putting right what a killed build left behind. */
export function openOutputFolder(target: string): OutputFolder {
  const folder = toReal(target);
  recoverOutputFolder(target);
  mkdirSync(dirname(folder), { recursive: true });
  const path = mkdtempSync(`${folder}.new-${process.pid}-`);
  chmodSync(path, 0o755);
  writeFileSync(join(path, markerName), "Made by Klatsch. Its next build replaces this folder.\n");
  const discard = (): void => rmSync(path, { recursive: true, force: true });
  // A build that is interrupted leaves nothing behind.
  process.once("exit", discard);
  const settle = (end: () => void) => () => {
    process.off("exit", discard);
    end();
  };
  return { path, swapIn: settle(() => swap(path, folder)), discard: settle(discard) };
}

/**
 * A build that was killed between its two renames has left the old site beside its place: it is put back. What killed
 * builds had begun to write is removed. Folders of builds that still run are left alone.
 */
export function recoverOutputFolder(target: string): void {
  const folder = toReal(target);
  const old = findLeftovers(folder).find(({ kind }) => kind === "old");
  if (old && !existsSync(folder)) {
    // A build that is alive is between its renames for microseconds only.
    if (isOtherProcess(old.pid)) sleep(100);
    if (!existsSync(folder)) renameSync(old.path, folder);
  }
  for (const { path, pid } of findLeftovers(folder)) {
    if (!isOtherProcess(pid)) rmSync(path, { recursive: true, force: true });
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function swap(path: string, folder: string): void {
  const old = `${folder}.old-${process.pid}-${basename(path).split("-").at(-1)}`;
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(path, folder);
  if (!existsSync(old)) return;
  // A folder that is half removed must not be taken for an old site that waits to be put back.
  renameSync(old, path);
  rmSync(path, { recursive: true, force: true });
}

type Leftover = { readonly path: string; readonly kind: "new" | "old"; readonly pid: number };

function findLeftovers(folder: string): Leftover[] {
  const pattern = /^\.(?<kind>new|old)-(?<pid>\d+)-\w+$/;
  const name = basename(folder);
  const siblings = existsSync(dirname(folder)) ? readdirSync(dirname(folder)) : [];
  return siblings.flatMap((sibling): Leftover | [] => {
    const found = sibling.startsWith(name) ? pattern.exec(sibling.slice(name.length))?.groups : undefined;
    if (!found) return [];
    return { path: join(dirname(folder), sibling), kind: found.kind === "old" ? "old" : "new", pid: Number(found.pid) };
  });
}

// The output folder may be a link to another disk, where a rename must stay; and right after a kill, a link to nothing.
function toReal(target: string, links = 0): string {
  const folder = resolve(target);
  if (existsSync(folder)) return realpathSync(folder);
  const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink && links < 40 ? toReal(resolve(dirname(folder), readlinkSync(folder)), links + 1) : folder;
}
