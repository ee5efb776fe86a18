import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Emulator } from "./emulator.ts";

/**
 * Tells other commands, `npm run sync` above all, where the emulator of a running `npm start` is: `address.json` in
 * the blog's `.emulator` folder, with what `_data/giscus.json` would say and where the threads go. Returns what takes
 * it away again.
 */
export function writeAddress(folder: string, emulator: Emulator): () => void {
  const { graphqlUrl, giscusHost, repo, repoId, category, categoryId } = emulator;
  const address = { graphqlUrl, host: giscusHost, repo, repoId, category, categoryId, process: process.pid };
  const file = join(folder, "address.json");
  mkdirSync(folder, { recursive: true });
  // The folder hides itself from git, also in a blog that knows nothing of it.
  writeFileSync(join(folder, ".gitignore"), "*\n");
  writeFileSync(file, `${JSON.stringify(address, undefined, 2)}\n`);
  return () => rmSync(file, { force: true });
}
