import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../../src/files/read-folder.ts";

export type SiteFile = { readonly path: string; readonly text: string };

/** The HTML pages of a built site. */
export function readPages(folder: string): SiteFile[] {
  return listFiles(folder)
    .filter((path) => path.endsWith(".html"))
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

/** One hash over names and bytes of every file. */
export function hashFolder(folder: string): string {
  const hash = createHash("sha256");
  for (const path of listFiles(folder))
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(folder, path)))
      .update("\0");
  return hash.digest("hex");
}

/** The address of a page as a static host serves it: `/tags/c/`. */
export function toAddress(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, "$1")}`;
}
