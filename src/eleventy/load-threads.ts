import { join } from "node:path";
import { parseThread } from "../comments/parse-thread.ts";
import type { Thread } from "../comments/thread.ts";
import { listFiles } from "../files/read-folder.ts";
import type { Problem } from "../lib/problem.ts";
import { readSource } from "./blog-folder.ts";

export type LoadedThreads = {
  /** By file, as problems name it. */
  readonly byFile: ReadonlyMap<string, Thread>;
  /** Everything in sub-folders, such as `avatars/` and `media/`: path in `comments/` to path on the disk. */
  readonly media: ReadonlyMap<string, string>;
  /** The texts of files that could not be read, by the post's id that they are named after. */
  readonly unread: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
};

/** Reads the threads of a `comments` folder, each file once. */
export function loadThreads(folder: string | undefined): LoadedThreads {
  const paths = folder === undefined ? [] : listFiles(folder);
  const pictures = paths.filter((path) => path.includes("/"));
  const media = new Map(pictures.map((path) => [path.normalize("NFC"), join(folder ?? "", path)]));
  const byFile = new Map<string, Thread>();
  const unread = new Map<string, string>();
  const problems: Problem[] = [];
  for (const path of paths.filter(isThread)) {
    const source = readSource(folder ?? "", path);
    if (!source) continue;
    const parsed = parseThread(source, media);
    problems.push(...parsed.problems);
    if (parsed.thread) byFile.set(source.file, parsed.thread);
    else unread.set(source.path.replace(/\.json$/, ""), new TextDecoder().decode(source.bytes));
  }
  return { byFile, media, unread, problems };
}

// What starts with a dot belongs to `sync`; no id does.
function isThread(path: string): boolean {
  return /^[^./][^/]*\.json$/.test(path);
}
