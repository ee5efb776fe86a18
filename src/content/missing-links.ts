import { memoise } from "../lib/memoise.ts";
import { show } from "../lib/show.ts";
import { suggest } from "../lib/suggest.ts";
import type { ResolvedLink } from "../markdown/markdown-context.ts";
import { toSourceName } from "./source-path.ts";

type Warning = NonNullable<ResolvedLink["warning"]>;

/** Comparing names takes the product of their lengths, and a blog may have thousands of dead links. */
const most = { candidates: 1000, searches: 500, letters: 100 };

/** What a link from a folder was probably meant to lead to, as it is to be written there; `path` is NFC. */
export type MeantFile = (folder: string, path: string) => string | undefined;

/** `files`: every post, page and file beside them, by path in the blog folder, to the last part of its address. */
export function createMeantFile(files: ReadonlyMap<string, string | undefined>): MeantFile {
  let names: ReadonlyMap<string, string> | undefined;
  let folders: ReadonlyMap<string, readonly string[]> | undefined;
  let searches = 0;
  const findLike = memoise((path: string) => {
    folders ??= groupByFolder(files.keys());
    const siblings = folders.get(folderOf(path)) ?? [];
    const name = baseName(path);
    if (name === "" || name.length > most.letters || siblings.length > most.candidates) return undefined;
    return ++searches > most.searches ? undefined : suggest(name, siblings);
  });
  return (folder, path) => {
    const plain = path.replace(/\/$/, "");
    names ??= groupByName(files);
    const named = names.get(toName(plain)) ?? names.get(toSourceName(plain).name);
    if (named !== undefined) return toRelative(folder, named);
    const like = findLike(plain);
    return like === undefined ? undefined : toRelative(folder, folderOf(plain) + like);
  };
}

/** `a.md`, `a/` and `a.html` are all called `a`. */
function toName(path: string): string {
  return baseName(path).replace(/\.(?:md|markdown|html?)$/i, "");
}

/** By the name of the file, the same without its date, and the last part of its address; the first is taken. */
function groupByName(files: ReadonlyMap<string, string | undefined>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [path, slug] of files) {
    if (!/\.(?:md|markdown)$/i.test(path)) continue;
    const { name, date } = toSourceName(path);
    for (const one of [name, ...(date ? [`${date}-${name}`] : []), ...(slug ? [slug] : [])]) {
      if (!names.has(one)) names.set(one, path);
    }
  }
  return names;
}

function groupByFolder(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const siblings = folders.get(folderOf(path));
    if (siblings) siblings.push(baseName(path));
    else folders.set(folderOf(path), [baseName(path)]);
  }
  return folders;
}

/** As a link is written: from its own folder on. */
function toRelative(folder: string, path: string): string {
  const from = folder.split("/").filter(Boolean);
  const to = path.split("/");
  const end = from.findIndex((step, index) => step !== to[index]);
  const shared = end < 0 ? from.length : end;
  const up = "../".repeat(from.length - shared);
  return `${up === "" ? "./" : up}${to.slice(shared).join("/").replace(/[\s%]/g, encodeURIComponent)}`;
}

export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** `told`: a remedy, where one can tell what was meant. */
export function missingLink(path: string, told?: string): Warning {
  const usual = /\.(?:md|markdown)$/i.test(path)
    ? "Write the path of a post from this file on, such as `./other-post.md`."
    : "Correct the address, or publish the page.";
  return { id: "link-missing", message: `the link leads to no page (found ${show(path)})`, remedy: told ?? usual };
}

/** What a link or image is told that would be right if it did not begin with the blog's own path. */
export function withoutBasePath(plain: string): string {
  return `Write it without the blog's path: \`${plain}\`.`;
}

/** Undefined unless there is no address at all, or a scheme with nothing behind it. */
export function toEmptyLink(target: string): Warning | undefined {
  if (!/^\s*(?:(?:https?:)?\/\/|[a-z][a-z0-9+.-]*:(?:\/\/)?)?\s*$/i.test(target)) return undefined;
  const remedy = "Write the address, or leave the link out.";
  const found = target === "" ? "" : ` (found ${show(target)})`;
  return { id: "link-missing", message: `the link has no address${found}`, remedy };
}

export function withheldLink(path: string): Warning {
  const remedy = "Publish that post, or leave the link out; until then, its words stand without it.";
  return {
    id: "link-withheld",
    message: `the link leads to a post that is not published (found ${show(path)})`,
    remedy,
  };
}
