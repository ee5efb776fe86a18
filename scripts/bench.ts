import { benchPages, type MeasuredPage } from "../bench/pages/bench-pages.ts";
import { readArguments, runCommand, UsageError } from "./command.ts";
import { createProgress } from "./progress.ts";

const help = `Measures the pages of the sample blog in the bundled browser.

  npm run bench -- --pages

  --pages     Lighthouse's scores and the bytes by type for each kind of page
  --runs N    runs of Lighthouse a page, of which the median counts (default: 5)
  --json      print JSON
  --help      this text
`;

await runCommand(async () => {
  const { values } = readArguments({
    help,
    options: { pages: { type: "boolean" }, runs: { type: "string", default: "5" }, json: { type: "boolean" } },
  });
  if (!values.pages) throw new UsageError("nothing is to be measured: write --pages");
  const runs = readRuns(values.runs);
  const progress = createProgress(process.stderr);
  const pages = await benchPages(runs, (name) => progress.show(`Measuring ${name}`)).finally(progress.clear);
  process.stdout.write(values.json ? `${JSON.stringify({ pages }, undefined, 2)}\n` : toTables(pages));
  return 0;
});

function readRuns(text: string): number {
  const runs = Number(text);
  if (Number.isInteger(runs) && runs >= 1 && runs <= 99) return runs;
  throw new UsageError(`--runs is not a number from 1 to 99 (found ${text})`);
}

function toTables(pages: readonly MeasuredPage[]): string {
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
    "Bytes before any interaction, text compressed",
    toTable([["page", "HTML", "CSS", "HTML + CSS", "JS", "fonts", "images"], ...weights]),
    "",
    "Lighthouse, median",
    toTable([["page", "performance", "accessibility", "best practices", "SEO", "what cost points"], ...scores]),
    "",
  ].join("\n");
}

function toTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
