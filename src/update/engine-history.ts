import { toBlobIds } from "../release/file-content.ts";
import { isOfRelease } from "../release/ownership.ts";
import { parsePackageJson, type PackageJson } from "../release/package-json.ts";
import type { LocalFile } from "../release/release.ts";
import type { FoundBase } from "./found-base.ts";
import { readBlobs, readSteps, type Step } from "./git-objects.ts";
import type { Repository } from "./open-release.ts";

type Tree = ReadonlyMap<string, string>;

/**
 * What is installed, found in the engine's history: the commit that the blog's engine differs from least. A blog that
 * was begun as a copy of the main branch, between two releases, has no tag that fits and no version of its own.
 */
export async function findInHistory(
  { folder, tips }: Repository,
  since: string | undefined,
  local: (path: string) => LocalFile,
): Promise<FoundBase> {
  const chains: (readonly Step[])[] = [];
  for (const tip of tips) chains.push((await readSteps(folder, tip, since)).map(withoutOwnersFiles));
  const known = collectIds(chains.flat());
  const idsOf = createLocalIds(local);
  const { chain, index } = findNearest(chains, [...known.keys()], idsOf);
  const tree = toTree(chain.slice(0, index + 1));
  const packages = await readPackages(folder, tree, chain.slice(index + 1));
  const has = (ids: ReadonlySet<string> | undefined, content: Uint8Array): boolean =>
    ids !== undefined && toBlobIds(content).some((id) => ids.has(id));
  return {
    base: {
      paths: new Set([...tree.keys()].filter((path) => path !== packageFile)),
      isInstalled: (path, content) => toBlobIds(content).some((id) => id === tree.get(path)),
      isKnown: (path, content) => has(known.get(path), content),
      laterPaths: [...known.keys()].filter((path) => path !== packageFile),
      packages,
    },
    read: async (path) => {
      const id = tree.get(path);
      return id === undefined ? undefined : (await readBlobs(folder, [id])).get(id);
    },
  };
}

const packageFile = "package.json";

function withoutOwnersFiles({ commit, changes }: Step): Step {
  return { commit, changes: changes.filter(([path]) => isOfRelease(path)) };
}

/** Every content that the engine has had, by path. */
function collectIds(steps: readonly Step[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const [path, id] of steps.flatMap(({ changes }) => changes)) {
    const ids = known.get(path) ?? new Set();
    known.set(path, id === undefined ? ids : ids.add(id));
  }
  return known;
}

function createLocalIds(local: (path: string) => LocalFile): (path: string) => readonly string[] {
  const ids = new Map<string, readonly string[]>();
  return (path) => {
    const file = local(path);
    const found = ids.get(path) ?? (file.kind === "file" ? toBlobIds(file.content) : []);
    ids.set(path, found);
    return found;
  };
}

type Nearest = { readonly chain: readonly Step[]; readonly index: number };

/** The first of those commits from which the fewest files differ; those that are missing count as well. */
function findNearest(
  chains: readonly (readonly Step[])[],
  paths: readonly string[],
  idsOf: (path: string) => readonly string[],
): Nearest {
  const costOf = (path: string, id: string | undefined): number => {
    const own = idsOf(path);
    return id === undefined ? Math.min(own.length, 1) : own.includes(id) ? 0 : 1;
  };
  let nearest: Nearest = { chain: chains[0] ?? [], index: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const chain of chains) {
    const tree = new Map<string, string>();
    let cost = paths.reduce((sum, path) => sum + costOf(path, undefined), 0);
    for (const [index, { changes }] of chain.entries()) {
      for (const [path, id] of changes) {
        cost += costOf(path, id) - costOf(path, tree.get(path));
        setOrDelete(tree, path, id);
      }
      if (cost < least) {
        least = cost;
        nearest = { chain, index };
      }
    }
  }
  return nearest;
}

function toTree(steps: readonly Step[]): Tree {
  const tree = new Map<string, string>();
  for (const [path, id] of steps.flatMap(({ changes }) => changes)) setOrDelete(tree, path, id);
  return tree;
}

function setOrDelete(tree: Map<string, string>, path: string, id: string | undefined): void {
  if (id === undefined) tree.delete(path);
  else tree.set(path, id);
}

/** The installed `package.json`, then what it became. */
async function readPackages(folder: string, tree: Tree, later: readonly Step[]): Promise<PackageJson[]> {
  const changes = later.flatMap((step) => step.changes).filter(([path]) => path === packageFile);
  const ids = [tree.get(packageFile), ...changes.map(([, id]) => id)].filter((id) => id !== undefined);
  const blobs = await readBlobs(folder, ids);
  return ids.flatMap((id) => {
    const content = blobs.get(id);
    return (content && parsePackageJson(content)) ?? [];
  });
}
