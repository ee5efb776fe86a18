import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeAtomically } from "./atomic-file.ts";
import {
  ChangedMeanwhile,
  changesFolder,
  findWorker,
  finishChanges,
  hashOf,
  isUnfinished,
  tidyFinished,
  type Journal,
  type Report,
} from "./finish-changes.ts";

/** What a file is to become; without content it is removed. */
export type FileChange = {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly content?: Uint8Array;
  readonly isExecutable?: boolean;
};

export type ChangeOptions = {
  readonly report: Report;
  /** Keeps what is replaced and removed in a folder of this name beside the prepared changes. */
  readonly keepOldAs?: string | undefined;
};

/** Another process is at it, or was. */
export class ChangesUnderWay extends Error {}

/** Changes several files of a folder as one: all of them or none, through kills (`finishChanges`). */
export function makeChanges(root: string, changes: readonly FileChange[], options: ChangeOptions): Report {
  prepareChanges(root, changes, options);
  try {
    return finishChanges(root);
  } catch (error) {
    if (error instanceof ChangedMeanwhile) discardChanges(root);
    throw error;
  }
}

/** Writes all that is needed for the changes beside them; with the journal, which comes last, they are decided. */
export function prepareChanges(root: string, changes: readonly FileChange[], options: ChangeOptions): void {
  tidyFinished(root);
  takeFolder(root);
  try {
    writePrepared(root, changes, options);
  } catch (error) {
    discardChanges(root);
    throw error;
  }
}

function writePrepared(root: string, changes: readonly FileChange[], { report, keepOldAs }: ChangeOptions): void {
  const folder = join(root, changesFolder);
  for (const { path, content, isExecutable } of changes) {
    if (content === undefined) continue;
    const file = join(folder, "new", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content, { mode: isExecutable ? 0o777 : 0o666 });
  }
  const journal: Journal = {
    format: 1,
    changes: toOrder(changes.map((change) => ({ ...toAction(change), before: hashOf(join(root, change.path)) }))),
    ...(keepOldAs === undefined ? {} : { keepOldAs }),
    report,
  };
  writeAtomically(join(folder, "journal.json"), JSON.stringify(journal));
}

/** Forgets changes that were prepared, as far as they were not made. */
function discardChanges(root: string): void {
  rmSync(join(root, changesFolder), { recursive: true, force: true });
}

function toAction({ path, content }: FileChange): Pick<Journal["changes"][number], "path" | "action"> {
  return { path, action: content === undefined ? "remove" : "write" };
}

/** A folder that holds a file can take the place of none but an empty one: of two processes, one gets it. */
function takeFolder(root: string): void {
  const folder = join(root, changesFolder);
  const worker = findWorker(root);
  if (worker !== undefined) throw new ChangesUnderWay(`process ${worker}`);
  if (isUnfinished(root)) throw new ChangesUnderWay("it was interrupted just now");
  rmSync(folder, { recursive: true, force: true });
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    writeFileSync(join(draft, ".gitignore"), "*\n");
    writeFileSync(join(draft, "pid"), String(process.pid));
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw existsSync(folder) ? new ChangesUnderWay("it began just now", { cause: error }) : error;
  }
}

/**
 * First what comes, then what changes, then what goes: whichever file a kill leaves old or new, the files that it
 * imports are there. But a name that changes in case only must go before it comes.
 */
function toOrder(changes: Journal["changes"]): Journal["changes"] {
  const written = new Set(changes.filter(({ action }) => action === "write").map(({ path }) => path.toLowerCase()));
  const folders = new Set([...written].flatMap((path) => [...foldersOf(path)]));
  const rank = ({ path, action, before }: Journal["changes"][number]): number => {
    if (action === "write") return before === null ? 1 : 2;
    return written.has(path.toLowerCase()) || folders.has(path.toLowerCase()) ? 0 : 3;
  };
  return changes.toSorted((a, b) => rank(a) - rank(b));
}

function* foldersOf(path: string): Iterable<string> {
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) yield folder;
}
