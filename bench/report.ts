import type { SizeReport } from "./bench-builds.ts";
import type { ColdBuild } from "./measure/measure-cold.ts";
import type { MeasuredPage } from "./pages/bench-pages.ts";

/** Tables of Markdown, for a terminal and for docs/performance.md alike. */
export function toBuildTables(reports: readonly SizeReport[]): string {
  return reports.map(toSizeTables).join("\n");
}

function toSizeTables({ posts, cold, warm, edit, threads, search }: SizeReport): string {
  const parts = [
    cold && toTable(["cold build", "time", "ours is", "peak memory", "pages"], cold.map(toRow(cold[0]))),
    warm &&
      toTable(
        ["after one edit", "time", "of the cold build"],
        [
          ["cold", toSeconds(warm.cold.seconds), ""],
          ["warm", toSeconds(warm.warm.seconds), toRatio(warm.warm.seconds / warm.cold.seconds)],
        ],
      ),
    edit &&
      toTable(
        ["npm start", "time"],
        [
          ["to its first page", toSeconds(edit.start)],
          ["from an edit to the page", toSeconds(edit.edit)],
        ],
      ),
    threads && toTable(["conversations", "time", "of the first", "peak memory"], threads.map(toAddedRow(threads[0]))),
    search && toTable(["beside the pages", "time", "of the first", "peak memory"], search.map(toAddedRow(search[0]))),
  ];
  return `${posts.toLocaleString("en")} posts\n\n${parts.filter(Boolean).join("\n")}`;
}

function toRow(ours: ColdBuild | undefined) {
  return ({ name, version, seconds, peak, pages }: ColdBuild): string[] => {
    const ratio = ours && name !== ours.name ? `${toRatio(ours.seconds / seconds)} of it` : "";
    return [`${name} ${version}`, toSeconds(seconds), ratio, `${peak} MB`, String(pages)];
  };
}

function toAddedRow(first: ColdBuild | undefined) {
  return ({ name, seconds, peak }: ColdBuild): string[] => {
    return [name, toSeconds(seconds), first ? toRatio(seconds / first.seconds) : "", `${peak} MB`];
  };
}

function toSeconds(seconds: number): string {
  return `${seconds.toFixed(seconds < 2 ? 2 : 1)} s`;
}

function toRatio(ratio: number): string {
  return ratio.toFixed(2);
}

/** What a page of each kind weighs and scores. */
export function toPageTables(pages: readonly MeasuredPage[]): string {
  const weights = pages.map(({ name, weight }) => {
    const { document, stylesheet, script, font, image } = weight;
    return [name, ...[document, stylesheet, document + stylesheet, script, font, image].map(String)];
  });
  const scores = pages.flatMap(({ name, scores: own, faults = [] }) => {
    if (!own) return [];
    const { performance, accessibility, "best-practices": practices, seo } = own;
    return [[name, ...[performance, accessibility, practices, seo].map(String), faults.join(", ")]];
  });
  return [
    "Bytes before any interaction, text compressed\n",
    toTable(["page", "HTML", "CSS", "HTML + CSS", "JS", "fonts", "images"], weights),
    "Lighthouse, median\n",
    toTable(["page", "performance", "accessibility", "best practices", "SEO", "what cost points"], scores),
  ].join("\n");
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => row[column]?.length ?? 0)));
  const toLine = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? "").padEnd(width)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return `${[toLine(head), rule, ...rows.map(toLine)].join("\n")}\n`;
}
