import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { enginePath } from "../../src/eleventy/engine.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const parts = [
  ".eleventy.ts",
  "_data",
  "_includes",
  "client",
  "emulator",
  "package.json",
  "pages",
  "posts",
  "scripts",
  "src",
  "tsconfig.json",
];

/** A copy of the engine that a test may edit while other tests build with the original. */
export function temporaryEngine(): string {
  const folder = temporaryFolder();
  for (const part of parts) cpSync(enginePath(part), join(folder, part), { recursive: true });
  symlinkSync(enginePath("node_modules"), join(folder, "node_modules"));
  return folder;
}
