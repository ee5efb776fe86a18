import { createHash } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import type { ReportCounts } from "./count-records.ts";
import type { ReportRecord } from "./report-records.ts";

type Report = {
  readonly counts: ReportCounts;
  readonly mismatches: readonly string[];
  /** Read anew for each section. */
  readonly records: () => Iterable<ReportRecord>;
};

const sections: readonly (readonly [name: string, toRows: (record: ReportRecord) => readonly object[]])[] = [
  ["items", ({ item }) => (item ? [toItemRow(item)] : [])],
  ["urls", ({ place, urls }) => urls.map((row) => ({ item: place, ...row }))],
  ["comments", ({ place, item }) => (item?.comments ?? []).map((row) => ({ item: place, ...row }))],
  ["media", ({ place, media }) => media.map((row) => ({ item: place, ...row }))],
  ["findings", ({ place, findings }) => findings.map((finding) => ({ item: place, ...finding }))],
];

/** The complete report, a row a line, written as it is read: it may be longer than memory. Its SHA-256. */
export function writeReportJson(file: string, { counts, mismatches, records }: Report): string {
  const writer = openWriter(file);
  try {
    const head = JSON.stringify({ ...counts, mismatches }, undefined, 2).replaceAll("\n", "\n  ");
    writer.write(`{\n  "counts": ${head}`);
    for (const [name, toRows] of sections) {
      writer.write(`,\n  "${name}": [`);
      let isFirst = true;
      for (const row of toSection(records(), toRows)) {
        writer.write(`${isFirst ? "" : ","}\n    ${JSON.stringify(row)}`);
        isFirst = false;
      }
      writer.write(isFirst ? "]" : "\n  ]");
    }
    writer.write("\n}\n");
    return writer.end();
  } finally {
    writer.close();
  }
}

function* toSection(
  records: Iterable<ReportRecord>,
  toRows: (record: ReportRecord) => readonly object[],
): Generator<object> {
  for (const record of records) yield* toRows(record);
}

function toItemRow({ key, type, status, title, outcome }: NonNullable<ReportRecord["item"]>): object {
  const { kind, ...rest } = outcome;
  return { key, type, status, title, outcome: kind, ...rest };
}

function openWriter(path: string) {
  const file = openSync(path, "w");
  const hash = createHash("sha256");
  let waiting = "";
  const flush = (): void => {
    let bytes = Buffer.from(waiting);
    waiting = "";
    hash.update(bytes);
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(file, bytes));
  };
  return {
    write: (text: string): void => {
      waiting += text;
      if (waiting.length > 1 << 16) flush();
    },
    end: (): string => {
      flush();
      return hash.digest("hex");
    },
    close: (): void => closeSync(file),
  };
}
