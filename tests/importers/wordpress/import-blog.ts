import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { findBlogFolder } from "../../../src/eleventy/blog-folder.ts";
import { checkSite, type CheckedSite } from "../../../src/eleventy/check-site.ts";
import { createAnswers } from "../../../src/eleventy/place-search.ts";
import { createCache } from "../../../src/files/cache.ts";
import type { UrlRow } from "../../../src/importers/import-source.ts";
import { runImport, type ImportResult } from "../../../src/importers/output/run-import.ts";
import { openWordPress, type WordPressOptions } from "../../../src/importers/wordpress/import-wordpress.ts";
import { fakeRuntime } from "../../support/fake-runtime.ts";

export type Imported = Extract<ImportResult, { isStopped: false }>;

/** Imports exports into a folder, without the network. */
export async function importBlog(
  paths: readonly string[],
  into: string,
  options: Partial<WordPressOptions> = {},
): Promise<Imported> {
  const { dryRun = false } = options;
  const source = await openWordPress(paths, { into, download: false, dryRun, runtime: fakeRuntime(), ...options });
  const result = await runImport(source, { into, dryRun, onProgress: () => undefined });
  if (result.isStopped) throw new Error("The import was stopped.");
  return result;
}

/** All that `npm run check` finds in a blog folder. */
export function checkBlog(folder: string): Promise<CheckedSite> {
  return checkSite({
    folder: findBlogFolder({ blog: folder }),
    now: DateTime.fromISO("2026-11-24T12:00:00Z"),
    cache: createCache(undefined),
    importPage: (file) => import(file),
    onProgress: () => undefined,
  });
}

export type ReportedUrl = UrlRow & { readonly item?: string };

type Report = {
  readonly urls: readonly ReportedUrl[];
  readonly findings: readonly { readonly kind: string; readonly found: string; readonly outcome: string }[];
};

export function readReport(folder: string): Report {
  return JSON.parse(readFileSync(join(folder, "import-report.json"), "utf8")) as Report;
}

/** Old addresses that the report calls alive, and that the new site would not answer. */
export function findDeadRows(folder: string, { plan }: CheckedSite): string[] {
  if (!plan) throw new Error("the blog cannot be loaded");
  const answers = createAnswers(plan);
  const aliases = new Set<string>(
    [...plan.context.blog.posts, ...plan.context.blog.pages].flatMap((entry) => entry.aliases),
  );
  const redirects = readRedirects(folder);
  return readReport(folder).urls.flatMap((row) => {
    if (row.outcome === "gone") return [];
    const isAnswered = row.from.includes("?") ? aliases.has(row.from) || row.from in redirects : answers(row.from);
    return isAnswered && answers(row.to) ? [] : [`${row.from} → ${row.to}`];
  });
}

function readRedirects(folder: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(folder, "_data/redirects.json"), "utf8")) as Record<string, string>;
}

/** Every file of a folder by its path, without what is the import's own. */
export function readBlog(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith(".import/"));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path))]));
}
