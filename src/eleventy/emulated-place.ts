import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { giscusSchema, type GiscusSettings } from "../comments/giscus-settings.ts";
import type { Thread } from "../comments/thread.ts";
import { readIfThere } from "../files/read-folder.ts";
import type { BlogFolder } from "./blog-folder.ts";
import { loadThreads, type LoadedThreads } from "./load-threads.ts";

/**
 * Stands in for `_data/giscus.json` while there is none. `npm start` and `npm run sync` alone hand it to `loadBlog`; a
 * build has no way to, so nothing that was said to an emulator is ever published.
 */
export type EmulatedPlace = {
  readonly settings: GiscusSettings;
  readonly graphqlUrl: string;
  /** Its threads, in the place of `comments/`. */
  readonly comments: string;
};

/** `.emulator/` beside the owner's folders. */
export function toEmulatorFolder({ posts }: BlogFolder): string {
  return join(dirname(posts), ".emulator");
}

export function toEmulatedComments(folder: BlogFolder): string {
  const comments = join(toEmulatorFolder(folder), "comments");
  mkdirSync(comments, { recursive: true });
  return comments;
}

/** Whether the owner has said where the real conversation is kept. */
export function isConfigured({ data }: BlogFolder): boolean {
  return data !== undefined && existsSync(join(data, "giscus.json"));
}

const addressSchema = z.object({ ...giscusSchema.shape, graphqlUrl: z.url(), process: z.number().int().positive() });

/** The emulator of a running `npm start`; undefined when none runs, or when the blog has a repository. */
export function findEmulatedPlace(folder: BlogFolder): EmulatedPlace | undefined {
  const bytes = isConfigured(folder) ? undefined : readIfThere(join(toEmulatorFolder(folder), "address.json"));
  if (!bytes) return undefined;
  const { repo, repoId, category, categoryId, host, graphqlUrl, process } = addressSchema.parse(
    JSON.parse(Buffer.from(bytes).toString("utf8")),
  );
  if (!isRunning(process) || !repo || !repoId || !category || !categoryId || !host) return undefined;
  return { settings: { repo, repoId, category, categoryId, host }, graphqlUrl, comments: toEmulatedComments(folder) };
}

// A killed `npm start` leaves its address behind.
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The blog's own threads and, in the place of GitHub's part of each, what was said to the emulator. */
export function addEmulatedThreads(own: LoadedThreads, { comments }: Pick<EmulatedPlace, "comments">): LoadedThreads {
  const emulated = loadThreads(comments);
  const byPost = new Map([...emulated.byFile].map(([file, thread]) => [thread.post, { file, thread }]));
  const byFile = new Map<string, Thread>();
  for (const [file, thread] of own.byFile) {
    const live = byPost.get(thread.post);
    byPost.delete(thread.post);
    byFile.set(file, live ? joinThreads(thread, live.thread) : { ...thread, discussion: null });
  }
  for (const { file, thread } of byPost.values()) byFile.set(file, thread);
  const media = new Map([...own.media, ...emulated.media]);
  return { ...own, byFile, media, problems: [...own.problems, ...emulated.problems] };
}

function joinThreads(own: Thread, live: Thread): Thread {
  const imported = own.comments.filter(({ source }) => source !== "github");
  return { ...own, discussion: live.discussion, comments: [...imported, ...live.comments] };
}
