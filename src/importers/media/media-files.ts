import { closeSync, copyFileSync, mkdirSync, openSync, readSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { openBlogFiles, toHash, workFolder } from "../output/blog-files.ts";
import { hashOf } from "./hash-of.ts";
import { headSize } from "./check-content.ts";
import type { MediaState, PlacedFile } from "./media-state.ts";
import type { TargetPaths } from "./target-paths.ts";

export type MediaFiles = {
  /** What an earlier run has brought over, if it is still there. */
  readonly recall: (source: string) => PlacedFile | undefined;
  readonly copy: (source: string, file: string, size: number) => PlacedFile;
  readonly keep: (source: string, bytes: Uint8Array) => PlacedFile;
};

export type MediaFilesOptions = {
  readonly into: string;
  readonly isDry: boolean;
  readonly state: MediaState;
  readonly targets: TargetPaths;
};

/** The files of the new blog: none is ever written over, neither the owner's nor one of ours. */
export function createMediaFiles({ into, isDry, state, targets }: MediaFilesOptions): MediaFiles {
  const blog = openBlogFiles(into, isDry);
  const place = (source: string, content: Omit<PlacedFile, "path">, write: (path: string) => void): PlacedFile => {
    for (let path = targets.of(source); ; path = targets.move(source)) {
      const found = blog.look(path);
      // The same bytes are ours already, from a run that was killed.
      if (found.kind === "other" || (found.kind === "file" && found.hash !== content.hash)) continue;
      if (found.kind === "absent") write(path);
      const placed = { ...content, path };
      state.set(source, placed);
      return placed;
    }
  };
  return {
    recall: (source) => {
      const placed = state.get(source);
      if (!placed || placed.path !== targets.of(source)) return undefined;
      // A picture that its owner has edited since stays as it is.
      return blog.has(placed.path) ? placed : undefined;
    },
    copy: (source, file, size) => {
      const content = { outcome: "copied", bytes: size, hash: hashOf(file) } as const;
      return place(source, content, (path) => {
        if (isDry) return;
        const draft = join(into, workFolder, `media-${process.pid}.tmp`);
        mkdirSync(dirname(draft), { recursive: true });
        mkdirSync(dirname(join(into, path)), { recursive: true });
        copyFileSync(file, draft);
        renameSync(draft, join(into, path));
      });
    },
    keep: (source, bytes) => {
      const content = { outcome: "downloaded", bytes: bytes.length, hash: toHash(bytes) } as const;
      return place(source, content, (path) => blog.write(path, bytes));
    },
  };
}

/** The first bytes of a file. */
export function readHead(file: string): Uint8Array {
  const handle = openSync(file, "r");
  try {
    const head = new Uint8Array(headSize);
    return head.subarray(0, readSync(handle, head));
  } finally {
    closeSync(handle);
  }
}
