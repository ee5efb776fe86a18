import { asPermalink, decodePath, type Permalink } from "../lib/permalink.ts";

// What a disk and a server take for one name and for a whole path, with room for `/index.html`.
const longestSegment = 240;
const longestPath = 1000;

/**
 * An old address as a raw path on this blog: `https://old.example/caf%C3%A9/` is `/café/`, without the base path that
 * a full address may begin with. A query stays behind it (`/?p=12`), the fragment goes. Undefined when it is neither a
 * path nor an `http(s)` address, climbs out, or is too long for a file.
 */
export function parseAlias(alias: string, basePath = ""): Permalink | undefined {
  const text = alias.trim();
  const isPath = /^\/(?![/\\])/.test(text);
  if (!isPath && !/^https?:\/\/[^/]/i.test(text)) return undefined;
  // `new URL` would quietly resolve `..`; an author who wrote it should hear of it.
  if (hasForbidden(decodePath(text.replace(/[?#].*$/s, "")))) return undefined;
  if (!URL.canParse(text, "http://localhost")) return undefined;
  const { pathname, search } = new URL(text, "http://localhost");
  const below = !isPath && pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : pathname;
  const path = decodePath(below).replace(/\/{2,}/g, "/");
  // `%3F` in a path would be read as the mark of a query.
  return path.includes("?") || isTooLong(path) ? undefined : asPermalink(path + search);
}

function hasForbidden(path: string): boolean {
  return /[\\\p{Cc}]/u.test(path) || /(?:^|\/)\.\.?(?:\/|$)/.test(path);
}

function isTooLong(path: string): boolean {
  const segments = path.split("/").map((segment) => Buffer.byteLength(segment));
  return Math.max(...segments) > longestSegment || Buffer.byteLength(path) > longestPath;
}

/** The page that redirects from an alias: `/old` is `/old/`. Undefined for a query, which no static file can answer. */
export function toAliasPermalink(alias: Permalink): Permalink | undefined {
  if (alias.includes("?")) return undefined;
  return /(?:\/|\.html?)$/i.test(alias) ? alias : asPermalink(`${alias}/`);
}
