import { createHash } from "node:crypto";
import { shorten, toSlug } from "../../lib/slug.ts";
import type { ConvertedItem, ItemRecord, MediaRow, OutputFile, PendingItem, UrlRow } from "../import-source.ts";
import { toEntryText } from "../entry-text.ts";
import type { FolderPlan } from "./folder-plan.ts";
import type { PlannedEntry } from "./plan/planned-entry.ts";
import type { SourceText } from "./survey/source-text.ts";

/** A text that is written, with the files of its folder. */
export function toTextItem(entry: PlannedEntry, plan: FolderPlan): PendingItem {
  const { source } = entry;
  const own = plan.files.filesOf(entry);
  const input = hash(plan.state, source.hash, ...own.map((path) => hashFile(path, plan)));
  return { key: source.key, input, convert: () => Promise.resolve(convertEntry(entry, plan)) };
}

function convertEntry(entry: PlannedEntry, plan: FolderPlan): ConvertedItem {
  const { source, kind, path, urls } = entry;
  const converted = plan.converted.get(entry);
  if (!converted) throw new Error(`${source.key} was not converted.`);
  const beside = plan.files.filesOf(entry).flatMap((file) => copy(file, plan));
  const isDraft = source.status === "draft";
  const record: ItemRecord = {
    key: source.key,
    // A list that has a text of its own is a page now; it is counted as what it was.
    type: source.kind === "section" ? "section" : kind,
    status: source.status,
    title: source.title,
    outcome: { kind: "written", path, ...(isDraft && { isDraft }) },
    urls,
    comments: [],
    media: [...converted.media, ...beside.map(({ row }) => row)],
    findings: [...source.findings, ...entry.findings, ...converted.findings],
  };
  const files: OutputFile[] = [
    { path, content: toEntryText(converted.values, converted.markdown) },
    ...beside.flatMap(({ file }) => file ?? []),
  ];
  return { record, files, raw: toRaw(source) };
}

/** A text that is not written: its source is kept, and nothing is said of what somebody locked. */
export function toSkippedItem(source: SourceText, plan: FolderPlan): PendingItem {
  const { key, kind, status, title, findings } = source;
  const isLocked = status === "private" || status === "password";
  const skipped = plan.skipped.get(key);
  const reason = skipped?.reason ?? "it has no place in the new blog";
  const record: ItemRecord = {
    key,
    type: kind,
    status,
    ...(!isLocked && { title }),
    outcome: { kind: "skipped", reason },
    urls: isLocked || skipped?.oldPath === undefined || isList(source) ? [] : [toGone(skipped.oldPath, reason)],
    comments: [],
    media: [],
    findings: isLocked ? [] : findings,
  };
  return {
    key,
    input: hash(plan.state, source.hash),
    convert: () => Promise.resolve({ record, files: [], raw: toRaw(source) }),
  };
}

/** Lists have their rows with the redirects. */
function isList({ kind }: SourceText): boolean {
  return kind === "section" || kind === "page";
}

function toGone(from: string, reason: string): UrlRow {
  return { from, outcome: "gone", reason };
}

/** A file that some text needs, for `public/`. */
export function toFileItem(path: string, plan: FolderPlan): PendingItem {
  const key = plan.folder.show(path);
  const convert = (): Promise<ConvertedItem> => {
    const [copied] = copy(path, plan);
    const outcome = copied?.file
      ? ({ kind: "used", as: copied.file.path } as const)
      : ({ kind: "skipped", reason: "it cannot be read" } as const);
    const from = plan.site.addressOfFile(path);
    const to = copied?.file?.path.replace(/^public/, "");
    const urls: UrlRow[] = from !== undefined && from === to ? [{ from, outcome: "same", to }] : [];
    const record: ItemRecord = {
      key,
      type: "file",
      status: "publish",
      title: key,
      outcome,
      urls,
      comments: [],
      media: copied ? [copied.row] : [],
      findings: [],
    };
    return Promise.resolve({ record, files: copied?.file ? [copied.file] : [] });
  };
  return { key, input: hash(plan.state, hashFile(path, plan)), convert };
}

function copy(path: string, { folder, files }: FolderPlan): { readonly file?: OutputFile; readonly row: MediaRow }[] {
  const place = files.placeOf(path);
  if (!place) return [];
  const from = folder.show(path);
  const bytes = folder.read(path);
  if (!bytes)
    return [
      {
        row: {
          from,
          outcome: "failed",
          reason: "it cannot be read: it is a link out of the folder, or you may not open it",
        },
      },
    ];
  const sum = createHash("sha256").update(bytes).digest("hex");
  return [
    {
      file: { path: place.path, content: bytes },
      row: { from, outcome: "copied", path: place.path, bytes: bytes.length, hash: sum },
    },
  ];
}

/** In `.import/raw/`, by a name that no two files share. */
function toRaw({ key, text }: SourceText): { readonly name: string; readonly text: string } {
  const mark = createHash("sha256").update(key).digest("hex").slice(0, 8);
  return { name: `${shorten(toSlug(key.replace(/\.\w+$/, "")), 150)}-${mark}.md`, text };
}

function hashFile(path: string, { folder }: FolderPlan): string {
  return createHash("sha256")
    .update(folder.read(path) ?? "")
    .digest("hex");
}

function hash(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}
