import Eleventy, { type UserConfig } from "@11ty/eleventy";
import { relative } from "node:path";
import { toScheduleText } from "../content/schedule.ts";
import { createFileWriter, type FileWriter } from "../files/file-writer.ts";
import { openOutputFolder } from "../files/output-folder.ts";
import { toOutputPath } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { toHostFiles } from "./host-files.ts";
import { keepUrls, toAddresses } from "./keep-urls.ts";
import { pagesFolder } from "./page-modules.ts";
import { toInnermost, toOverrideFault } from "./override-fault.ts";
import { hasErrors, renderAll, withoutSilencedOf } from "./render-entries.ts";
import { planSite, type PlanOptions, type SitePlan } from "./site-plan.ts";
import type { TsxPagesOptions } from "./tsx-pages.ts";

/** `rendering` counts texts, `writing` pages, `encoding` files of pictures, `drawing` social cards. */
export type BuildStep = "rendering" | "writing" | "encoding" | "drawing";

export type BuildOptions = Omit<PlanOptions, "mode" | "preview"> & {
  readonly output: string;
  readonly configure: (config: UserConfig, site: TsxPagesOptions) => void;
  /** Hears how far the build has come. */
  readonly onProgress: (step: BuildStep, done: number, total: number) => void;
};

export type BuildResult = {
  readonly problems: readonly Problem[];
  /** Absent when errors stopped the build; then the earlier output stands as it was. */
  readonly built?: BuiltSite;
};

export type BuiltSite = {
  readonly posts: number;
  readonly pages: number;
  /** What waits for its time, in words. */
  readonly schedule?: string;
};

/** Builds the whole site beside its output folder and swaps it in; any failure leaves the earlier site untouched. */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  try {
    return await build(options);
  } catch (error) {
    const fault = toOverrideFault(error, options.folder.overrides);
    if (fault) return { problems: [fault] };
    throw toInnermost(error);
  }
}

async function build(options: BuildOptions): Promise<BuildResult> {
  const plan = await planSite({ ...options, mode: "production", preview: false });
  const folder = openOutputFolder(options.output);
  try {
    const writer = createFileWriter(folder.path);
    // Encoding takes longest, so it begins first. It writes where nobody looks until the folder is swapped in.
    if (!hasErrors(plan.problems)) plan.images.start(writer.write);
    const found = await renderAll(plan, (...count) => options.onProgress("rendering", ...count));
    const problems = withoutSilencedOf(plan, [...plan.problems, ...found]);
    if (hasErrors(problems)) {
      await plan.images.stop();
      folder.discard();
      return { problems };
    }
    // Pagefind is a process of its own, which works while pages are written.
    const search = plan.searchIndex();
    // Where writing fails first, that is told; a second failure has nobody who waits for it.
    search.catch(() => {});
    const pages = await writeSite(plan, folder.path, writer, options);
    const index = await search;
    for (const [path, bytes] of index.files) writer.write(path, bytes);
    folder.swapIn();
    const { urls } = options.folder;
    if (urls !== undefined) keepUrls(urls, plan.loaded.history, toAddresses(plan.routes));
    const { posts, scheduled } = plan.context.blog;
    const schedule = toScheduleText(scheduled);
    return {
      problems: [...problems, ...index.problems],
      built: { posts: posts.length, pages, ...(schedule && { schedule }) },
    };
  } catch (error) {
    await Promise.all([plan.images.stop(), plan.cards.stop()]);
    folder.discard();
    throw error;
  }
}

async function writeSite(plan: SitePlan, output: string, writer: FileWriter, options: BuildOptions): Promise<number> {
  plan.cards.start(writer.write);
  const pages = await runEleventy(plan, output, writer, options);
  copyFiles(plan, writer);
  const ready = [...plan.staticFiles.keys()].filter((path) => path.endsWith(".html"));
  await plan.images.finish((...count) => options.onProgress("encoding", ...count));
  await plan.cards.finish((...count) => options.onProgress("drawing", ...count));
  return pages + ready.length;
}

async function runEleventy(plan: SitePlan, output: string, writer: FileWriter, options: BuildOptions): Promise<number> {
  const total = [...plan.routes.values()].reduce((sum, routes) => sum + routes.length, 0);
  let written = 0;
  let pages = 0;
  const onWritten = (path: string): void => {
    written++;
    if (path.endsWith(".html")) pages++;
    options.onProgress("writing", written, total);
  };
  const site: TsxPagesOptions = { context: plan.context, routes: plan.routes, writer, onWritten };
  const eleventy = new Eleventy(relative(process.cwd(), pagesFolder), output, {
    quietMode: true,
    config: (config) => options.configure(config, site),
  });
  eleventy.disableLogger();
  await eleventy.write();
  if (written !== total) throw new Error(`Eleventy wrote ${written} of ${total} pages`);
  return pages;
}

function copyFiles({ context, staticFiles, bundle, content, comments }: SitePlan, writer: FileWriter): void {
  for (const [path, file] of staticFiles) writer.copy(path, file);
  for (const [path, text] of toHostFiles(context.blog, staticFiles)) writer.write(path, text);
  for (const [path, bytes] of bundle.files) writer.write(path, bytes);
  for (const [url, file] of [...content.usedMedia, ...comments.usedMedia]) writer.copy(toOutputPath(url), file);
}
