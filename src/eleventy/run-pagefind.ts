import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { isRecord } from "../lib/is-record.ts";
import type { Files } from "../files/packed-files.ts";
import { unsearched } from "../search/search-document.ts";

/** One document for the index; `url` is what its result leads to. */
export type PagefindDocument = { readonly url: string; readonly html: string };

export type PagefindIndex = {
  /** Path below the index's folder to content. */
  readonly files: Files;
  /** Address of a document to the id that its results have. */
  readonly ids: ReadonlyMap<string, string>;
};

type Pagefind = typeof import("pagefind");

/** Documents on their way to Pagefind: enough that it never waits for us, few enough for the memory. */
const inFlight = 200;
const heartbeat = 2000;

// The package keeps one process for all that use it: the last of several builds stops it.
let users = 0;

/** The same bytes for the same documents, in whatever order they are taken in. Throws where Pagefind cannot run. */
export async function runPagefind(documents: Iterable<PagefindDocument>): Promise<PagefindIndex> {
  const pagefind = await import("pagefind");
  users += 1;
  // When its process dies, the package notices only if it has something to say to it, and waits for ever if not.
  const beat = setInterval(() => void pagefind.createIndex().catch(() => {}), heartbeat);
  try {
    return await index(pagefind, documents);
  } finally {
    clearInterval(beat);
    users -= 1;
    if (users === 0) await pagefind.close();
  }
}

async function index(pagefind: Pagefind, documents: Iterable<PagefindDocument>): Promise<PagefindIndex> {
  const created = await pagefind.createIndex({ excludeSelectors: [...unsearched] });
  const target = created.index;
  if (!target) throw new Error(created.errors.join(", "));
  let waiting: ReturnType<typeof target.addHTMLFile>[] = [];
  const settle = async () => {
    for (const { errors } of await Promise.all(waiting)) if (errors.length > 0) throw new Error(errors.join(", "));
    waiting = [];
  };
  for (const { url, html } of documents) {
    waiting.push(target.addHTMLFile({ url, content: html }));
    if (waiting.length === inFlight) await settle();
  }
  await settle();
  const made = await target.getFiles();
  if (made.errors.length > 0) throw new Error(made.errors.join(", "));
  await target.deleteIndex();
  return toIndex(made.files);
}

function toIndex(made: readonly { readonly path: string; readonly content: Uint8Array }[]): PagefindIndex {
  const files = new Map<string, Uint8Array>();
  const ids = new Map<string, string>();
  for (const { path, content } of made.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    if (isInterface(path)) continue;
    files.set(path, path === "pagefind-entry.json" ? inOrder(content) : content);
    const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (id !== undefined) ids.set(readUrl(content), id);
  }
  return { files, ids };
}

/** Pagefind's own search boxes: 418 kB that nobody loads. */
function isInterface(path: string): boolean {
  return /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./.test(path);
}

/** The one file whose order is different in each run. */
function inOrder(entry: Uint8Array): Uint8Array {
  const parsed: unknown = JSON.parse(Buffer.from(entry).toString("utf8"));
  if (!isRecord(parsed) || !isRecord(parsed.languages)) throw new Error("Pagefind's entry file has changed its form");
  const languages = Object.entries(parsed.languages).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify({ ...parsed, languages: Object.fromEntries(languages) }));
}

const fragment = z.object({ url: z.string() });
const signature = "pagefind_dcd";

/** A fragment is what a result shows: compressed JSON behind a signature. */
function readUrl(content: Uint8Array): string {
  const text = gunzipSync(content).toString("utf8");
  return fragment.parse(JSON.parse(text.slice(signature.length))).url;
}
