import { decodePath, toOutputPath, type Permalink } from "../../../lib/permalink.ts";
import { parseAlias, toAliasPermalink } from "../../../content/alias.ts";

/** An old address as a raw path, or undefined when no page can have it: `../../x`, control characters, too long. */
export function toOldPath(address: string): Permalink | undefined {
  return parseAlias(address.startsWith("/") ? encodeHalf(address) : `/${encodeHalf(address)}`);
}

// In a file or a pattern `?` and `#` are letters; in an address they end the path.
function encodeHalf(path: string): string {
  return path.replace(/[?#]/g, encodeURIComponent);
}

/** The file that answers a path: `/a`, `/a/` and `/a/index.html` are one. */
export function toAnswer(path: Permalink): string {
  return toOutputPath(toAliasPermalink(path) ?? path);
}

/** What two ways to write one address have in common. */
export function foldAddress(path: string): string {
  const raw = decodePath(path)
    .replace(/\/{2,}/g, "/")
    .replace(/(?:^|\/)index\.html?$/i, "/");
  return raw === "/" ? raw : raw.replace(/\/$/, "");
}
