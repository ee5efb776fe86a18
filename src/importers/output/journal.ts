import {
  appendFileSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { formatJournalLine, parseJournalLine, type FileState, type IntentLine, type ItemLine } from "./journal-line.ts";
import { readLineAt, readLines } from "./line-reader.ts";

/** What is kept in memory of an item; the rest is read again where it stands. */
export type JournalEntry = Pick<ItemLine, "key" | "input" | "files" | "raw"> & {
  readonly place: { readonly file: number; readonly offset: number; readonly length: number };
};

/** What earlier runs and this one have done: a line an item, written when it is done, so that a kill loses nothing. */
export type Journal = {
  readonly find: (key: string) => JournalEntry | undefined;
  readonly keys: () => Iterable<string>;
  readonly read: (entry: JournalEntry) => ItemLine;
  /** Whose file a path is, and what we wrote there. */
  readonly ownerOf: (path: string) => { readonly key: string; readonly state: FileState } | undefined;
  /** Whether a killed run wanted to write just that to the path. */
  readonly isIntended: (path: string, hash: string) => boolean;
  readonly intend: (files: IntentLine["intent"]) => void;
  readonly append: (line: ItemLine) => void;
  /** One line for each of the keys and in their order, if it is not so already. */
  readonly compact: (keys: readonly string[]) => void;
  readonly close: () => void;
};

/** With `dryRun` what is there is read, and what is new kept in a temporary file elsewhere. */
export function openJournal(file: string, dryRun: boolean): Journal {
  const log = dryRun ? openTemporary() : openLog(file);
  const state = createState();
  const base = dryRun ? openBase(file) : log.file;
  let end = base === undefined ? 0 : load(base, state);
  if (base === log.file && end < statSync(file).size) ftruncateSync(base, end);
  if (base !== log.file) end = 0;
  const append = (line: ItemLine | IntentLine): JournalEntry["place"] => {
    const text = formatJournalLine(line);
    const length = Buffer.byteLength(text);
    appendFileSync(log.file, text);
    const place = { file: log.file, offset: end, length };
    end += length;
    state.sequence.push("key" in line ? line.key : undefined);
    return place;
  };
  const read = ({ place }: JournalEntry): ItemLine => {
    const line = parseJournalLine(readLineAt(place.file, place.offset, place.length));
    if (!line || !("key" in line)) throw new Error("The journal of the import was changed while it was read.");
    return line;
  };
  return {
    find: (key) => state.entries.get(key),
    keys: () => state.entries.keys(),
    read,
    ownerOf: (path) => state.owners.get(path),
    isIntended: (path, hash) => state.intents.get(path)?.has(hash) ?? false,
    intend: (intent) => {
      remember({ intent }, undefined, state);
      append({ intent });
    },
    append: (line) => remember(line, append(line), state),
    compact: (keys) => {
      if (dryRun || isCompact(state.sequence, keys)) return;
      writeCompact(file, keys, { state, read });
    },
    close: () => {
      closeSync(log.file);
      if (base !== undefined && base !== log.file) closeSync(base);
      log.remove();
    },
  };
}

type State = {
  readonly entries: Map<string, JournalEntry>;
  readonly owners: Map<string, { readonly key: string; readonly state: FileState }>;
  readonly intents: Map<string, Set<string>>;
  /** The key of each line, or undefined for what goes when the journal is compacted. */
  readonly sequence: (string | undefined)[];
};

function createState(): State {
  return { entries: new Map(), owners: new Map(), intents: new Map(), sequence: [] };
}

/** Where the last whole line ends. */
function load(file: number, state: State): number {
  let end = 0;
  for (const { text, offset, length } of readLines(file)) {
    const line = parseJournalLine(text);
    if (line) remember(line, { file, offset, length }, state);
    state.sequence.push(line && "key" in line ? line.key : undefined);
    end = offset + length;
  }
  return end;
}

function remember(line: ItemLine | IntentLine, place: JournalEntry["place"] | undefined, state: State): void {
  if ("intent" in line) {
    for (const [path, hash] of line.intent) {
      const hashes = state.intents.get(path) ?? new Set();
      state.intents.set(path, hashes.add(hash));
    }
    return;
  }
  if (!place) return;
  const { key, input, files, raw } = line;
  for (const { path } of state.entries.get(key)?.files ?? []) {
    if (state.owners.get(path)?.key === key) state.owners.delete(path);
  }
  // The later line is right: a file may have become another item's.
  for (const file of files) if (!file.isLeft) state.owners.set(file.path, { key, state: file });
  state.entries.set(key, { key, input, files, raw, place });
}

function isCompact(sequence: State["sequence"], keys: readonly string[]): boolean {
  return sequence.length === keys.length && keys.every((key, index) => sequence[index] === key);
}

type Reader = { readonly state: State; readonly read: Journal["read"] };

function writeCompact(file: string, keys: readonly string[], { state, read }: Reader): void {
  const draft = `${file}.${process.pid}.tmp`;
  const target = openSync(draft, "w");
  try {
    for (const key of keys) {
      const entry = state.entries.get(key);
      if (!entry) continue;
      const files = entry.files.filter(({ path, isLeft }) => isLeft || state.owners.get(path)?.key === key);
      appendFileSync(target, formatJournalLine({ ...read(entry), files }));
    }
  } finally {
    closeSync(target);
  }
  renameSync(draft, file);
}

type Log = { readonly file: number; readonly remove: () => void };

function openLog(file: string): Log {
  mkdirSync(dirname(file), { recursive: true });
  return { file: openSync(file, "a+"), remove: () => undefined };
}

function openBase(file: string): number | undefined {
  return existsSync(file) ? openSync(file, "r") : undefined;
}

function openTemporary(): Log {
  const folder = mkdtempSync(join(tmpdir(), "klatsch-import-"));
  return {
    file: openSync(join(folder, "journal.ndjson"), "a+"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
