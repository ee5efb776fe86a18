import type { Counts, ImportSource } from "../../import-source.ts";
import type { ReportRecord } from "./report-records.ts";

type Tally = Record<string, number>;

/** How many of a kind came in, and what became of them; skipped ones by their reason. */
export type Balance = { in: number; written: number; used: number; skipped: Tally };
export type CommentBalance = { in: number; shown: number; pings: number; dropped: Tally };

export type ReportCounts = {
  /** By `<type> <status>`. */
  readonly items: Record<string, Balance>;
  /** By `<type> <approved>`. */
  readonly comments: Record<string, CommentBalance>;
  readonly urls: Tally;
  readonly media: Tally;
  readonly findings: Tally;
};

/** What the last line of the command tells. */
export type ReportSummary = { posts: number; pages: number; drafts: number; comments: number; files: number };

export type Counter = {
  readonly add: (record: ReportRecord) => void;
  readonly counts: ReportCounts;
  readonly summary: ReportSummary;
};

export function createCounter({ expected }: Pick<ImportSource, "expected">): Counter {
  const counts: ReportCounts = {
    items: mapCounts(expected.items, (count) => ({ in: count, written: 0, used: 0, skipped: {} })),
    comments: mapCounts(expected.comments, (count) => ({ in: count, shown: 0, pings: 0, dropped: {} })),
    urls: {},
    media: {},
    findings: {},
  };
  const summary: ReportSummary = { posts: 0, pages: 0, drafts: 0, comments: 0, files: 0 };
  const paths = new Set<string>();
  const add = (record: ReportRecord): void => {
    if (record.item) addItem(record.item, counts, summary);
    for (const { outcome } of record.urls) increase(counts.urls, outcome);
    for (const { kind } of record.findings) increase(counts.findings, kind);
    for (const row of record.media) {
      increase(counts.media, row.outcome);
      if ("path" in row) paths.add(row.path);
    }
    summary.files = paths.size;
  };
  return { add, counts, summary };
}

type Item = NonNullable<ReportRecord["item"]>;

function addItem({ type, status, outcome, comments }: Item, counts: ReportCounts, summary: ReportSummary): void {
  const balance = (counts.items[`${type} ${status}`] ??= { in: 0, written: 0, used: 0, skipped: {} });
  if (outcome.kind === "written") {
    balance.written += 1;
    if (outcome.isDraft) summary.drafts += 1;
    else if (outcome.path.startsWith("pages/")) summary.pages += 1;
    else summary.posts += 1;
  } else if (outcome.kind === "used") balance.used += 1;
  else if (outcome.reason !== "") increase(balance.skipped, outcome.reason);
  for (const comment of comments) {
    const name = `${comment.type} ${comment.approved}`;
    const own = (counts.comments[name] ??= { in: 0, shown: 0, pings: 0, dropped: {} });
    if (comment.outcome === "dropped") {
      if (comment.reason !== "") increase(own.dropped, comment.reason);
      continue;
    }
    if (comment.outcome === "shown") own.shown += 1;
    else own.pings += 1;
    summary.comments += 1;
  }
}

/** Each sum that is off, as a sentence: what came in must be accounted for, one by one. */
export function findMismatches({ items, comments }: ReportCounts): string[] {
  return [
    ...Object.entries(items).flatMap(([name, { in: came, written, used, skipped }]) =>
      compare(name, came, written + used + sum(skipped)),
    ),
    ...Object.entries(comments).flatMap(([name, { in: came, shown, pings, dropped }]) =>
      compare(`comment ${name}`, came, shown + pings + sum(dropped)),
    ),
  ];
}

function compare(name: string, came: number, told: number): string[] {
  return came === told ? [] : [`${name}: ${came} in the source, ${told} accounted for`];
}

export function sum(tally: Tally): number {
  return Object.values(tally).reduce((total, count) => total + count, 0);
}

function increase(tally: Tally, name: string): void {
  // A name such as `constructor` is there already, and is no number.
  tally[name] = (Object.hasOwn(tally, name) ? (tally[name] ?? 0) : 0) + 1;
}

function mapCounts<T>(counts: Counts, toValue: (count: number) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, toValue(count)]));
}
