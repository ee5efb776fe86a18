import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportSource } from "../../import-source.ts";
import { toHash, workFolder, type BlogFiles } from "../blog-files.ts";
import type { Journal } from "../journal.ts";
import type { WrittenItems } from "../write-items.ts";
import { createCollector } from "./collect-findings.ts";
import { createCounter, findMismatches, type ReportCounts, type ReportSummary } from "./count-records.ts";
import { readRecords } from "./report-records.ts";
import { toMarkdownReport } from "./to-markdown-report.ts";
import { writeReportJson } from "./write-json.ts";

/** The names of the report in the blog folder. */
export const reportFiles = { markdown: "import-report.md", json: "import-report.json" } as const;

export type Report = {
  readonly counts: ReportCounts;
  readonly summary: ReportSummary;
  /** Sums that are off: the import is not to be trusted. */
  readonly mismatches: readonly string[];
  readonly markdown: string;
};

export type ReportOptions = {
  readonly source: ImportSource;
  readonly root: string;
  readonly dryRun: boolean;
  readonly journal: Journal;
  readonly files: BlogFiles;
  readonly written: WrittenItems;
  /** Takes the complete report, a file that is gone afterwards on a dry run. */
  readonly onJson: (file: string) => Promise<void>;
};

/** Writes the two reports, unless they say the same already. Nothing of the run itself is in them: no time, no folder. */
export async function createReport(options: ReportOptions): Promise<Report> {
  const { source, root, dryRun, files, onJson } = options;
  const counter = createCounter(source);
  const collector = createCollector();
  for (const record of readRecords(options)) {
    counter.add(record);
    collector.add(record);
  }
  const { counts, summary } = counter;
  const mismatches = findMismatches(counts);
  const { collected } = collector;
  const markdown = toMarkdownReport({
    kind: source.kind,
    counts,
    summary,
    mismatches,
    collected,
    json: reportFiles.json,
  });
  const folder = dryRun ? mkdtempSync(join(tmpdir(), "klatsch-import-")) : join(root, workFolder);
  const draft = join(folder, `report-${process.pid}.tmp`);
  try {
    const hash = writeReportJson(draft, { counts, mismatches, records: () => readRecords(options) });
    if (dryRun) await onJson(draft);
    else {
      keepJson(draft, hash, { root, files });
      keepMarkdown(markdown, files);
      await onJson(join(root, reportFiles.json));
    }
  } finally {
    rmSync(dryRun ? folder : draft, { recursive: true, force: true });
  }
  return { counts, summary, mismatches, markdown };
}

function keepJson(draft: string, hash: string, { root, files }: Pick<ReportOptions, "root" | "files">): void {
  const found = files.look(reportFiles.json);
  if (found.kind !== "file" || found.hash !== hash) renameSync(draft, join(root, reportFiles.json));
}

function keepMarkdown(markdown: string, files: BlogFiles): void {
  const bytes = Buffer.from(markdown);
  const found = files.look(reportFiles.markdown);
  if (found.kind !== "file" || found.hash !== toHash(bytes)) files.write(reportFiles.markdown, bytes);
}
