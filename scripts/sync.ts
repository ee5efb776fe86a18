import { setFlagsFromString } from "node:v8";
import type { GiscusSettings } from "../src/comments/giscus-settings.ts";
import { findBlogFolder, toDisplayPath } from "../src/eleventy/blog-folder.ts";
import { findEmulatedPlace } from "../src/eleventy/emulated-place.ts";
import { takeLock } from "../src/files/lock-file.ts";
import { createGraphqlClient } from "../src/github/graphql-client.ts";
import { createHostPolicy } from "../src/github/host-policy.ts";
import { createAssetStore } from "../src/github/sync/asset-store.ts";
import { hour, toDuration } from "../src/github/sync/content-turn.ts";
import { openJournal } from "../src/github/sync/journal.ts";
import type { SyncOptions, SyncReport } from "../src/github/sync/sync-options.ts";
import { syncThreads } from "../src/github/sync/sync-threads.ts";
import { openThreadFiles } from "../src/github/sync/thread-files.ts";
import { sanitizeComment } from "../src/markdown/comments/sanitize-comment.ts";
import { systemRuntime as runtime } from "../src/web/runtime.ts";
import { readArguments, readFolder, runCommand } from "./command.ts";
import { readGithubEnvironment, reportGithubError } from "./github-environment.ts";
import { findOwners, loadPosts, toSyncPosts, type BlogForGithub } from "./load-posts.ts";
import { printProblems } from "./print-problems.ts";
import { createProgress, type Progress } from "./progress.ts";
import { toJournalFile } from "./sync-journal.ts";
import { toSyncJson, toSyncLines } from "./sync-report.ts";

const help = `Brings the threads in comments/ up to date with GitHub Discussions. For a blog without a repository, while npm start
runs: brings what was said to its emulator into the local page.

  GITHUB_TOKEN=… npm run sync
  GITHUB_TOKEN=… npm run sync -- --create --dry-run

  --create     make the discussions that posts lack
  --full       ask for every comment again, not only for what has changed
  --prune      forget the threads whose discussion was deleted
  --dry-run    only say what would change
  --json       print what changed as JSON
  --blog DIR   the blog folder (default: this repository)
  --help       this text
`;

const options = {
  create: { type: "boolean", default: false },
  full: { type: "boolean", default: false },
  prune: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  blog: { type: "string" },
} as const;

// What is done with is let go of sooner than on a machine with much memory: a third more than is in use, not the
// triple. Measured in docs/decisions/sync-memory.md.
setFlagsFromString("--heap-growing-percent=30");

await runCommand(async () => {
  const { values } = readArguments({ help, options });
  const blogFolder = readFolder("--blog", values.blog);
  const emulated = findEmulatedPlace(findBlogFolder({ blog: blogFolder }));
  const { graphqlUrl, token } = emulated ? { ...emulated, token: "emulated" } : readGithubEnvironment();
  const blog = await loadPosts(blogFolder, emulated);
  const { giscus, problems } = blog.loaded;
  if (!giscus) {
    printProblems(problems.filter(({ file }) => file.endsWith("giscus.json")));
    return refuse("_data/giscus.json names no repository. Run `npm run setup -- owner/name`.");
  }
  if (token === undefined) return refuse("GITHUB_TOKEN is not set. Set it to a token that may read discussions.");
  const { create, full, prune, "dry-run": dryRun, json } = values;
  const progress = createProgress(process.stderr);
  try {
    const report = await syncBlog(blog, giscus, { graphqlUrl, token, progress, create, full, prune, dryRun });
    progress.clear();
    printProblems(report.problems);
    process.stdout.write(json ? toSyncJson(report, dryRun) : toSyncLines(report, dryRun));
    return report.problems.length > 0 ? 1 : 0;
  } catch (error) {
    progress.clear();
    return reportGithubError(error);
  }
});

type Run = Pick<SyncOptions, "create" | "full" | "prune" | "dryRun"> & {
  readonly graphqlUrl: string;
  readonly token: string;
  readonly progress: Progress;
};

async function syncBlog(blog: BlogForGithub, giscus: GiscusSettings, run: Run): Promise<SyncReport> {
  const { graphqlUrl, token, progress, create, full, prune, dryRun } = run;
  const { comments: folder, loaded } = blog;
  const onWait = (milliseconds: number, reason: string): void =>
    progress.show(`${reason}: ${toDuration(milliseconds)} to wait`);
  const journalFile = toJournalFile([folder, giscus.repo, giscus.categoryId, graphqlUrl]);
  // Two runs that list before either has made anything would both make everything.
  const waitFor = (pid: number): void => progress.show(`Waiting for the other sync (process ${pid})`);
  const release = create && !dryRun ? await takeLock(`${journalFile}.lock`, runtime.sleep, waitFor) : () => undefined;
  return syncThreads({
    place: giscus,
    posts: toSyncPosts(blog),
    owners: findOwners(loaded, giscus.repo),
    client: createGraphqlClient({ url: graphqlUrl, token, runtime, onWait }),
    files: openThreadFiles(folder, toDisplayPath),
    assets: createAssetStore({ folder, runtime, isAllowed: createHostPolicy(graphqlUrl), dryRun }),
    journal: openJournal(journalFile, { forget: runtime.now() - hour, isReadOnly: dryRun }),
    runtime,
    sanitize: (html) => sanitizeComment(html, { base: "https://github.com" }),
    onProgress: progress.show,
    create,
    full,
    prune,
    dryRun,
  }).finally(release);
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
