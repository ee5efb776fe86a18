import { isRecord } from "../lib/is-record.ts";
import { lockedSections, sections, type PackageJson, type Section } from "./package-json.ts";

type Entries = Readonly<Record<string, unknown>>;

/** An entry that the owner changed and the engine as well. */
export type EntryConflict = {
  readonly section: Section;
  readonly name: string;
  readonly yours: unknown;
  readonly theirs: unknown;
};

export type PackageMerge = {
  readonly merged: Entries;
  readonly conflicts: readonly EntryConflict[];
  /** What the owner has besides or otherwise, and keeps: `scripts.deploy`. */
  readonly own: readonly string[];
  /** Whether `npm ci` would find the release's lock file wanting. */
  readonly needsInstall: boolean;
};

export type MergeOptions = {
  readonly local: Entries;
  readonly release: PackageJson;
  /** Of the installed release first, then later ones; without any, every difference is a conflict. */
  readonly bases: readonly PackageJson[];
  /** Who is right where both have changed an entry; nobody, unless the owner says. */
  readonly winner?: "yours" | "theirs" | undefined;
};

/** The release's `package.json` with all that is the owner's in it, in the order of the owner's. */
export function mergePackage(options: MergeOptions): PackageMerge {
  const { local, release, bases, winner } = options;
  const merged = new Map(Object.entries(local));
  const conflicts: EntryConflict[] = [];
  const own: string[] = [];
  for (const key of new Set([...Object.keys(local), ...Object.keys(release)])) {
    const isSection = sections.some((section) => section === key);
    if (isSection || key === "version") continue;
    const sides = { local: local[key], release: release[key], bases: bases.map((base) => base[key]) };
    // Name, licence, description: what a repository says of itself is its owner's.
    put(merged, key, settle(sides, "yours").value);
  }
  merged.set("version", release.version);
  for (const section of sections) {
    const entries = mergeSection(section, options, winner);
    conflicts.push(...entries.conflicts);
    own.push(...entries.own.map((name) => `${section}.${name}`));
    const isWanted = Object.keys(entries.merged).length > 0 || local[section] !== undefined;
    put(merged, section, isWanted ? entries.merged : undefined);
  }
  const result = Object.fromEntries(merged);
  const needsInstall = lockedSections.some((section) => !isSameEntries(toEntries(result[section]), release[section]));
  return { merged: result, conflicts, own, needsInstall };
}

function mergeSection(section: Section, { local, release, bases }: MergeOptions, winner: MergeOptions["winner"]) {
  const [yours, theirs] = [toEntries(local[section]), toEntries(release[section])];
  const before = bases.map((base) => toEntries(base[section]));
  const merged = new Map<string, unknown>();
  const conflicts: EntryConflict[] = [];
  const own: string[] = [];
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(yours)])) {
    const sides = { local: yours[name], release: theirs[name], bases: before.map((base) => base[name]) };
    const { value, isConflict } = settle(sides, winner);
    if (isConflict) conflicts.push({ section, name, yours: yours[name], theirs: theirs[name] });
    else if (!isSame(value, theirs[name])) own.push(name);
    put(merged, name, value);
  }
  const isSorted = section !== "scripts" && section !== "engines";
  const entries = [...merged];
  // As npm does it, or the owner's next `npm install` would move lines.
  if (isSorted) entries.sort(([a], [b]) => a.localeCompare(b, "en"));
  return { merged: Object.fromEntries(entries), conflicts, own };
}

type Sides = { readonly local: unknown; readonly release: unknown; readonly bases: readonly unknown[] };

/** What stands in the end; in a conflict that nobody has decided, the owner's. */
function settle({ local, release, bases }: Sides, winner: MergeOptions["winner"]) {
  const decided = (value: unknown) => ({ value, isConflict: false });
  if (isSame(local, release) || bases.some((base) => isSame(local, base))) return decided(release);
  if (bases.length > 0 && isSame(release, bases[0])) return decided(local);
  if (bases.length === 0 && (local === undefined || release === undefined)) return decided(local ?? release);
  if (winner !== undefined) return decided(winner === "yours" ? local : release);
  return { value: local, isConflict: true };
}

function put(map: Map<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

function toEntries(value: unknown): Entries {
  return isRecord(value) ? value : {};
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isSameEntries(a: Entries, b: Entries = {}): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => isSame(a[name], b[name]));
}

/** As the owner's file is written: its indentation, its line ends. */
export function formatPackage(merged: Entries, like: string): string {
  const indent = /^\{\r?\n([ \t]+)"/.exec(like)?.[1] ?? "  ";
  const text = `${JSON.stringify(merged, null, indent)}\n`;
  return like.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text;
}
