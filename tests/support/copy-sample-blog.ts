import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { enginePath } from "../../src/eleventy/engine.ts";

const parts = [
  "posts",
  "pages",
  "comments",
  "public",
  "_data",
  "_includes/styles/theme.css",
  "giscus.json",
  "urls.txt",
];

/** Copies what an owner has in a fresh clone; the engine stays where it is. */
export function copySampleBlog(folder: string): void {
  for (const part of parts.filter((path) => existsSync(enginePath(path)))) {
    cpSync(enginePath(part), join(folder, part), { recursive: true, filter: (path) => !path.includes(".11ty.") });
  }
}
