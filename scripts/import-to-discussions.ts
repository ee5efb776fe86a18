import { pathToFileURL } from "node:url";
import type { Page, Post } from "../src/content/post.ts";
import { findBlogFolder, toDisplayPath } from "../src/eleventy/blog-folder.ts";
import { findEmulatedPlace } from "../src/eleventy/emulated-place.ts";
import { loadStrings } from "../src/eleventy/load-strings.ts";
import { takeLock } from "../src/files/lock-file.ts";
import { copyThreads, type CopyOptions, type CopyReport } from "../src/github/copy/copy-threads.ts";
import { createGraphqlClient } from "../src/github/graphql-client.ts";
import { hour, toDuration } from "../src/github/sync/content-turn.ts";
import { openJournal } from "../src/github/sync/journal.ts";
import { openThreadFiles } from "../src/github/sync/thread-files.ts";
import { toCopyBody } from "../src/importers/discussions/to-copy-body.ts";
import { systemRuntime as runtime } from "../src/web/runtime.ts";
import { readGithubEnvironment, reportGithubError } from "./github-environment.ts";
import { loadPosts, toSyncPosts, type BlogForGithub } from "./load-posts.ts";
import { printProblems } from "./print-problems.ts";
import { createProgress } from "./progress.ts";
import { toJournalFile } from "./sync-journal.ts";

export type ToDiscussions = {
  /** The blog folder; undefined for this repository. */
  readonly blog: string | undefined;
  /** Ids of posts and pages. */
  readonly threads: readonly string[] | "all";
  readonly dryRun: boolean;
  readonly json: boolean;
};

/** Copies threads of a blog folder into its discussions; the exit code. */
export async function copyToDiscussions({ blog: folder, threads, dryRun, json }: ToDiscussions): Promise<number> {
  const emulated = findEmulatedPlace(findBlogFolder({ blog: folder }));
  const { graphqlUrl, token } = emulated ? { ...emulated, token: "emulated" } : readGithubEnvironment();
  const blog = await loadPosts(folder, emulated);
  const { giscus, problems } = blog.loaded;
  if (!giscus) {
    printProblems(problems.filter(({ file }) => file.endsWith("giscus.json")));
    return refuse("_data/giscus.json names no repository. Run `npm run setup -- owner/name`.");
  }
  if (token === undefined) return refuse("GITHUB_TOKEN is not set. Set it to a token that may write discussions.");
  const progress = createProgress(process.stderr);
  const onWait = (milliseconds: number, reason: string): void =>
    progress.show(`${reason}: ${toDuration(milliseconds)} to wait`);
  const journalFile = toJournalFile([blog.comments, giscus.repo, giscus.categoryId, graphqlUrl]);
  const waitFor = (pid: number): void => progress.show(`Waiting for the other sync (process ${pid})`);
  const release = dryRun ? () => undefined : await takeLock(`${journalFile}.lock`, runtime.sleep, waitFor);
  try {
    const report = await copyThreads({
      ...(await toWords(blog)),
      threads,
      dryRun,
      place: giscus,
      posts: toSyncPosts(blog).filter(isShownIn(blog)),
      client: createGraphqlClient({ url: graphqlUrl, token, runtime, onWait }),
      files: openThreadFiles(blog.comments, toDisplayPath),
      journal: openJournal(journalFile, { forget: runtime.now() - hour, isReadOnly: dryRun }),
      runtime,
      onProgress: progress.show,
    });
    progress.clear();
    return printReport(report, { dryRun, json });
  } catch (error) {
    progress.clear();
    return reportGithubError(error);
  } finally {
    release();
  }
}

/** Closed for new comments or not: what was said is public. */
function isShownIn({ entries }: BlogForGithub): (post: { readonly id: string }) => boolean {
  const isShown = (entry: Post | Page): boolean =>
    entry.comments !== "none" && (entry.kind === "post" ? entry.status === "published" : !entry.draft);
  const shown = new Set(entries.filter(isShown).map(({ id }) => id));
  return ({ id }) => shown.has(id);
}

async function toWords({ folder, loaded }: BlogForGithub): Promise<Pick<CopyOptions, "toBody">> {
  const { language, timezone } = loaded.blog.site;
  const importPage = (file: string): Promise<unknown> => import(pathToFileURL(file).href);
  const { stringsOf } = await loadStrings({ data: folder.data, language, importPage });
  const { inReplyTo, anonymous } = stringsOf(language);
  const days = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: timezone });
  return {
    toBody: (step, { url }) => {
      const { anchor, createdAt } = step.comment;
      return toCopyBody(step, {
        link: `${url}#${anchor}`,
        day: days.format(Date.parse(createdAt)),
        inReplyTo,
        anonymous,
      });
    },
  };
}

function printReport(report: CopyReport, { dryRun, json }: Pick<ToDiscussions, "dryRun" | "json">): number {
  const { threads, unchanged, problems } = report;
  printProblems(problems);
  if (json) process.stdout.write(`${JSON.stringify({ dryRun, ...report }, undefined, 2)}\n`);
  else {
    const copied = threads.reduce((sum, thread) => sum + thread.copied, 0);
    const done = dryRun ? "would be copied" : "copied";
    const lines = threads.map(({ file, number, copied: count }) => {
      return `${file}: ${count} ${done}${number === undefined ? "" : ` (#${number})`}`;
    });
    const sum = `${dryRun ? "Nothing was written: " : ""}${copied} ${copied === 1 ? "comment" : "comments"} ${done}`;
    process.stdout.write([...lines, `${sum}, ${unchanged} threads had nothing to copy\n`].join("\n"));
  }
  return problems.length > 0 ? 1 : 0;
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
