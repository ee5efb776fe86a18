import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { readIfThere } from "../files/read-folder.ts";
import { removeEmptyFolder } from "../files/remove-empty-folder.ts";
import { toContentHash } from "../release/file-content.ts";
import { enginePath } from "./engine.ts";

/** SHA-256 of each file of the sample blog, by its path in the blog folder; `tests/site/init-command.test.ts` keeps it. */
const manifest = "scripts/sample-files.json";

export type SampleFiles = {
  /** As the engine brought them. */
  readonly untouched: readonly string[];
  /** Edited since: the owner's now. */
  readonly edited: readonly string[];
};

/** What of the sample blog is in a blog folder. */
export function findSampleFiles(root: string): SampleFiles {
  const untouched: string[] = [];
  const edited: string[] = [];
  for (const [path, hash] of readManifest()) {
    const bytes = readIfThere(join(root, path));
    if (bytes) (toContentHash(bytes) === hash ? untouched : edited).push(path);
  }
  return { untouched, edited };
}

/** Tells, by path and SHA-256, whether a file is one of the sample blog that nobody has edited. */
export function createSampleJudge(): (path: string, hash: string) => boolean {
  const samples = new Map(readManifest());
  return (path, hash) => samples.get(path) === hash;
}

/** Removes them, and the folders that are empty then. */
export function removeSampleFiles(root: string, paths: readonly string[]): void {
  for (const path of paths) {
    rmSync(join(root, path));
    for (let folder = dirname(path); folder.includes("/"); folder = dirname(folder)) {
      if (!removeEmptyFolder(join(root, folder))) break;
    }
  }
}

function readManifest(): [path: string, hash: string][] {
  const text = readFileSync(enginePath(manifest), "utf8");
  return Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(text)));
}
