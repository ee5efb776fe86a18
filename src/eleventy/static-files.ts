import { join } from "node:path";
import { listFiles } from "../files/read-folder.ts";
import type { BlogFolder } from "./blog-folder.ts";
import { enginePath } from "./engine.ts";

/** Files that are published as they are: path in the output folder to path on the disk. */
export type StaticFiles = ReadonlyMap<string, string>;

/** The owner's `public/`; its files stand before the engine's of the same name. */
export function findPublicFiles({ publicFiles }: BlogFolder): StaticFiles {
  const paths = publicFiles === undefined ? [] : listFiles(publicFiles);
  return new Map(paths.map((path) => [path.normalize("NFC"), join(publicFiles ?? "", path)]));
}

/** Fonts and icons of the engine. */
export function findEngineFiles(): StaticFiles {
  const fonts = enginePath("_includes/fonts");
  const icons = enginePath("_includes/icons");
  return new Map([
    ...listFiles(fonts).map((path) => [`assets/fonts/${path}`, join(fonts, path)] as const),
    ...listFiles(icons).map((path) => [toIconPath(path), join(icons, path)] as const),
  ]);
}

// Browsers ask for this one at the root, whatever the page says.
function toIconPath(path: string): string {
  return path === "favicon.ico" ? path : `icons/${path}`;
}
