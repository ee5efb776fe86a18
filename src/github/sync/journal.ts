import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { writeAtomically } from "../../files/atomic-file.ts";
import { readIfThere } from "../../files/read-folder.ts";

/** One line of the journal. */
const entrySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("full-start"), at: z.number() }),
  z.object({ kind: z.literal("full-end"), at: z.number() }),
  z.object({ kind: z.literal("created"), at: z.number() }),
  z.object({ kind: z.literal("read"), at: z.number(), number: z.number(), signature: z.string(), file: z.string() }),
]);

type Entry = z.infer<typeof entrySchema>;
type ReadEntry = Extract<Entry, { kind: "read" }>;

/** What was read when: only that saves questions, so losing it loses nothing but time. */
export type Journal = {
  /** When a thread was last read, if its discussion and its file are as they were then. */
  readonly readAt: (number: number, signature: string, file: string) => number | undefined;
  readonly setRead: (entry: Omit<ReadEntry, "kind">) => void;
  /** When everything was last asked for; a run that was killed in the middle goes on with the time of its start. */
  readonly fullEnd: () => number | undefined;
  readonly unfinishedFull: () => number | undefined;
  readonly setFull: (kind: "full-start" | "full-end", at: number) => void;
  /** When discussions were made, in the order in which they were. */
  readonly created: () => readonly number[];
  readonly setCreated: (at: number) => void;
};

export type JournalOptions = {
  /** Discussions that were made before this time do not matter any more. */
  readonly forget: number;
  /** Nothing is written: what is told is known until the end of the run. */
  readonly isReadOnly: boolean;
};

/** A file of lines, each written as something is done, so that a killed run has told all it did. */
export function openJournal(file: string, { forget, isReadOnly }: JournalOptions): Journal {
  const read = new Map<number, ReadEntry>();
  const created: number[] = [];
  let start: number | undefined;
  let end: number | undefined;
  const apply = (entry: Entry): void => {
    if (entry.kind === "read") read.set(entry.number, entry);
    if (entry.kind === "created" && entry.at > forget) created.push(entry.at);
    if (entry.kind === "full-start") start = entry.at;
    if (entry.kind === "full-end") end = entry.at;
  };
  const add = (entry: Entry): void => {
    apply(entry);
    if (!isReadOnly) appendFileSync(file, `${JSON.stringify(entry)}\n`);
  };
  const unfinished = (): number | undefined =>
    start !== undefined && (end === undefined || end < start) ? start : undefined;

  for (const entry of readEntries(file)) apply(entry);
  if (!isReadOnly) {
    mkdirSync(dirname(file), { recursive: true });
    const full = [...toEntries("full-end", end), ...toEntries("full-start", unfinished())];
    const rest = [...created.flatMap((at) => toEntries("created", at)), ...read.values()];
    writeAtomically(file, [...full, ...rest].map((entry) => `${JSON.stringify(entry)}\n`).join(""));
  }
  return {
    readAt: (number, signature, hash) => {
      const entry = read.get(number);
      return entry?.signature === signature && entry.file === hash ? entry.at : undefined;
    },
    setRead: (entry) => add({ kind: "read", ...entry }),
    fullEnd: () => end,
    unfinishedFull: unfinished,
    setFull: (kind, at) => add({ kind, at }),
    created: () => created,
    setCreated: (at) => add({ kind: "created", at }),
  };
}

function toEntries(kind: "full-start" | "full-end" | "created", at: number | undefined): Entry[] {
  return at === undefined ? [] : [{ kind, at }];
}

/** A line that was cut short by a kill, or that an older release wrote, is as good as none. */
function readEntries(file: string): Entry[] {
  const bytes = readIfThere(file);
  const lines = bytes ? Buffer.from(bytes).toString("utf8").split("\n") : [];
  return lines.flatMap((line) => {
    try {
      const entry = entrySchema.safeParse(JSON.parse(line));
      return entry.success ? [entry.data] : [];
    } catch {
      return [];
    }
  });
}

/** What a thread file holds, in short; empty when it is not there. */
export function toFileHash(bytes: Uint8Array | undefined): string {
  return bytes ? createHash("sha256").update(bytes).digest("hex").slice(0, 24) : "";
}
