import { toCacheKey } from "../files/cache.ts";
import { listFiles, readIfThere } from "../files/read-folder.ts";
import { enginePath } from "./engine.ts";

/** Changes whenever what makes HTML of Markdown changes, the packages under it included. */
export function toMarkdownVersion(): string {
  const folders = ["src/lib", "src/markdown"].map((folder) => enginePath(folder));
  const files = folders.flatMap((folder) => listFiles(folder).map((path) => `${folder}/${path}`));
  return toCacheKey(...[enginePath("package-lock.json"), ...files].map((file) => readIfThere(file) ?? ""));
}
