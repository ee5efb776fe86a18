import { createHash } from "node:crypto";
import { foldPath } from "../output/output-path.ts";
import { shorten } from "../../lib/slug.ts";

export type TargetPaths = {
  /** Path in the blog folder for a file of the old blog: the same in every call, and no other's. */
  readonly of: (source: string) => string;
  /** Another one, because somebody else's file is there. */
  readonly move: (source: string) => string;
};

const root = "public/wp-content/uploads";
// What is added to a name by a draft or a copy must fit, too.
const longestName = 200;

/**
 * Names for all files that come from the old blog. Where two differ only by case or by what no disk takes, the second
 * gets a name with a hash of its own in it.
 */
export function createTargetPaths(known: Iterable<readonly [source: string, path: string]>): TargetPaths {
  const paths = new Map(known);
  const owners = new Map([...paths].map(([source, path]) => [foldPath(path), source]));
  const claim = (source: string, path: string): string | undefined => {
    const owner = owners.get(foldPath(path));
    if (owner !== undefined && owner !== source) return undefined;
    owners.set(foldPath(path), source);
    paths.set(source, path);
    return path;
  };
  const allocate = (source: string, times: number): string => {
    for (let turn = times; ; turn += 1) {
      const path = claim(source, toPath(source, turn));
      if (path !== undefined) return path;
    }
  };
  const moves = new Map<string, number>();
  return {
    of: (source) => paths.get(source) ?? allocate(source, 0),
    move: (source) => {
      const times = (moves.get(source) ?? 0) + 1;
      moves.set(source, times);
      return allocate(source, times);
    },
  };
}

function toPath(source: string, turn: number): string {
  const segments = source
    .split("/")
    .filter((segment) => segment !== "")
    .map(toName);
  const name = segments.pop() ?? "file";
  const hash = createHash("sha256").update(`${source}\0${turn}`).digest("hex").slice(0, 8);
  const folders = shortenFolders(segments, source);
  return [root, ...folders, turn === 0 ? name : withMark(name, hash)].join("/");
}

function withMark(name: string, mark: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? `${name.slice(0, dot)}-${mark}${name.slice(dot)}` : `${name}-${mark}`;
}

/** A name that every disk takes; other than that, as it is. */
function toName(segment: string): string {
  const clean = segment
    .normalize("NFC")
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cs}\u2028\u2029]/gu, "-")
    .replace(/^\.+/, "")
    .replace(/[. ]+$/, "");
  const free = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i.test(clean) ? `-${clean}` : clean;
  if (free === "") return "-";
  const ending = /\.[A-Za-z\d]{1,9}$/.exec(free)?.[0] ?? "";
  return shorten(free.slice(0, free.length - ending.length), longestName - ending.length) + ending;
}

/** A path of a thousand folders is nobody's. */
function shortenFolders(folders: readonly string[], source: string): readonly string[] {
  if (Buffer.byteLength(folders.join("/")) <= 500) return folders;
  return [`long-${createHash("sha256").update(source).digest("hex").slice(0, 16)}`];
}
