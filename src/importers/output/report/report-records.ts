import type { Finding } from "../../finding.ts";
import type { ItemRecord, MediaRow, UrlRow } from "../../import-source.ts";
import type { BlogFiles } from "../blog-files.ts";
import type { FileState } from "../journal-line.ts";
import type { Journal } from "../journal.ts";
import { toBesidePath } from "../output-path.ts";
import type { WrittenItems } from "../write-items.ts";

/** An item, or what belongs to none, as the report may tell it. */
export type ReportRecord = {
  readonly item?: ItemRecord;
  /** The file that its findings are about, or what stands for it. */
  readonly place: string;
  readonly urls: readonly UrlRow[];
  readonly media: readonly MediaRow[];
  readonly findings: readonly Finding[];
};

type Sources = { readonly journal: Journal; readonly files: BlogFiles; readonly written: WrittenItems };

/** One after the other out of the journal, so that they are never all in memory. */
export function* readRecords({ journal, files, written }: Sources): Generator<ReportRecord> {
  for (const key of written.keys) {
    const entry = journal.find(key);
    if (!entry) continue;
    const { record, rest } = journal.read(entry);
    const own = entry.files.flatMap((state) => toFileFinding(state, files) ?? []);
    if (record) yield toRecord(record, own);
    if (rest) yield { place: "", ...rest, findings: [...rest.findings, ...own] };
  }
  for (const key of written.gone) {
    const findings = journal.find(key)?.files.flatMap(({ path }) => (files.has(path) ? toGone(path) : [])) ?? [];
    if (findings.length > 0) yield { place: key, urls: [], media: [], findings };
  }
}

/** What may not be named is told by its id and status alone, whatever else an importer says of it. */
function toRecord(record: ItemRecord, own: readonly Finding[]): ReportRecord {
  const { key, outcome, title, urls, media, findings } = record;
  if (outcome.kind === "skipped" && title === undefined) {
    return { item: { ...record, urls: [], media: [], findings: [] }, place: key, urls: [], media: [], findings: own };
  }
  const place = outcome.kind === "written" ? outcome.path : key;
  return { item: record, place, urls, media, findings: [...findings, ...own] };
}

const kept = { kind: "file", outcome: "left as it was" } as const;

/** What the owner has made of a file since it was written. */
function toFileFinding({ path, hash, beside, isLeft }: FileState, files: BlogFiles): Finding | undefined {
  if (isLeft) return { ...kept, found: path, note: "It is elsewhere now; you have edited this one, so it was kept." };
  if (beside !== undefined && files.has(path)) {
    const whose = hash === null ? "It was there before" : "You have edited it";
    const copy = toBesidePath(path);
    return { ...kept, found: path, note: files.has(copy) ? `${whose}; the new text is in ${copy}.` : `${whose}.` };
  }
  const isRemoved = hash !== null && !files.has(path);
  return isRemoved ? { ...kept, found: path, note: "You have removed it; it was not written again." } : undefined;
}

function toGone(path: string): Finding {
  return { ...kept, found: path, note: "An earlier import wrote it; the source no longer has it." };
}
