import { join } from "node:path";
import { z } from "zod";
import { writeAtomically } from "../../files/atomic-file.ts";
import { readIfThere } from "../../files/read-folder.ts";
import type { Runtime } from "../../web/runtime.ts";
import { workFolder } from "../output/blog-files.ts";

/** A file that has been brought over. */
export type PlacedFile = {
  readonly outcome: "copied" | "downloaded";
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
};

export type MediaState = {
  readonly get: (source: string) => PlacedFile | undefined;
  readonly entries: () => readonly (readonly [source: string, file: PlacedFile])[];
  readonly set: (source: string, file: PlacedFile) => void;
  /** Writes what is not written yet. */
  readonly flush: () => void;
};

const schema = z.object({
  version: z.literal(1),
  files: z.record(
    z.string(),
    z.object({
      outcome: z.enum(["copied", "downloaded"]),
      path: z.string(),
      bytes: z.number(),
      hash: z.string(),
    }),
  ),
});

/** Between two writes while files come in; a killed run loses no more than what came in between. */
const pause = 1000;

/** What earlier runs have brought over, in `.import/media.json`; a damaged file is as none. */
export function openMediaState(into: string, { runtime, isDry }: { runtime: Runtime; isDry: boolean }): MediaState {
  const file = join(into, workFolder, "media.json");
  let saved = Buffer.from(readIfThere(file) ?? []).toString();
  const files = new Map(Object.entries(parse(saved)));
  let last = Number.NEGATIVE_INFINITY;
  const flush = (): void => {
    if (isDry || files.size === 0) return;
    const text = format(files);
    if (text !== saved) writeAtomically(file, text);
    saved = text;
    last = runtime.now();
  };
  return {
    get: (source) => files.get(source),
    entries: () => [...files],
    set: (source, placed) => {
      files.set(source, placed);
      if (runtime.now() - last >= pause) flush();
    },
    flush,
  };
}

function parse(text: string): Record<string, PlacedFile> {
  try {
    return schema.parse(JSON.parse(text)).files;
  } catch {
    return {};
  }
}

function format(files: ReadonlyMap<string, PlacedFile>): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = sorted.map(
    ([source, { outcome, path, bytes, hash }]) =>
      `    ${JSON.stringify(source)}: ${JSON.stringify({ outcome, path, bytes, hash })}`,
  );
  return `{\n  "version": 1,\n  "files": {\n${entries.join(",\n")}\n  }\n}\n`;
}
