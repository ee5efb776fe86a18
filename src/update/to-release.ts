import { parsePackageJson } from "../release/package-json.ts";
import type { Release, ReleaseFile } from "../release/release.ts";
import { UpdateError } from "./update-error.ts";

/** A release out of its files; anything else than Klatsch is refused, for it would replace Klatsch. */
export function toRelease(name: string, files: ReadonlyMap<string, ReleaseFile>): Release {
  const { content } = files.get("package.json") ?? {};
  const packageJson = content && parsePackageJson(content);
  if (!packageJson) throw new UpdateError(`${name} is no release of Klatsch (it has no package.json with a version).`);
  if (packageJson.name !== "klatsch") {
    throw new UpdateError(`${name} is no release of Klatsch (its package.json says ${packageJson.name ?? "no name"}).`);
  }
  const others = new Map([...files].filter(([path]) => path !== "package.json"));
  return { version: packageJson.version, name, files: others, packageJson };
}
