import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../files/finish-changes.ts";
import { makeChanges, type FileChange } from "../files/make-changes.ts";
import { formatPackage, mergePackage, type PackageMerge } from "../release/merge-package.ts";
import { toNews } from "../release/news.ts";
import { isChosen, pathsOf, planUpdate, type Choices, type Plan } from "../release/plan-update.ts";
import { formatRecord, parseRecord, recordPath, type ReleaseRecord } from "../release/release-record.ts";
import type { Base, LocalFile, Release } from "../release/release.ts";
import { compareVersions } from "../release/version.ts";
import { findBase } from "./find-base.ts";
import type { FoundBase } from "./found-base.ts";
import { openLocalFiles } from "./local-files.ts";
import { openRelease } from "./open-release.ts";
import { packageFile, readOwnPackage, type OwnPackage } from "./own-package.ts";
import { openOwnRepository } from "./own-repository.ts";
import { showConflicts } from "./show-conflicts.ts";
import { UnknownChoice, UpdateError } from "./update-error.ts";
import type { Outcome, UpdateSummary } from "./update-summary.ts";

export type UpdateOptions = {
  /** The repository of the blog. */
  readonly root: string;
  /** A folder or an address; what `package.json` names otherwise. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** A folder with the installed release. */
  readonly base?: string | undefined;
  readonly choices: Choices;
  readonly dryRun: boolean;
  /** An empty folder that goes afterwards. */
  readonly workspace: string;
  readonly patience?: number | undefined;
  /** Hears of what takes long. */
  readonly onWait: (text: string) => void;
  /** What the run that makes the changes prints, be it this one or, after a kill, the next. */
  readonly toReport: (summary: UpdateSummary) => Report;
};

/** Brings the engine's files of a blog's repository to a newer release, all or none; the owner's are not touched. */
export async function updateEngine(options: UpdateOptions): Promise<Outcome> {
  const { root, choices } = options;
  const local = openLocalFiles(root);
  const own = readOwnPackage(root, local(packageFile));
  const record = readRecord(local(recordPath));
  const installed = record?.version ?? own.version;
  if (installed === undefined) throw new UpdateError("package.json has no version. Write the one that you installed.");
  const from = toFrom(options, own);
  options.onWait(`Reading ${from}`);
  const { release, repository } = await openRelease({ ...options, from });
  const upToDate: Outcome = { kind: "up-to-date", installed, offered: release.version };
  if (compareVersions(release.version, installed) < 0) return upToDate;
  const named = await openNamedBase(options);
  const found = await findBase({ installed, named, record, repository, local });
  checkChoices(choices, release, found.base);
  const plan = planUpdate({ release, base: found.base, local, choices });
  const merge = mergeOwnPackage(own, release, found.base, choices);
  const isSame = isUnchanged(plan, merge, own);
  if (isSame && compareVersions(release.version, installed) === 0) return upToDate;
  return settle({ ...options, installed, own, release, found, plan, merge, local });
}

type Settling = UpdateOptions & {
  readonly installed: string;
  readonly own: OwnPackage;
  readonly release: Release;
  readonly found: FoundBase;
  readonly plan: Plan;
  readonly merge: PackageMerge;
  readonly local: (path: string) => LocalFile;
};

/** Refuses, or makes the changes. */
async function settle(settling: Settling): Promise<Outcome> {
  const { root, installed: from, release, found, plan, merge, local, dryRun, toReport } = settling;
  const to = release.version;
  if (plan.conflicts.length + merge.conflicts.length > 0) {
    const files = await showConflicts(plan.conflicts, release, found.read);
    const isBaseKnown = found.base.paths !== undefined;
    return { kind: "conflicts", from, to, isBaseKnown, files, entries: merge.conflicts };
  }
  const changes = toChanges(settling);
  const repository = await openOwnRepository(root);
  const existing = changes.map(({ path }) => path).filter((path) => local(path).kind === "file");
  const uncommitted = repository?.findUncommitted(existing) ?? [];
  if (uncommitted.length > 0) return { kind: "uncommitted", from, to, files: uncommitted };
  const backup = repository ? undefined : chooseBackup(root, from);
  const summary = summarize(settling, backup);
  if (dryRun) return { kind: "planned", summary };
  makeChanges(root, changes, { report: toReport(summary), keepOldAs: backup });
  return { kind: "updated", summary };
}

function readRecord(file: LocalFile): ReleaseRecord | undefined {
  if (file.kind === "obstacle") {
    throw new UpdateError(`${file.at} is a ${file.what} in the place of what an update writes. Move it away.`);
  }
  return file.kind === "file" ? parseRecord(file.content) : undefined;
}

function toFrom({ from }: UpdateOptions, { source }: OwnPackage): string {
  if (from !== undefined) return from;
  if (source !== undefined) return source;
  throw new UpdateError("package.json names no source. Name the folder or repository of a release with --from.");
}

async function openNamedBase({ base, workspace }: UpdateOptions): Promise<Release | undefined> {
  return base === undefined ? undefined : (await openRelease({ from: base, workspace })).release;
}

function checkChoices({ keep, overwrite }: Choices, release: Release, base: Base): void {
  const paths = [packageFile, ...pathsOf(release, base)];
  const check = (option: string, choice: string): void => {
    if (paths.some((path) => isChosen(path, [choice]))) return;
    throw new UnknownChoice(`${option} names no file or folder of the engine (found ${choice})`);
  };
  for (const choice of keep) check("--keep", choice);
  for (const choice of overwrite) check("--overwrite", choice);
}

function mergeOwnPackage(own: OwnPackage, release: Release, base: Base, { keep, overwrite }: Choices): PackageMerge {
  const winner = isChosen(packageFile, keep) ? "yours" : isChosen(packageFile, overwrite) ? "theirs" : undefined;
  return mergePackage({ local: own.entries, release: release.packageJson, bases: base.packages, winner });
}

function isUnchanged({ writes, removals }: Plan, merge: PackageMerge, own: OwnPackage): boolean {
  return writes.length + removals.length === 0 && !hasMerged(merge, own);
}

function hasMerged({ merged }: PackageMerge, { entries }: OwnPackage): boolean {
  return JSON.stringify(merged) !== JSON.stringify(entries);
}

function toChanges({ plan, merge, own, release }: Settling): FileChange[] {
  return [
    ...plan.writes.map(({ path, file }) => ({ path, ...file })),
    ...plan.removals.map((path) => ({ path })),
    ...(hasMerged(merge, own)
      ? [{ path: packageFile, content: Buffer.from(formatPackage(merge.merged, own.text)) }]
      : []),
    { path: recordPath, content: Buffer.from(formatRecord(release)) },
  ];
}

function chooseBackup(root: string, version: string): string {
  let name = `.klatsch/before-${version}`;
  for (let number = 2; existsSync(join(root, name)); number++) name = `.klatsch/before-${version}-${number}`;
  return name;
}

function summarize({ installed, release, plan, merge, own }: Settling, backup: string | undefined): UpdateSummary {
  const { version, files, packageJson } = release;
  const pathsOfKind = (kind: string) => plan.writes.filter((write) => write.kind === kind).map(({ path }) => path);
  const changelog = files.get("CHANGELOG.md")?.content ?? Buffer.of();
  const node = packageJson.engines?.node;
  const isOtherNode = JSON.stringify(own.entries.engines) !== JSON.stringify(merge.merged.engines);
  return {
    from: installed,
    to: version,
    added: pathsOfKind("added"),
    changed: [...pathsOfKind("changed"), ...(hasMerged(merge, own) ? [packageFile] : [])].sort(),
    removed: plan.removals,
    kept: plan.kept,
    ownEntries: merge.own,
    install: merge.needsInstall ? "npm install" : "npm ci",
    ...(typeof node === "string" && isOtherNode ? { node } : {}),
    news: toNews(Buffer.from(changelog).toString("utf8"), installed, version),
    ...(backup === undefined ? {} : { backup }),
  };
}
