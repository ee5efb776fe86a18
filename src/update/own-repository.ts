import { GitError, runGit, splitAtZero } from "../files/run-git.ts";

/** What git could give back of a blog's files. */
export type OwnRepository = {
  /** Those of the paths that lie there otherwise than in the last commit, or that no commit has. */
  readonly findUncommitted: (paths: readonly string[]) => readonly string[];
};

/** Undefined where the folder is in no repository, or git is not there. */
export async function openOwnRepository(root: string): Promise<OwnRepository | undefined> {
  const prefix = await ask(root, ["rev-parse", "--show-prefix"]);
  if (prefix === undefined) return undefined;
  const below = prefix.toString("utf8").trim();
  // Before the first commit there is no HEAD, and nothing that git could give back.
  const tree = await ask(root, ["ls-tree", "-r", "-z", "--name-only", "HEAD"]);
  const committed = new Set(tree && splitAtZero(tree));
  // A folder that another repository only happens to lie around.
  if (below !== "" && committed.size === 0) return undefined;
  const status = await runGit(["status", "--porcelain", "-z", "--untracked-files=no", "--no-renames"], {
    folder: root,
  });
  const changed = new Set(
    splitAtZero(status)
      .map((entry) => entry.slice(3))
      .filter((path) => path.startsWith(below))
      .map((path) => path.slice(below.length)),
  );
  return { findUncommitted: (paths) => paths.filter((path) => !committed.has(path) || changed.has(path)) };
}

async function ask(folder: string, args: readonly string[]): Promise<Buffer | undefined> {
  try {
    return await runGit(args, { folder });
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
