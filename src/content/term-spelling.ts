import { memoise } from "../lib/memoise.ts";
import type { ParsedEntry } from "./parsed-entry.ts";

/** Names from the root of the tree to the term; an author's has one. */
export type TermPath = readonly string[];

/** A term or an author as one post names it: the `index`th value of the front matter's `key`. */
export type TermUse = {
  readonly path: TermPath;
  /** What this name has in common with the same term's other spellings: `foldPath(path)`. */
  readonly folded: string;
  readonly entry: ParsedEntry;
  readonly key: "categories" | "tags" | "author" | "authors";
  readonly index: number;
};

export function findUses(key: TermUse["key"], entries: readonly ParsedEntry[]): TermUse[] {
  // The same few names stand in all posts.
  const read = memoise((written: string) => {
    const path = toPath(key, written);
    return { path, folded: foldPath(path) };
  });
  const uses: TermUse[] = [];
  for (const entry of entries) {
    for (const [index, written] of entry.values[key]?.entries() ?? []) {
      const { path, folded } = read(written);
      if (path.length > 0) uses.push({ path, folded, entry, key, index });
    }
  }
  return uses;
}

/** `A / B` is the category `B` below `A`; a tag or author is one name whatever it holds. */
export function toPath(key: TermUse["key"], written: string): string[] {
  const names = key === "categories" ? written.split("/") : [written];
  return names
    .map((name) =>
      name
        .normalize("NFC")
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim(),
    )
    .filter((name) => name !== "");
}

// A tag may hold `/` (TCP/IP), so keys are joined by a character that no name has.
const joint = "\0";

/** What names that differ only in case or Unicode form have in common. */
export function foldPath(path: TermPath): string {
  return path.map((name) => name.normalize("NFKC").toLowerCase().normalize("NFKC")).join(joint);
}

/**
 * One spelling for every term and its parents, by folded path, parents first: the `preferred` one, else the one that
 * most posts use, else the first by code points.
 */
export function chooseSpellings(uses: readonly TermUse[], preferred: readonly TermPath[]): Map<string, TermPath> {
  const counts = new Map<string, Map<string, number>>();
  const count = (path: TermPath, folded: string, weight: number): void => {
    const keys = folded.split(joint);
    for (const [depth, name] of path.entries()) {
      const key = keys.slice(0, depth + 1).join(joint);
      const names = counts.get(key) ?? new Map<string, number>();
      counts.set(key, names.set(name, (names.get(name) ?? 0) + weight));
    }
  };
  for (const { path, folded } of uses) count(path, folded, 1);
  for (const path of preferred) count(path, foldPath(path), Infinity);
  const chosen = new Map<string, TermPath>();
  for (const [key, names] of [...counts].sort(byDepth)) {
    const parent = chosen.get(parentKey(key)) ?? [];
    chosen.set(key, [...parent, mostUsed(names)]);
  }
  return chosen;
}

/** The folded path of the parent; empty for a root. */
export function parentKey(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf(joint)));
}

function byDepth([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a.split(joint).length - b.split(joint).length || (a < b ? -1 : 1);
}

function mostUsed(counts: ReadonlyMap<string, number>): string {
  const [first] = [...counts].sort(([a, m], [b, n]) => (m === n ? (a < b ? -1 : 1) : n - m));
  return first?.[0] ?? "";
}
