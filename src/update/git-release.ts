import { isOfRelease } from "../release/ownership.ts";
import type { Release, ReleaseFile } from "../release/release.ts";
import { isFile, readBlobs, readTree } from "./git-objects.ts";
import { toRelease } from "./to-release.ts";
import { UpdateError } from "./update-error.ts";

/** The release that a commit holds. */
export async function readGitRelease(folder: string, commit: string, name: string): Promise<Release> {
  const entries = (await readTree(folder, commit)).filter(({ path }) => isOfRelease(path));
  const link = entries.find((entry) => !isFile(entry));
  if (link) throw new UpdateError(`${name} holds a link (${link.path}), which no release of Klatsch does.`);
  const blobs = await readBlobs(
    folder,
    entries.map(({ id }) => id),
  );
  const files = entries.map(({ path, mode, id }): readonly [string, ReleaseFile] => {
    const content = blobs.get(id);
    if (!content) throw new UpdateError(`${name} is not whole (${path} is missing). Try again.`);
    return [path, { content, isExecutable: mode === "100755" }];
  });
  return toRelease(name, new Map(files));
}
