import type { ImportSource } from "../../import-source.ts";
import type { Collected } from "./collect-findings.ts";
import { sum, type ReportCounts, type ReportSummary } from "./count-records.ts";
import { findingHead, toFindings, toRepairRow } from "./findings-section.ts";
import { section, toCell, toCodeCell, toTable } from "./markdown-table.ts";
import { toNextSteps } from "./next-steps.ts";

export type MarkdownInput = {
  readonly kind: ImportSource["kind"];
  readonly counts: ReportCounts;
  readonly mismatches: readonly string[];
  readonly collected: Collected;
  readonly summary: ReportSummary;
  /** Where all of it stands. */
  readonly json: string;
};

/** The report for the owner: what came, what became of it, and what to look at. */
export function toMarkdownReport(input: MarkdownInput): string {
  const { counts, collected, json, kind } = input;
  const lines = [
    "# Import report",
    "",
    `What the import made of the ${kind === "wordpress" ? "WordPress export" : "Markdown folder"}. Every import writes this file anew; each row of every table is in \`${json}\`.`,
    "",
    ...toSums(input),
    ...toNextSteps(input),
    ...toItems(counts),
    ...toComments(counts),
    ...section("Drafts", collected.drafts, json, ["title", "file"], (row) => [toCell(row.title), toCodeCell(row.path)]),
    ...toSkipped(collected.skipped, json),
    ...section("Kept as you have it", collected.kept, json, ["file", "why"], ({ found, note = "" }) => [
      toCodeCell(found),
      toCell(note),
    ]),
    ...section("Repaired in the source", collected.repairs, json, findingHead, toRepairRow),
    ...toFindings(collected.findings, json),
    ...toMedia(input),
    ...toUrls(input),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function toSums({ mismatches }: MarkdownInput): string[] {
  if (mismatches.length === 0) {
    return ["Everything that came in is accounted for: written, used or skipped with a reason.", ""];
  }
  const rows = mismatches.map((text) => `- ${toCell(text)}`);
  return ["**The sums are off.** This is a fault of the importer; do not rely on this import.", "", ...rows, ""];
}

function toItems({ items }: ReportCounts): string[] {
  const head = ["type", "status", "in the source", "written", "used", "skipped", "why"];
  const rows = Object.entries(items).map(([name, balance]) => {
    const counted = [balance.in, balance.written, balance.used, sum(balance.skipped)].map(String);
    return [...toNames(name), ...counted, toReasons(balance.skipped)];
  });
  return rows.length === 0 ? [] : ["## What came", "", ...toTable(head, rows)];
}

function toComments({ comments }: ReportCounts): string[] {
  const head = ["type", "approved", "in the source", "shown", "pings", "left out", "why"];
  const rows = Object.entries(comments).map(([name, balance]) => {
    const counted = [balance.in, balance.shown, balance.pings, sum(balance.dropped)].map(String);
    return [...toNames(name), ...counted, toReasons(balance.dropped)];
  });
  return rows.length === 0 ? [] : ["## Comments", "", ...toTable(head, rows)];
}

/** `<type> <status>`; only the type may be empty. */
function toNames(name: string): [string, string] {
  const end = name.lastIndexOf(" ");
  return [toCodeCell(name.slice(0, Math.max(end, 0))), toCodeCell(name.slice(end + 1))];
}

function toReasons(tally: Readonly<Record<string, number>>): string {
  return Object.entries(tally)
    .map(([reason, count]) => `${toCell(reason.replace(/\.$/, ""))} (${count})`)
    .join("; ");
}

function toSkipped(skipped: Collected["skipped"], json: string): string[] {
  return section("Not in the new blog", skipped, json, ["item", "status", "title", "why"], (row) => [
    toCodeCell(row.key),
    toCell(row.status),
    toCell(row.title ?? ""),
    toCell(row.reason),
  ]);
}

function toMedia({ counts, summary, collected, json }: MarkdownInput): string[] {
  const names = { copied: "copied", downloaded: "downloaded", failed: "failed", left: "left where they are" };
  const told = Object.entries(names).flatMap(([key, name]) =>
    counts.media[key] ? `${counts.media[key]} ${name}` : [],
  );
  if (told.length === 0) return [];
  const rows = section("Without a file", collected.missing, json, ["address", "why", "in"], toMissingRow, "###");
  return [
    "## Pictures and other files",
    "",
    `${summary.files} files came over. Of the addresses in texts and in the media library: ${told.join(", ")}.`,
    "",
    ...rows,
  ];
}

function toMissingRow({ from, reason, place }: Collected["missing"]["rows"][number]): string[] {
  return [toCodeCell(from), toCell(reason), toCodeCell(place)];
}

function toUrls({ counts, collected, json }: MarkdownInput): string[] {
  const { same = 0, redirect = 0, gone = 0 } = counts.urls;
  if (same + redirect + gone === 0) return [];
  const rows = section("Gone", collected.gone, json, ["address", "why"], toGoneRow, "###");
  const told = `${same} answer as before, ${redirect} lead to the new address, ${gone} are gone.`;
  return ["## Old addresses", "", told, "", ...rows];
}

function toGoneRow({ from, reason }: Collected["gone"]["rows"][number]): string[] {
  return [toCodeCell(from), toCell(reason)];
}
