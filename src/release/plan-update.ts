import { isSameContent } from "./file-content.ts";
import { ownershipOf } from "./ownership.ts";
import type { Base, LocalFile, Release, ReleaseFile } from "./release.ts";

/**
 * - `changed`: the owner changed it; `gone`: and the release no longer has it.
 * - `removed`: the owner removed it.
 * - `own`: the owner made a file where the release brings one.
 * - `differs`: nobody knows what the installed release had here.
 * - `obstacle`: a link, or a folder, where a file belongs.
 */
export type Conflict = {
  readonly path: string;
  readonly reason: "changed" | "gone" | "removed" | "own" | "differs" | "obstacle";
  readonly local: LocalFile;
};

export type PlannedWrite = { readonly path: string; readonly kind: "added" | "changed"; readonly file: ReleaseFile };

export type Plan = {
  readonly writes: readonly PlannedWrite[];
  readonly removals: readonly string[];
  readonly conflicts: readonly Conflict[];
  /** The owner's from now on, though the release brings something else. */
  readonly kept: readonly string[];
};

/** Files and folders that the owner has decided about. */
export type Choices = { readonly keep: readonly string[]; readonly overwrite: readonly string[] };

export type PlanOptions = {
  readonly release: Release;
  readonly base: Base;
  readonly local: (path: string) => LocalFile;
  readonly choices: Choices;
};

/** All files of which something must be known before anything is decided, in order. */
export function pathsOf(release: Release, base: Base): readonly string[] {
  return [...new Set([...release.files.keys(), ...(base.paths ?? []), ...base.laterPaths])].sort();
}

/** What an update would do with each file of the engine, but for `package.json`. */
export function planUpdate(options: PlanOptions): Plan {
  const { release, base, choices } = options;
  const steps = pathsOf(release, base).map((path) => decide(path, options));
  const pick = <Kind extends Step["kind"]>(kind: Kind) =>
    steps.filter((step): step is Extract<Step, { kind: Kind }> => step.kind === kind);
  const removals = pick("remove").map(({ path }) => path);
  const writes = pick("write").map(({ write }) => write);
  return {
    writes: [...writes, ...findTwins(removals, writes, release)],
    removals,
    conflicts: pick("conflict").map(({ conflict }) => conflict),
    kept: [...pick("keep").map(({ path }) => path), ...findHeld(release, options.local, choices)].sort(),
  };
}

type Step =
  | { readonly kind: "nothing" }
  | { readonly kind: "write"; readonly write: PlannedWrite }
  | { readonly kind: "remove" | "keep"; readonly path: string }
  | { readonly kind: "conflict"; readonly conflict: Conflict };

const nothing: Step = { kind: "nothing" };

function decide(path: string, options: PlanOptions): Step {
  const { release, choices } = options;
  if (isChosen(path, choices.keep)) return nothing;
  const file = release.files.get(path);
  const local = withoutFilesThatGo(options.local(path), options);
  if (local.kind === "obstacle")
    return file ? { kind: "conflict", conflict: { path, reason: "obstacle", local } } : nothing;
  return file ? decideOnBrought(path, file, local, options) : decideOnGone(path, local, options);
}

/** A file that the update removes is in no folder's way. */
function withoutFilesThatGo(local: LocalFile, options: PlanOptions): LocalFile {
  if (local.kind !== "obstacle" || local.what !== "file") return local;
  return decide(local.at, options).kind === "remove" ? { kind: "absent" } : local;
}

type Present = Exclude<LocalFile, { readonly kind: "obstacle" }>;

function decideOnBrought(path: string, file: ReleaseFile, local: Present, options: PlanOptions): Step {
  const { base, choices } = options;
  const write = (kind: PlannedWrite["kind"]): Step => ({ kind: "write", write: { path, kind, file } });
  const isOverwritten = isChosen(path, choices.overwrite);
  if (local.kind === "absent") {
    if (!base.paths?.has(path) || isOverwritten) return ownershipOf(path) === "lock" ? nothing : write("added");
    return keepOrConflict({ path, reason: "removed", local }, file, base);
  }
  if (isSameContent(local.content, file.content)) {
    return file.isExecutable && !local.isExecutable ? write("changed") : nothing;
  }
  if (isOverwritten || ownershipOf(path) === "lock" || base.isKnown(path, local.content)) return write("changed");
  const reason = !base.paths ? "differs" : base.paths.has(path) ? "changed" : "own";
  return keepOrConflict({ path, reason, local }, file, base);
}

/** Some files are the owner's once they differ; that is said when the release has news in them. */
function keepOrConflict(conflict: Conflict, file: ReleaseFile, base: Base): Step {
  const { path, reason } = conflict;
  if (!["either", "lock"].includes(ownershipOf(path))) return { kind: "conflict", conflict };
  const hasNews = reason !== "removed" && !base.isInstalled(path, file.content);
  return hasNews ? { kind: "keep", path } : nothing;
}

function decideOnGone(path: string, local: Present, { base, choices }: PlanOptions): Step {
  if (local.kind === "absent") return nothing;
  if (base.isKnown(path, local.content)) return { kind: "remove", path };
  // What the installed release did not have, and nobody else wrote, is the owner's.
  if (!base.paths?.has(path) || ownershipOf(path) !== "engine") return nothing;
  if (isChosen(path, choices.overwrite)) return { kind: "remove", path };
  return { kind: "conflict", conflict: { path, reason: "gone", local } };
}

/** Where a disk knows no difference between `A.ts` and `a.ts`, to remove the one is to lose the other. */
function findTwins(removals: readonly string[], writes: readonly PlannedWrite[], release: Release): PlannedWrite[] {
  const going = new Set(removals.map((path) => path.toLowerCase()));
  const written = new Set(writes.map(({ path }) => path));
  return [...release.files]
    .filter(([path]) => going.has(path.toLowerCase()) && !written.has(path))
    .map(([path, file]) => ({ path, kind: "changed", file }));
}

/** What the owner holds back by name. */
function findHeld(release: Release, local: PlanOptions["local"], { keep }: Choices): string[] {
  if (keep.length === 0) return [];
  const isHeld = ([path, file]: readonly [string, ReleaseFile]): boolean => {
    if (!isChosen(path, keep)) return false;
    const own = local(path);
    return own.kind !== "file" || !isSameContent(own.content, file.content);
  };
  return [...release.files].filter(isHeld).map(([path]) => path);
}

/** Whether a path is one of these, or lies in one of these folders. */
export function isChosen(path: string, choices: readonly string[]): boolean {
  return choices.some((choice) => path === choice || path.startsWith(`${choice}/`));
}
