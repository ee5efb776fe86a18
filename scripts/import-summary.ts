import { join } from "node:path";
import type { ReportSummary } from "../src/importers/output/report/count-records.ts";
import { reportFiles } from "../src/importers/output/report/create-report.ts";

/** The last line of an import. */
export function toSummaryLine({ posts, pages, drafts, comments, files }: ReportSummary, into: string): string {
  const counted = [
    count(posts, "post"),
    count(pages, "page"),
    ...(drafts > 0 ? [count(drafts, "draft")] : []),
    count(comments, "comment"),
    count(files, "file"),
  ];
  return `Imported ${counted.join(", ")} into ${into}; report: ${join(into, reportFiles.markdown)}\n`;
}

/** What of the sample blog is still among the owner's posts, and how it goes; undefined where nothing is. */
export function toSampleAdvice(untouched: readonly string[], blog: string | undefined): string | undefined {
  const posts = ["posts/", "pages/", "comments/"].flatMap((start) =>
    untouched.filter((path) => path.startsWith(start)),
  );
  if (posts.length === 0) return undefined;
  const [first = ""] = posts;
  const where = blog === undefined ? "" : ` --blog ${blog}`;
  const others = posts.length === 1 ? "" : ` and ${posts.length - 1} more files`;
  return `The sample blog is still there: ${first}${others}. \`npm run init -- --remove-samples${where}\` removes it.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
