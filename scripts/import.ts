import { statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { ImportSource } from "../src/importers/import-source.ts";
import type { ImportResult } from "../src/importers/output/run-import.ts";
import { readArguments, readFolder, runCommand, UsageError } from "./command.ts";
import { readDiscussions, readThreadList } from "./discussions-request.ts";
import type { ToDiscussions } from "./import-to-discussions.ts";
import { createImportProgress, createStop, printFile } from "./import-run.ts";
import { readRequest, type ImportRequest } from "./import-request.ts";

const help = `Makes a blog of a WordPress export, or of the folder of another generator, with a report of all that became of it.

  npm run import -- wordpress export.xml --uploads ~/backup/wp-content/uploads --dry-run
  npm run import -- wordpress export-1.xml export-2.xml --into ../my-blog
  npm run import -- markdown ../my-jekyll-site
  GITHUB_TOKEN=… npm run import -- discussions my-post another-post

  wordpress FILE…      what Tools → Export → All content gave: .xml, .xml.gz, .zip, or a folder of these
  markdown DIR         a site of Jekyll, Hexo, Hugo, Eleventy or Zola
  discussions ID…      copy the comments of these imported posts into GitHub Discussions; --all: of every post
  --into DIR           the blog folder, made if it is not there (default: this repository)
  --uploads DIR        a copy of wp-content/uploads; what it lacks is downloaded
  --no-download        fetch nothing from the old blog
  --dry-run            the whole report, and nothing is written
  --json               print the complete report as JSON
  --url ADDRESS        where the new blog will be (default: where the old one is)
  --timezone ZONE      of the old blog, such as Europe/Berlin, where the source does not say
  --permalink PATTERN  addresses of posts of a Markdown folder, as its generator writes them
  --generator NAME     jekyll, hexo, hugo, eleventy or zola, where the folder does not tell
  --to-discussions IDS after an import: copy the comments of these posts, ID,ID,… or all, as discussions does
  --blog DIR           the blog folder of discussions (default: this repository)
  --help               this text

A second run writes what is new and keeps what you have edited. One that was interrupted goes on.
`;

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;

const options = {
  into: text,
  uploads: text,
  "no-download": flag,
  "dry-run": flag,
  json: flag,
  url: text,
  timezone: text,
  permalink: text,
  generator: text,
  "to-discussions": text,
  all: flag,
  blog: text,
} as const;

// As in `sync`: what is done with is let go of sooner than on a machine with much memory. The space for what is new stays
// as it begins, which may be said of a heap that is in use already; `--max-semi-space-size` may not.
setFlagsFromString("--heap-growing-percent=30");
setFlagsFromString("--semi-space-growth-factor=1");

await runCommand(async () => {
  const { values, positionals } = readArguments({ help, options, allowPositionals: true });
  readFolder("--uploads", values.uploads);
  if (values.into !== undefined && !(statSync(values.into, { throwIfNoEntry: false })?.isDirectory() ?? true)) {
    throw new UsageError(`--into names no folder (found ${values.into})`);
  }
  if (positionals[0] === "discussions") return copyComments(readDiscussions(positionals.slice(1), values));
  const request = readRequest(positionals, values);
  const threads = readThreadList(values);
  const { ImportError } = await import("../src/importers/import-error.ts");
  const progress = createImportProgress(process.stderr);
  try {
    const code = await importBlog(request, progress);
    if (code !== 0 || threads === undefined || request.dryRun) return code;
    return await copyComments({ blog: request.into, threads, dryRun: false, json: false });
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    progress.clear();
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
});

async function copyComments(request: ToDiscussions): Promise<number> {
  const { copyToDiscussions } = await import("./import-to-discussions.ts");
  return copyToDiscussions(request);
}

async function importBlog(request: ImportRequest, progress: ReturnType<typeof createImportProgress>): Promise<number> {
  const { engineRoot } = await import("../src/eleventy/engine.ts");
  const { runImport } = await import("../src/importers/output/run-import.ts");
  const { createSampleJudge } = await import("../src/eleventy/sample-files.ts");
  const into = resolve(request.into ?? engineRoot);
  const { dryRun, json } = request;
  const stop = createStop(progress.clear);
  const source = await openSource(request, into, progress.showSurvey);
  const result = await runImport(source, {
    into,
    dryRun,
    onProgress: progress.showItems,
    isStopped: stop.isStopped,
    mayReplace: createSampleJudge(),
    ...(json && { onJson: printFile }),
  });
  progress.clear();
  if (result.isStopped) {
    process.stderr.write("Stopped between two files. The same command goes on from here.\n");
    return stop.exitCode();
  }
  return printResult(result, into, request);
}

async function openSource(
  request: ImportRequest,
  into: string,
  onProgress: (progress: { readonly done: number; readonly total: number }) => void,
): Promise<ImportSource> {
  const { systemRuntime: runtime } = await import("../src/web/runtime.ts");
  const { kind, paths, ...rest } = request;
  const shared = { ...rest, into, onProgress, runtime };
  if (kind === "wordpress") {
    const { openWordPress } = await import("../src/importers/wordpress/import-wordpress.ts");
    return openWordPress(paths, shared);
  }
  const { openMarkdownFolder } = await import("../src/importers/markdown/open-markdown-folder.ts");
  return openMarkdownFolder(paths[0], shared);
}

type Finished = Extract<ImportResult, { isStopped: false }>;

async function printResult(
  result: Finished,
  into: string,
  { into: named, dryRun, json }: ImportRequest,
): Promise<number> {
  const { mismatches, markdown, summary } = result;
  const { toSummaryLine, toSampleAdvice } = await import("./import-summary.ts");
  const { findSampleFiles } = await import("../src/eleventy/sample-files.ts");
  if (!json && dryRun) process.stdout.write(markdown);
  const advice = toSampleAdvice(findSampleFiles(into).untouched, named);
  if (advice !== undefined) process.stderr.write(`${advice}\n`);
  for (const mismatch of mismatches) process.stderr.write(`The sums are off: ${mismatch}.\n`);
  if (!json && !dryRun) process.stdout.write(toSummaryLine(summary, named ?? (relative(process.cwd(), into) || ".")));
  return mismatches.length > 0 ? 1 : 0;
}
