import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DateTime } from "luxon";
import type { Post } from "../content/post.ts";
import { writeAtomically } from "../files/atomic-file.ts";
import { readIfThere } from "../files/read-folder.ts";
import { asPermalink, type Permalink } from "../lib/permalink.ts";
import { findBlogFolder } from "./blog-folder.ts";
import { enginePath } from "./engine.ts";
import { toAddresses } from "./keep-urls.ts";
import { loadBlog } from "./load-blog.ts";
import { loadRoutes, type ImportPage } from "./page-modules.ts";

/** Every address that the sample blog can have, one a line; `tests/site/sample-urls.test.ts` keeps it. */
export const sampleUrls = "scripts/sample-urls.txt";

/** What a blog is made of at one moment. */
export type BlogSurvey = {
  /** Of posts, pages and their lists, with drafts and waiting posts, whatever `urls.txt` remembers. */
  readonly addresses: ReadonlySet<Permalink>;
  /** Posts whose time has not come. */
  readonly waiting: readonly Post[];
};

export async function surveyBlog(root: string, now: DateTime, importPage: ImportPage): Promise<BlogSurvey> {
  const { urls: _, ...folder } = findBlogFolder({ blog: root });
  const { blog } = await loadBlog({ folder, now, preview: true });
  return { addresses: new Set(toAddresses(await loadRoutes(blog, importPage))), waiting: blog.scheduled };
}

/**
 * Takes the sample blog's addresses out of `urls.txt`, once its files are gone: those that it was shipped with and those
 * that it had in this blog, unless the blog has them still. The number of lines.
 */
export function forgetSampleUrls(root: string, before: BlogSurvey, after: BlogSurvey): number {
  const file = join(root, "urls.txt");
  const text = Buffer.from(readIfThere(file) ?? []).toString("utf8");
  const shipped = new Set(readFileSync(enginePath(sampleUrls), "utf8").split("\n"));
  const isGone = (line: string): boolean => {
    const url = asPermalink(line.trim().normalize("NFC"));
    return url !== "" && (shipped.has(url) || before.addresses.has(url)) && !after.addresses.has(url);
  };
  const lines = text.split(/(?<=\n)/);
  const kept = lines.filter((line) => !isGone(line));
  if (kept.join("").trim() === "") rmSync(file, { force: true });
  else if (kept.length < lines.length) writeAtomically(file, kept.join(""));
  return lines.length - kept.length;
}

/** Posts that were out and wait now, because their dates count in another time zone. */
export function findNewlyWaiting(before: BlogSurvey, after: BlogSurvey): Post[] {
  const known = new Set(before.waiting.map(({ source }) => source.path));
  return after.waiting.filter(({ source }) => !known.has(source.path));
}
