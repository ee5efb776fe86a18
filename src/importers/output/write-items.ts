import { setImmediate as nextTurn } from "node:timers/promises";
import { ImportError } from "../import-error.ts";
import type { ConvertedItem, ImportSource, OutputFile, PendingItem, SourceRest } from "../import-source.ts";
import { toHash, workFolder, type BlogFiles } from "./blog-files.ts";
import { decideFile, stands, type DecisionContext, type PlannedWrite } from "./decide-file.ts";
import { formatJournalLine, type FileState, type ItemLine } from "./journal-line.ts";
import type { Journal } from "./journal.ts";
import { createPathGuard, type PathGuard } from "./path-guard.ts";

export type WriteOptions = {
  readonly files: BlogFiles;
  readonly journal: Journal;
  /** Hears how many items are done. */
  readonly onProgress: (done: number) => void;
  readonly isStopped: () => boolean;
  readonly mayReplace: DecisionContext["mayReplace"];
};

export type WrittenItems = {
  /** Of all items of this run, in their order, and of the rest. */
  readonly keys: readonly string[];
  /** Of items that an earlier run wrote and this one no longer has. */
  readonly gone: readonly string[];
};

/** The journal's line for what belongs to no item; no importer's key begins like that. */
const restKey = ":rest";

const itemsPerTurn = 32;

/** Writes item after item, then the rest; undefined when it was stopped. */
export async function writeItems(source: ImportSource, options: WriteOptions): Promise<WrittenItems | undefined> {
  const { journal, onProgress, isStopped } = options;
  const guard = createPathGuard();
  const keys = new Set<string>();
  for await (const item of source.items()) {
    if (isStopped()) return undefined;
    if (keys.has(item.key) || item.key === restKey) throw new Error(`Two items have the key ${item.key}.`);
    keys.add(item.key);
    if (!(await writeItem(item, guard, options))) return undefined;
    onProgress(keys.size);
    // Where nothing has to be waited for, neither Ctrl-C nor the lock's sign of life would get a turn.
    if (keys.size % itemsPerTurn === 0) await nextTurn();
  }
  if (isStopped()) return undefined;
  if (!writeRest(await source.finish(), guard, options)) return undefined;
  const gone = [...journal.keys()].filter((key) => !keys.has(key) && key !== restKey).sort();
  return { keys: [...keys, restKey], gone };
}

async function writeItem(item: PendingItem, guard: PathGuard, options: WriteOptions): Promise<boolean> {
  const { journal, files } = options;
  const { key, input } = item;
  const known = journal.find(key);
  const isKnown = known?.input === input && stands(known.files, files) && hasRaw(known.raw, files);
  if (isKnown) {
    for (const { path, isLeft } of known.files) if (!isLeft) guard.claim(path, key);
    return true;
  }
  const converted = await item.convert();
  checkItem(converted, key, guard);
  const raw = converted.raw && toRaw(converted.raw, guard);
  const states = place(converted.files, { key, raw }, options);
  if (!states) return false;
  note({ key, input, files: states, raw: converted.raw?.name, record: converted.record }, options);
  return true;
}

function writeRest({ files, ...rest }: SourceRest, guard: PathGuard, options: WriteOptions): boolean {
  for (const { path } of files) guard.claim(path, restKey);
  const states = place(files, { key: restKey }, options);
  if (states) note({ key: restKey, input: "", files: states, rest }, options);
  return states !== undefined;
}

function checkItem({ record, files }: ConvertedItem, key: string, guard: PathGuard): void {
  if (record.key !== key) throw new Error(`The record of ${key} is that of ${record.key}.`);
  for (const { path } of files) guard.claim(path, key);
}

function hasRaw(raw: string | undefined, files: BlogFiles): boolean {
  return raw === undefined || files.has(`${workFolder}/raw/${raw}`);
}

function toRaw({ name, text }: NonNullable<ConvertedItem["raw"]>, guard: PathGuard): PlannedWrite {
  guard.claimRaw(name);
  const bytes = Buffer.from(text);
  return { path: `${workFolder}/raw/${name}`, bytes, hash: toHash(bytes) };
}

type Part = { readonly key: string; readonly raw?: PlannedWrite | undefined };

/** What is remembered of the files; undefined when it was stopped between two of them. */
function place(outputs: readonly OutputFile[], { key, raw }: Part, options: WriteOptions): FileState[] | undefined {
  const { files, journal, mayReplace, isStopped } = options;
  const context = { key, files, journal, mayReplace };
  const decisions = outputs.map((file) => decideFile(file, context));
  const writes = decisions.flatMap(({ write }) => write ?? []);
  // A kill between a file and its line must not make the file look like the owner's.
  if (writes.length > 0) journal.intend(writes.map(({ path, hash }) => [path, hash]));
  if (raw && !isSame(raw, files)) files.write(raw.path, raw.bytes);
  for (const { path, bytes } of writes) {
    if (isStopped()) return undefined;
    writeFile(path, bytes, files);
  }
  const states = decisions.map(({ state }) => state);
  return [...states, ...leave(key, states, options)];
}

function isSame({ path, hash }: PlannedWrite, files: BlogFiles): boolean {
  const found = files.look(path);
  return found.kind === "file" && found.hash === hash;
}

function writeFile(path: string, bytes: Uint8Array, files: BlogFiles): void {
  try {
    files.write(path, bytes);
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    const remedy = "Make that possible and run this again: it goes on from here.";
    throw new ImportError(`${path} cannot be written (${error.message}). ${remedy}`, { cause: error });
  }
}

/** What the item had at another path before: it goes, unless its owner has edited it. */
function leave(key: string, states: readonly FileState[], { files, journal }: WriteOptions): FileState[] {
  const now = new Set(states.map(({ path }) => path));
  const left: FileState[] = [];
  for (const state of journal.find(key)?.files ?? []) {
    const { path, hash, isLeft } = state;
    const isOurs = isLeft || journal.ownerOf(path)?.key === key;
    if (now.has(path) || !isOurs || hash === null) continue;
    const found = files.look(path);
    if (found.kind === "file" && found.hash === hash && !isLeft) files.remove(path);
    else if (found.kind !== "absent") left.push({ path, hash, isLeft: true });
  }
  return left;
}

/** A line that is there already says no more when it is there twice. */
function note(line: ItemLine, { journal }: WriteOptions): void {
  const known = journal.find(line.key);
  if (known && formatJournalLine(journal.read(known)) === formatJournalLine(line)) return;
  journal.append(line);
}
