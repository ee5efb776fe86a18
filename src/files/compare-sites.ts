import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "./read-folder.ts";

/** Sizes are bytes; a page that is only there once has only one. */
export type ChangedFile = { readonly path: string; readonly before?: number; readonly after?: number };

export type SiteComparison = {
  readonly added: readonly ChangedFile[];
  readonly changed: readonly ChangedFile[];
  readonly removed: readonly ChangedFile[];
  /** Bytes of the whole site. */
  readonly before: number;
  readonly after: number;
};

/** What would change on a site, by two builds of it. A page in which nothing but the name of an asset differs is the same. */
export function compareSites(before: string, after: string): SiteComparison {
  const old = readSite(before);
  const fresh = readSite(after);
  const added: ChangedFile[] = [];
  const changed: ChangedFile[] = [];
  const removed: ChangedFile[] = [];
  for (const [path, file] of fresh) {
    const earlier = old.get(path);
    if (!earlier) added.push({ path, after: file.size });
    else if (!earlier.content.equals(file.content)) changed.push({ path, before: earlier.size, after: file.size });
  }
  for (const [path, { size }] of old) if (!fresh.has(path)) removed.push({ path, before: size });
  return { added, changed, removed, before: sum(old), after: sum(fresh) };
}

type SiteFile = { readonly size: number; readonly content: Buffer };

function readSite(folder: string): Map<string, SiteFile> {
  return new Map(
    listFiles(folder).map((path) => {
      const bytes = readFileSync(join(folder, path));
      return [withoutHash(path), { size: bytes.length, content: isText(path) ? toComparable(bytes) : bytes }];
    }),
  );
}

function isText(path: string): boolean {
  return /\.(?:html|xml|json|txt|css|js|webmanifest)$/.test(path);
}

function toComparable(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString("utf8").replace(hashedName, "$1.$2"));
}

// esbuild's hashes: eight capitals and digits in front of the extension.
const hashedName = /(\/assets\/[\w-]+)\.[A-Z0-9]{8}\.(css|js)/g;

function withoutHash(path: string): string {
  return `/${path}`.replace(hashedName, "$1.$2").slice(1);
}

function sum(files: ReadonlyMap<string, SiteFile>): number {
  return [...files.values()].reduce((total, { size }) => total + size, 0);
}
