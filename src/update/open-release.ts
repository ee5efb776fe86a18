import { existsSync, mkdtempSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { GitError, runGit } from "../files/run-git.ts";
import { compareVersions, isPrerelease, isVersion } from "../release/version.ts";
import type { Release } from "../release/release.ts";
import { readFolderRelease, isRepositoryRoot } from "./folder-release.ts";
import { readGitRelease } from "./git-release.ts";
import { readHead, readRefs } from "./git-objects.ts";
import { UpdateError } from "./update-error.ts";

/** Where the engine's history can be asked. */
export type Repository = {
  readonly folder: string;
  readonly refs: ReadonlyMap<string, string>;
  /** Commits that a blog may have been begun at, or before. */
  readonly tips: readonly string[];
};

export type OpenedRelease = { readonly release: Release; readonly repository?: Repository };

export type OpenOptions = {
  /** A folder, or the address of a repository. */
  readonly from: string;
  /** A tag or a branch; the newest version otherwise. */
  readonly to?: string | undefined;
  /** Where a clone may be made; it goes afterwards. */
  readonly workspace: string;
  readonly patience?: number | undefined;
};

/** A folder is taken as it stands, unless `to` names one of its tags; a repository is cloned, never into the blog's. */
export async function openRelease(options: OpenOptions): Promise<OpenedRelease> {
  const { from, to, workspace } = options;
  const isFolder = statSync(from, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isFolder && to === undefined && !isBare(from)) return openFolder(resolve(from), from);
  if (!isFolder && !isAddress(from)) {
    throw new UpdateError(`${from} is neither a folder nor the address of a repository. Name one with --from.`);
  }
  const folder = mkdtempSync(join(workspace, "engine-"));
  await clone(isFolder ? resolve(from) : from, folder, options);
  const refs = await readRefs(folder);
  const { name, commit } = chooseRef(refs, from, to);
  const head = await readHead(folder);
  const release = await readGitRelease(folder, commit, `${name} of ${from}`);
  return { release, repository: { folder, refs, tips: [...new Set([commit, head ?? commit])] } };
}

async function openFolder(folder: string, name: string): Promise<OpenedRelease> {
  const isRepository = await isRepositoryRoot(folder);
  const release = await readFolderRelease(folder, name, isRepository);
  const head = isRepository ? await readHead(folder) : undefined;
  return head === undefined
    ? { release }
    : { release, repository: { folder, refs: await readRefs(folder), tips: [head] } };
}

function isBare(folder: string): boolean {
  return existsSync(join(folder, "HEAD")) && existsSync(join(folder, "objects"));
}

/** `https://…`, `ssh://…`, `git@host:path`; never an option, and none of the addresses that run a program. */
function isAddress(text: string): boolean {
  return /^(https?|ssh|git|file):\/\/./.test(text) || /^[\w.-]+@[\w.-]+:[^:]/.test(text);
}

async function clone(address: string, folder: string, { patience = 600_000, from }: OpenOptions): Promise<void> {
  const stalled = ["-c", "http.lowSpeedLimit=1000", "-c", "http.lowSpeedTime=30"];
  const options = ["--bare", "--quiet", "--template=", "--no-hardlinks"];
  try {
    await runGit([...stalled, "clone", ...options, "--", address, folder], { patience });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const remedy = "Look at the address and at the network, or name another place with --from.";
    throw new UpdateError(`${from} cannot be read (${error.message}). ${remedy}`, { cause: error });
  }
}

/** What the owner types never reaches git as a name: it is looked up among those that there are. */
function chooseRef(refs: ReadonlyMap<string, string>, from: string, to: string | undefined) {
  const versions = [...refs.keys()]
    .map((ref) => ref.replace(/^refs\/tags\//, ""))
    .filter((name) => /^v\d/.test(name) && isVersion(name))
    .toSorted((a, b) => compareVersions(b, a));
  const newest = versions.find((name) => !isPrerelease(name));
  const name = to ?? newest;
  if (name === undefined) {
    throw new UpdateError(`${from} has no release (no tag like v1.2.3). Name a branch of it with --to.`);
  }
  const found = [`refs/tags/${name}`, `refs/tags/v${name}`, `refs/heads/${name}`].find((ref) => refs.has(ref));
  const commit = refs.get(found ?? "");
  if (found !== undefined && commit !== undefined) return { name: found.replace(/^refs\/\w+\//, ""), commit };
  const offer = versions.length > 0 ? `It has ${versions.slice(0, 5).join(", ")}` : "It has no tag like v1.2.3";
  throw new UpdateError(`${from} has no tag or branch ${name}. ${offer}.`);
}
