import { readFileSync, realpathSync } from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import { listFiles } from "../../../files/read-folder.ts";
import { toLines } from "../../../content/source-file.ts";

/** The files of a site; paths are those that they have in it, also where only its folder of posts is given. */
export type SiteFolder = {
  /** In code point order. */
  readonly files: readonly string[];
  readonly has: (path: string) => boolean;
  /** Undefined for what cannot be read, or is a link to a place outside of the folder. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** Where a file lies on the disk, for messages: below the folder that was named. */
  readonly show: (path: string) => string;
};

/** What generators and package managers make themselves. */
const made =
  /^(?:(?:.*\/)?(?:node_modules|\.git)|_site|\.deploy_git|\.cache|\.jekyll-cache|\.sass-cache|\.import|themes|vendor|resources\/_gen)\//;

export function openSiteFolder(dir: string): SiteFolder {
  const root = resolve(dir);
  return toSiteFolder(
    root,
    listFiles(root).filter((path) => !made.test(path)),
    "",
    "",
  );
}

/** The site in a folder of it: `docs` where `docs/_config.yml` is. */
export function narrow(dir: string, folder: SiteFolder, base: string): SiteFolder {
  if (base === "") return folder;
  const files = folder.files.filter((path) => path.startsWith(base)).map((path) => path.slice(base.length));
  return toSiteFolder(
    resolve(dir),
    files.filter((path) => !made.test(path)),
    base,
    "",
  );
}

/** The folder that was named is `content` or `_posts` of a site whose other files are not there. */
export function widen(dir: string, folder: SiteFolder, prefix: string): SiteFolder {
  if (prefix === "") return folder;
  return toSiteFolder(
    resolve(dir),
    folder.files.map((path) => prefix + path),
    "",
    prefix,
  );
}

function toSiteFolder(root: string, files: readonly string[], base: string, prefix: string): SiteFolder {
  const known = new Set(files);
  const show = (path: string): string => base + path.slice(prefix.length);
  return {
    files,
    show,
    has: (path) => known.has(path),
    read: (path) => (known.has(path) ? readInside(root, join(root, show(path))) : undefined),
  };
}

function readInside(root: string, file: string): Uint8Array | undefined {
  try {
    const real = realpathSync(file);
    return real.startsWith(realpathSync(root) + sep) ? readFileSync(real) : undefined;
  } catch {
    return undefined;
  }
}

/** The last folders of a path that say what lies in it: `content`, `content/posts`, `source/_posts`, `_posts`. */
export function toKnownFolder(dir: string): string {
  const name = basename(resolve(dir));
  const parent = basename(resolve(dir, ".."));
  if (parent === "content" || (parent === "source" && /^_(?:posts|drafts)$/.test(name))) return `${parent}/${name}/`;
  return /^(?:content|source|_posts|_drafts)$/.test(name) ? `${name}/` : "";
}

export type DecodedText = { readonly text: string; readonly isRepaired: boolean };

/** Text without its byte order mark and with `\n` at the ends of lines. What is not UTF-8 is taken for Windows-1252. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const text = new TextDecoder(first === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
    return { text: toLines(text), isRepaired: true };
  }
  try {
    return { text: toLines(new TextDecoder("utf-8", { fatal: true }).decode(bytes)), isRepaired: false };
  } catch {
    return { text: toLines(new TextDecoder("windows-1252").decode(bytes)), isRepaired: true };
  }
}
