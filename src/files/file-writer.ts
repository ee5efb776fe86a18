import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";

/** Writes files below one folder; makes each sub-folder once. */
export type FileWriter = {
  /** `path` is relative to the folder, with `/`. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly copy: (path: string, source: string) => void;
};

export function createFileWriter(root: string): FileWriter {
  const top = resolve(root);
  const made = new Set<string>();
  const prepare = (path: string): string => {
    const file = resolve(top, path);
    if (!file.startsWith(`${top}${sep}`)) throw new Error(`${path} would be written outside of ${root}`);
    const folder = dirname(file);
    if (!made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    return file;
  };
  return {
    write: (path, content) => writeFileSync(prepare(path), content),
    copy: (path, source) => copyFileSync(source, prepare(path)),
  };
}
