import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFileWriter } from "../../src/files/file-writer.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("a file writer", () => {
  test("writes and copies, and makes the folders on the way", () => {
    const folder = temporaryFolder();
    const writer = createFileWriter(join(folder, "site"));
    writer.write("index.html", "home");
    writer.write("posts/你好/index.html", "post");
    writer.write("posts/a.bin", Uint8Array.from([1, 2]));
    writeFileSync(join(folder, "cup.png"), "cup");
    writer.copy("media/deep/er/cup.png", join(folder, "cup.png"));
    expect(listFiles(join(folder, "site"))).toEqual([
      "index.html",
      "media/deep/er/cup.png",
      "posts/a.bin",
      "posts/你好/index.html",
    ]);
    expect(readFileSync(join(folder, "site/media/deep/er/cup.png"), "utf8")).toBe("cup");
  });

  test.each(["../a", "a/../../b", "/etc/klatsch", "..", "", ".", "a/.."])(
    "refuses to write %j outside of its folder",
    (path) => {
      const folder = temporaryFolder();
      const writer = createFileWriter(join(folder, "site"));
      expect(() => writer.write(path, "x")).toThrow("outside");
      expect(() => writer.copy(path, import.meta.filename)).toThrow("outside");
      expect(listFiles(folder)).toEqual([]);
    },
  );
});
