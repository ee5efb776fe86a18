import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { enginePath } from "../../src/eleventy/engine.ts";

/** Real blogs to try things on, outside the repository; undefined, with a word on stderr, where they are not there. */
export function findCorpus(path: string): string | undefined {
  const folder = resolve(process.env.KLATSCH_CORPORA ?? enginePath("../shared/corpora"), path);
  if (existsSync(folder)) return folder;
  process.stderr.write(`Skipped: the corpus ${path} is not at ${folder}. Set KLATSCH_CORPORA to its folder.\n`);
  return undefined;
}
