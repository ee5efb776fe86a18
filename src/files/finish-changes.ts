import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { isOtherProcess } from "./other-process.ts";

// What an update has half replaced must still be able to finish it: `scripts/update.ts` imports this file alone, and
// this one `other-process.ts`; every release keeps these paths, what they export, and the form of the journal.

const journalSchema = z.object({
  format: z.literal(1),
  /** In the order in which they are made. */
  changes: z.array(z.object({ path: z.string(), action: z.enum(["write", "remove"]), before: z.string().nullable() })),
  /** Where what was replaced is kept, relative to the root. */
  keepOldAs: z.string().optional(),
  /** What is to be said when all is done, by whichever run does it. */
  report: z.object({ text: z.string(), json: z.unknown() }),
});

export type Journal = z.infer<typeof journalSchema>;
type Change = Journal["changes"][number];
export type Report = Journal["report"];

/** Somebody has edited a file since its change was prepared. */
export class ChangedMeanwhile extends Error {}

/** Where several changes are prepared before the first is made: on the same disk, so that each is one rename. */
export const changesFolder = ".klatsch/update";

// A process number is given to somebody else one day, and to make the changes takes seconds.
const longest = 60_000;

const journalName = "journal.json";
const finishedName = "finished.json";

/** The number of the process that prepares or makes changes at this moment. */
export function findWorker(root: string): number | undefined {
  const file = join(root, changesFolder, "pid");
  const stat = statOf(file);
  if (!stat || Date.now() - stat.mtimeMs > longest) return undefined;
  const pid = Number(readFileSync(file, "utf8"));
  return pid > 0 && isOtherProcess(pid) ? pid : undefined;
}

/** Whether changes were prepared whole, and a kill kept them from being made. */
export function isUnfinished(root: string): boolean {
  return existsSync(join(root, changesFolder, journalName));
}

/**
 * Makes all prepared changes, or none: a failure takes back what was done; a kill leaves the journal, with which the
 * next call goes on. `onStep` hears of each file before it is touched.
 */
export function finishChanges(root: string, onStep: (path: string) => void = () => undefined): Report {
  const place = toPlace(root);
  const journal = journalSchema.parse(JSON.parse(readFileSync(place.journal, "utf8")));
  const waiting = journal.changes.filter((change) => !isDone(change, place));
  for (const change of waiting) verify(change, place);
  try {
    for (const change of waiting) {
      onStep(change.path);
      make(change, place);
    }
  } catch (error) {
    undo(journal.changes, place);
    rmSync(place.folder, { recursive: true, force: true });
    throw error;
  }
  renameSync(place.journal, place.finished);
  tidyFinished(root);
  return journal.report;
}

/** Clears away what changes that were made have left; with a kill in between, for a second time. */
export function tidyFinished(root: string): void {
  const place = toPlace(root);
  if (!existsSync(place.finished)) return;
  const { keepOldAs } = journalSchema.parse(JSON.parse(readFileSync(place.finished, "utf8")));
  if (keepOldAs !== undefined && existsSync(join(place.folder, "old"))) {
    writeFileSync(join(place.folder, "old/.gitignore"), "*\n");
    renameSync(join(place.folder, "old"), join(root, keepOldAs));
  }
  rmSync(place.folder, { recursive: true, force: true });
}

/** Makes the changes that a kill has interrupted; or says, as sentences, why it cannot. */
export function finishInterrupted(root: string): { readonly report: Report } | { readonly failure: string } {
  const worker = findWorker(root);
  if (worker !== undefined)
    return { failure: `Another update is at it (process ${worker}). Run this again when it has ended.` };
  try {
    return { report: finishChanges(root) };
  } catch (error) {
    if (error instanceof ChangedMeanwhile) {
      const remedy = `Put it back, or remove ${changesFolder} to give the update up.`;
      return { failure: `An update was interrupted, and ${error.message} has changed since. ${remedy}` };
    }
    const reason = error instanceof Error ? error.message : String(error);
    return { failure: `An interrupted update cannot be finished (${reason}). What is not done was taken back.` };
  }
}

type Place = {
  readonly root: string;
  readonly folder: string;
  readonly journal: string;
  readonly finished: string;
  readonly target: (path: string) => string;
  readonly fresh: (path: string) => string;
  readonly old: (path: string) => string;
};

function toPlace(root: string): Place {
  const folder = join(root, changesFolder);
  return {
    root,
    folder,
    journal: join(folder, journalName),
    finished: join(folder, finishedName),
    target: (path) => join(root, path),
    fresh: (path) => join(folder, "new", path),
    old: (path) => join(folder, "old", path),
  };
}

function isDone({ path, action }: Change, { target, fresh, old }: Place): boolean {
  return action === "write" ? !existsSync(fresh(path)) : existsSync(old(path)) || hashOf(target(path)) === null;
}

function verify({ path, before }: Change, { root, target }: Place): void {
  verifyFolders(root, path);
  const found = hashOf(target(path));
  // What is gone cannot be lost.
  if (found !== null && found !== before) throw new ChangedMeanwhile(path);
}

/** A link on the way would lead out of the folder. */
function verifyFolders(root: string, path: string): void {
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    if (statOf(join(root, folder))?.isSymbolicLink()) throw new ChangedMeanwhile(folder);
  }
}

/** SHA-256 of what lies on the disk, byte for byte; null for nothing. */
export function hashOf(file: string): string | null {
  const stat = statOf(file);
  if (!stat) return null;
  return stat.isFile() ? createHash("sha256").update(readFileSync(file)).digest("hex") : "no file";
}

function statOf(file: string): Stats | undefined {
  try {
    return lstatSync(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return;
    throw error;
  }
}

function make({ path, action }: Change, { root, target, fresh, old }: Place): void {
  const isThere = hashOf(target(path)) !== null;
  if (isThere) mkdirSync(dirname(old(path)), { recursive: true });
  if (action === "remove") {
    renameSync(target(path), old(path));
    removeEmptyFolders(root, path);
    return;
  }
  if (isThere && !existsSync(old(path))) keepOld(target(path), old(path));
  mkdirSync(dirname(target(path)), { recursive: true });
  renameSync(fresh(path), target(path));
}

/** A second name for the file where the disk can, so that it is never missing from its place. */
function keepOld(file: string, old: string): void {
  try {
    linkSync(file, old);
  } catch {
    copyFileSync(file, `${old}.tmp`);
    renameSync(`${old}.tmp`, old);
  }
}

function undo(changes: readonly Change[], place: Place): void {
  for (const change of changes.filter((made) => isDone(made, place)).toReversed()) {
    const { target, old } = place;
    if (existsSync(old(change.path))) {
      mkdirSync(dirname(target(change.path)), { recursive: true });
      renameSync(old(change.path), target(change.path));
    } else if (change.action === "write") {
      rmSync(target(change.path), { force: true });
      removeEmptyFolders(place.root, change.path);
    }
  }
}

function removeEmptyFolders(root: string, path: string): void {
  try {
    for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) rmdirSync(join(root, folder));
  } catch {
    // The first that is not empty ends it.
  }
}
