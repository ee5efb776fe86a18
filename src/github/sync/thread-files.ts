import { rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { formatThread } from "../../comments/format-thread.ts";
import { parseThread } from "../../comments/parse-thread.ts";
import type { Thread } from "../../comments/thread.ts";
import { listNames, removeDrafts, writeAtomically } from "../../files/atomic-file.ts";
import { readIfThere } from "../../files/read-folder.ts";
import { isError, type Problem } from "../../lib/problem.ts";
import type { KnownThread } from "../match-discussions.ts";

/** The thread files of a blog: one is in memory at a time. */
export type ThreadFiles = {
  /** Every thread file with the number that it knows. */
  readonly list: () => KnownThread[];
  readonly read: (post: string) => StoredThread;
  readonly readBytes: (post: string) => Uint8Array | undefined;
  /** Whole or not at all. */
  readonly write: (post: string, thread: Thread) => Uint8Array;
  readonly remove: (post: string) => void;
  /** As messages name it. */
  readonly nameOf: (post: string) => string;
};

/** `bytes` without `thread`: a file that cannot be read, and that is therefore never replaced. */
export type StoredThread = {
  readonly thread?: Thread;
  readonly bytes?: Uint8Array;
  readonly problems: readonly Problem[];
};

const headSchema = z.object({ discussion: z.object({ number: z.number() }).nullable().optional() });

export function openThreadFiles(folder: string, toDisplayPath: (file: string) => string): ThreadFiles {
  removeDrafts(folder);
  const names = new Map<string, string>();
  for (const name of listNames(folder)) {
    if (/^[^.].*\.json$/.test(name)) names.set(name.slice(0, -".json".length).normalize("NFC"), name);
  }
  const pathOf = (post: string): string => join(folder, names.get(post.normalize("NFC")) ?? `${post}.json`);
  return {
    list: () => [...names.keys()].map((post) => ({ post, ...readNumber(readIfThere(pathOf(post))) })),
    readBytes: (post) => readIfThere(pathOf(post)),
    read: (post) => {
      const bytes = readIfThere(pathOf(post));
      if (!bytes) return { problems: [] };
      const source = { file: toDisplayPath(pathOf(post)), path: `${post}.json`, bytes };
      const { thread, problems } = parseThread(source);
      return { bytes, problems: problems.filter(isError), ...(thread && { thread }) };
    },
    write: (post, thread) => {
      const bytes = Buffer.from(formatThread(thread));
      writeAtomically(pathOf(post), bytes);
      names.set(post.normalize("NFC"), names.get(post.normalize("NFC")) ?? `${post}.json`);
      return bytes;
    },
    remove: (post) => {
      rmSync(pathOf(post), { force: true });
      names.delete(post.normalize("NFC"));
    },
    nameOf: (post) => toDisplayPath(pathOf(post)),
  };
}

function readNumber(bytes: Uint8Array | undefined): { readonly number?: number } {
  try {
    const head = headSchema.safeParse(JSON.parse(Buffer.from(bytes ?? []).toString("utf8")));
    const number = head.data?.discussion?.number;
    return number === undefined ? {} : { number };
  } catch {
    // What is wrong with the file is said when it is its turn.
    return {};
  }
}
