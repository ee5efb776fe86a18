import { existsSync } from "node:fs";
import { join } from "node:path";
import { findIds, findLinks } from "./links.ts";
import { readPages, toAddress, type SiteFile } from "./site-files.ts";

/** Links from one page of a site to another, to a file or an anchor that is not there: `page → target`. */
export function findDeadLinks(folder: string, basePath = ""): string[] {
  const pages = readPages(folder);
  const ids = new Map(pages.map(({ path, text }) => [path, new Set(findIds(text))]));
  return pages.flatMap((page) =>
    findLinks(page.text)
      .filter(({ target }) => isInternal(target) && !isAlive(folder, basePath, page, target, ids))
      .map(({ target }) => `${page.path} → ${target}`),
  );
}

function isInternal(target: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target);
}

function isAlive(
  folder: string,
  basePath: string,
  page: SiteFile,
  target: string,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const url = new URL(target, `http://localhost${basePath}${encodeURI(toAddress(page.path))}`);
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(`${basePath}/`)) return false;
  const file = path.slice(basePath.length + 1);
  const found = [file, join(file, "index.html")].find(
    (name) => name !== "" && existsSync(join(folder, name)) && !name.endsWith("/"),
  );
  const there = found ?? (file === "" ? "index.html" : undefined);
  if (there === undefined) return false;
  const anchor = decodeURIComponent(url.hash.slice(1));
  return anchor === "" || !there.endsWith(".html") || (ids.get(there)?.has(anchor) ?? false);
}
