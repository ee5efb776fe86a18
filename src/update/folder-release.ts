import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../files/read-folder.ts";
import { runGit, splitAtZero } from "../files/run-git.ts";
import { isOfRelease } from "../release/ownership.ts";
import type { Release, ReleaseFile } from "../release/release.ts";
import { isExecutable } from "./local-files.ts";
import { toRelease } from "./to-release.ts";
import { UpdateError } from "./update-error.ts";

/** The release that lies in a folder; of a repository, without what it ignores. */
export async function readFolderRelease(folder: string, name: string, isRepository: boolean): Promise<Release> {
  const listed = isRepository ? await listKnown(folder) : listFiles(folder);
  const files = new Map<string, ReleaseFile>();
  for (const path of listed.filter(isOfRelease)) {
    const stat = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (stat?.isSymbolicLink()) {
      throw new UpdateError(`${name} holds a link (${path}), which no release of Klatsch does.`);
    }
    if (stat?.isFile()) {
      files.set(path, { content: readFileSync(join(folder, path)), isExecutable: isExecutable(stat) });
    }
  }
  return toRelease(name, files);
}

/** Whether the folder is a repository itself, and not only in one. */
export async function isRepositoryRoot(folder: string): Promise<boolean> {
  try {
    const top = await runGit(["rev-parse", "--show-toplevel"], { folder });
    return realpathSync(top.toString("utf8").trim()) === realpathSync(folder);
  } catch {
    return false;
  }
}

async function listKnown(folder: string): Promise<string[]> {
  const options = ["-z", "--cached", "--others", "--exclude-standard"];
  return splitAtZero(await runGit(["ls-files", ...options], { folder }));
}
