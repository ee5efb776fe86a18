import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles, readIfThere } from "../../src/files/read-folder.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function folderOf(...paths: readonly string[]): string {
  const folder = temporaryFolder();
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  return folder;
}

describe("listFiles", () => {
  test("finds all files, sorted, whatever their names", () => {
    const folder = folderOf("b.md", "a/index.md", "a/B.md", "a b/ü.md", ".hidden", "_x/y");
    expect(listFiles(folder)).toEqual([".hidden", "_x/y", "a b/ü.md", "a/B.md", "a/index.md", "b.md"]);
  });

  test("leaves what belongs to git and npm", () => {
    expect(listFiles(folderOf("a.md", ".git/config", "node_modules/x/readme.md"))).toEqual(["a.md"]);
  });

  test("follows links to files, not to folders, and minds no link to nothing", () => {
    const folder = folderOf("a.md", "deep/b.md");
    symlinkSync(join(folder, "a.md"), join(folder, "link.md"));
    symlinkSync(folder, join(folder, "deep/loop"));
    symlinkSync(join(folder, "nowhere"), join(folder, "broken.md"));
    expect(listFiles(folder)).toEqual(["a.md", "deep/b.md", "link.md"]);
  });

  test("finds nothing where nothing is", () => {
    expect(listFiles(join(temporaryFolder(), "nowhere"))).toEqual([]);
    expect(listFiles(join(folderOf("a.md"), "a.md"))).toEqual([]);
  });
});

describe("readIfThere", () => {
  test("reads a file that is there", () => {
    expect(Buffer.from(readIfThere(join(folderOf("a.md"), "a.md")) ?? []).toString()).toBe("a.md");
  });

  test("has nothing of one that is not, and complains of what is no file", () => {
    const folder = folderOf("a.md");
    expect(readIfThere(join(folder, "b.md"))).toBeUndefined();
    expect(readIfThere(join(folder, "a.md/b"))).toBeUndefined();
    expect(() => readIfThere(folder)).toThrow("EISDIR");
  });
});
