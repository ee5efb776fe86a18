import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Emulator, EmulatorOptions } from "../../emulator/emulator.ts";
import { startEmulator } from "../../emulator/start-emulator.ts";
import type { Thread } from "../../src/comments/thread.ts";
import { createGraphqlClient } from "../../src/github/graphql-client.ts";
import { createHostPolicy } from "../../src/github/host-policy.ts";
import { createAssetStore } from "../../src/github/sync/asset-store.ts";
import { hour } from "../../src/github/sync/content-turn.ts";
import { openJournal } from "../../src/github/sync/journal.ts";
import type { SyncOptions, SyncReport } from "../../src/github/sync/sync-options.ts";
import { syncThreads } from "../../src/github/sync/sync-threads.ts";
import { openThreadFiles } from "../../src/github/sync/thread-files.ts";
import { sanitizeComment } from "../../src/markdown/comments/sanitize-comment.ts";
import { fakeRuntime } from "../support/fake-runtime.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

type Flags = Partial<Pick<SyncOptions, "create" | "full" | "prune" | "dryRun">>;

/** A blog of some posts and its repository, on one clock that stands still unless somebody waits. */
export type SyncedBlog = {
  readonly emulator: Emulator;
  readonly folder: string;
  readonly runtime: ReturnType<typeof fakeRuntime>;
  readonly sync: (flags?: Flags) => Promise<SyncReport>;
  /** What was asked of GitHub since the last time, by operation. */
  readonly asked: () => string[];
  readonly thread: (post: string) => Thread;
  /** A discussion as giscus makes it; its number. */
  readonly discuss: (post: string) => number;
  readonly wait: (milliseconds: number) => Promise<void>;
};

export async function syncedBlog(posts: readonly string[], options: EmulatorOptions = {}): Promise<SyncedBlog> {
  const runtime = fakeRuntime();
  const emulator = await startEmulator({ port: 0, now: () => new Date(runtime.now()), ...options });
  onTestFinished(() => emulator.close());
  const base = temporaryFolder();
  const folder = join(base, "comments");
  let heard = 0;
  const sync: SyncedBlog["sync"] = (flags = {}) => {
    const { dryRun = false } = flags;
    const isAllowed = createHostPolicy(emulator.graphqlUrl);
    return syncThreads({
      place: emulator,
      posts: posts.map((id) => ({
        id,
        title: `On ${id}`,
        url: `https://example.org/posts/${id}/`,
        excerpt: () => Promise.resolve(`All about ${id}.`),
        isOpen: true,
      })),
      owners: new Set(["ann"]),
      client: createGraphqlClient({ url: emulator.graphqlUrl, token: "t", runtime, timeout: 400 }),
      files: openThreadFiles(folder, (file) => file.slice(base.length + 1)),
      assets: createAssetStore({ folder, runtime, isAllowed, dryRun }),
      journal: openJournal(join(base, "journal.jsonl"), { forget: runtime.now() - hour, isReadOnly: dryRun }),
      runtime,
      sanitize: (html) => sanitizeComment(html),
      onProgress: () => undefined,
      create: false,
      full: false,
      prune: false,
      dryRun,
      ...flags,
    });
  };
  return {
    emulator,
    folder,
    runtime,
    sync,
    wait: (milliseconds) => runtime.sleep(milliseconds),
    asked: () => {
      const all = emulator.control.asked.flatMap(({ operation }) => operation ?? []);
      return all.slice(heard, (heard = all.length));
    },
    thread: (post) => JSON.parse(readFileSync(join(folder, `${post}.json`), "utf8")) as Thread,
    discuss: (post) => {
      const body = `# posts/${post}\n\n<!-- blog-id: ${post} -->`;
      const { store } = emulator.control;
      return store.addDiscussion({
        title: `posts/${post}`,
        body,
        author: "giscus[bot]",
        categoryId: emulator.categoryId,
      }).number;
    },
  };
}

/** Every file below a folder with what it holds. */
export function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.sort().map((file) => [file.slice(folder.length + 1), readFileSync(file, "base64")]));
}

/** A blog folder for the commands, with its repository on the emulator. */
export function writeBlog(
  folder: string,
  emulator: Emulator,
  posts: readonly string[],
  url = "http://127.0.0.1:9/",
): void {
  const { repo, repoId, category, categoryId } = emulator;
  writeFiles(folder, {
    "_data/site.ts": `export default { title: "T", url: "${url}" };\n`,
    "_data/giscus.json": JSON.stringify({ repo, repoId, category, categoryId }),
    ...Object.fromEntries(
      posts.map((id) => [`posts/${id}.md`, `---\ntitle: On ${id}\ndate: 2026-01-01\n---\nAll about ${id}.\n`]),
    ),
  });
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
