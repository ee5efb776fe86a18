import { posix } from "node:path";

/** What an import writes and nothing else: the owner's folders, and of `_data/` the settings and registers. */
const allowed = [
  /^posts\/.+\.(?!(?:[cm]?[jt]sx?)$)[^./]+$/i,
  /^pages\/(?:.+\/)?[^/]+\.(?:md|markdown)$/i,
  /^comments\/[^/]+\.json$/i,
  /^comments\/(?:avatars|media)\/.+$/,
  /^public\/.+$/,
  /^_data\/(?:site\.ts|[\w-]+\.json)$/,
];

// A disk takes names of 255 bytes, and a draft or a copy beside a file needs some of them.
const longestName = 235;
const longestPath = 1000;

/** Why a file of that path may not be written, or undefined. Nothing that an importer says is trusted here. */
export function findPathFault(path: string): string | undefined {
  if (path === "" || posix.isAbsolute(path) || /^[a-z]:/i.test(path)) return "it is no relative path";
  if (path !== path.normalize("NFC")) return "it is not in NFC";
  if (Buffer.byteLength(path) > longestPath) return "it is too long";
  const fault = path
    .split("/")
    .map(findNameFault)
    .find((reason) => reason !== undefined);
  if (fault !== undefined) return fault;
  return allowed.some((pattern) => pattern.test(path)) ? undefined : "an import writes nothing there";
}

/** The name of a file of `.import/raw/`. */
export function findNameFault(name: string): string | undefined {
  if (name === "") return "a name is empty";
  if (name.startsWith(".")) return "a name begins with a dot";
  if (/[. ]$/.test(name)) return "a name ends with a dot or a space";
  if (/[\\/:*?"<>|\p{Cc}\p{Cs}\u2028\u2029]/u.test(name)) return "a name has a character that not every disk takes";
  if (/^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i.test(name)) return "a name is reserved on Windows";
  return Buffer.byteLength(name) > longestName ? "a name is too long" : undefined;
}

/**
 * Where a new text stands beside a file that its owner has edited. A name that begins with `_` is no post and no page;
 * in `comments/` it would be a thread, there a dot hides it.
 */
export function toBesidePath(path: string): string {
  const { dir, name, ext } = posix.parse(path);
  const mark = /^comments\/[^/]+$/.test(path) ? "." : "_";
  return posix.join(dir, `${mark}${name}.imported${ext}`);
}

/** Two paths that are one file on a disk that does not tell cases apart have this in common. */
export function foldPath(path: string): string {
  return path.normalize("NFC").toLowerCase().toUpperCase().toLowerCase();
}
