import { findContentFault } from "./check-content.ts";
import type { Download } from "./download.ts";
import type { MediaAddress } from "./media-address.ts";
import type { Settled } from "./media-place.ts";
import { readHead, type MediaFiles } from "./media-files.ts";
import type { PlacedFile } from "./media-state.ts";
import type { Originals } from "./originals.ts";
import type { TargetPaths } from "./target-paths.ts";
import type { UploadsFolder } from "./uploads-folder.ts";

export type FileSources = {
  readonly originals: Originals;
  readonly uploads: UploadsFolder | undefined;
  readonly files: MediaFiles;
  readonly targets: TargetPaths;
  readonly fetch: ((url: string) => Promise<Download>) | undefined;
  readonly isDry: boolean;
};

type OwnAddress = Extract<MediaAddress, { kind: "own" }>;
type Brought = { readonly file: PlacedFile } | Planned | Failure;
/** What a dry run would ask for. */
type Planned = { readonly wouldBe: string };
type Failure = { readonly failed: string; readonly isTried: boolean };

/**
 * Brings one file over: from an earlier run, from the uploads folder or from the old blog, in this order. What becomes of
 * a file is settled once and does not depend on the address that was asked for first.
 */
export function createFileBringer(sources: FileSources): (address: string, own: OwnAddress) => Promise<Settled> {
  const { originals, uploads, files } = sources;
  const fetchOnce = createFetcher(sources);
  return async (address, own) => {
    const candidates = originals.candidatesOf(own.path, (path) => uploads?.find(path) !== undefined);
    const kept = candidates.map(files.recall).find((file) => file !== undefined);
    if (kept) return toSettled(address, { file: kept });
    const failures: Failure[] = [];
    for (const source of candidates) {
      const copied = copy(source, sources);
      if (copied && !("failed" in copied)) return toSettled(address, copied);
      if (copied) failures.push(copied);
    }
    for (const source of sources.fetch ? candidates : []) {
      const fetched = await fetchOnce(source, own);
      if (!("failed" in fetched)) return toSettled(address, fetched);
      failures.push(fetched);
    }
    return toSettled(address, failures[0] ?? { failed: toMissing(sources), isTried: uploads !== undefined });
  };
}

function copy(source: string, { uploads, files }: FileSources): Brought | undefined {
  const found = uploads?.find(source);
  if (!found) return undefined;
  const fault = findContentFault(source, readHead(found.file), found.size);
  if (fault !== undefined) return { failed: `${fault} So it is in the uploads folder.`, isTried: true };
  return { file: files.copy(found.path, found.file, found.size) };
}

/** Asks for a file once at each of its addresses, until one has it. */
function createFetcher(sources: FileSources): (source: string, own: OwnAddress) => Promise<Brought> {
  const { fetch, originals, targets, isDry } = sources;
  const asked = new Set<string>();
  const last = new Map<string, Promise<Brought>>();
  const download = async (source: string, own: OwnAddress, before: Promise<Brought> | undefined): Promise<Brought> => {
    const known = await before;
    if (known && !("failed" in known)) return known;
    if (isDry || !fetch) return { wouldBe: targets.of(source) };
    let failed = known;
    for (const url of toUrls(source, own, originals.urlOf(source))) {
      const place = `${source} ${url.replace(/^https?:/, "")}`;
      if (asked.has(place)) continue;
      asked.add(place);
      const brought = await fetchFrom(url, source, fetch, sources.files);
      if (!("failed" in brought)) return brought;
      failed ??= brought;
    }
    return failed ?? { failed: toMissing(sources), isTried: true };
  };
  return (source, own) => {
    const pending = download(source, own, last.get(source));
    last.set(source, pending);
    return pending;
  };
}

type Fetch = (url: string) => Promise<Download>;

async function fetchFrom(url: string, source: string, fetch: Fetch, files: MediaFiles): Promise<Brought> {
  const answer = await fetch(url);
  if (answer.bytes === undefined) return { failed: answer.reason, isTried: true };
  const fault = findDownloadFault(source, answer);
  return fault === undefined ? { file: files.keep(source, answer.bytes) } : { failed: fault, isTried: true };
}

function findDownloadFault(source: string, { bytes, type }: Extract<Download, { type: string }>): string | undefined {
  if (/^text\/html\b/i.test(type)) return "It is a web page, not a file.";
  return findContentFault(source, bytes, bytes.length);
}

/** Where the library says, else beside the address that was asked for. */
function toUrls(source: string, own: OwnAddress, listed: string | undefined): string[] {
  const name = source.slice(source.lastIndexOf("/") + 1);
  const beside = source === own.path ? own.url : new URL(encodeURIComponent(name), own.url).href;
  if (listed === undefined || !/^https?:\/\//i.test(listed) || !URL.canParse(listed)) return [beside];
  const [a, b] = [new URL(listed), new URL(beside)];
  return a.host === b.host && a.pathname === b.pathname ? [a.href] : [a.href, b.href];
}

function toMissing({ uploads, fetch }: FileSources): string {
  if (uploads) return "It is not in the uploads folder.";
  return fetch ? "It is nowhere." : "There is no uploads folder, and nothing is downloaded.";
}

function toSettled(from: string, brought: Brought): Settled {
  if ("file" in brought) {
    const { outcome, path, bytes, hash } = brought.file;
    return { place: { src: toSrc(path) }, row: { from, outcome, path, bytes, hash } };
  }
  if ("wouldBe" in brought) {
    const reason = `It would be downloaded to ${brought.wouldBe}.`;
    return { place: { src: toSrc(brought.wouldBe) }, row: { from, outcome: "left", reason } };
  }
  const { failed: reason, isTried } = brought;
  return { place: { reason }, row: { from, outcome: isTried ? "failed" : "left", reason } };
}

/** Raw as far as Markdown takes it: spaces, brackets and what means something in an address are encoded. */
function toSrc(path: string): string {
  return path.slice("public".length).replace(/[\s%?#()<>[\]"'`\\*|^{}]/gu, encodeMark);
}

function encodeMark(char: string): string {
  const encoded = encodeURIComponent(char);
  return encoded === char ? `%${char.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}
