import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the engine's own files lie, whatever the working directory is. */
export const engineRoot = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

export function enginePath(...segments: string[]): string {
  return join(engineRoot, ...segments);
}

/** Results kept from one build to the next. Made of contents alone, so that all blogs of this engine may share it. */
export const cacheFolder = enginePath(".cache/build");
