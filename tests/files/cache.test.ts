import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createCache, toCacheKey } from "../../src/files/cache.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();

describe("the cache", () => {
  test("gives back what was written under a key, and nothing under another", () => {
    const cache = createCache(temporaryFolder())("texts-1");
    cache.write(toCacheKey("a"), Buffer.from("Tea"));
    expect(text(cache.read(toCacheKey("a")))).toBe("Tea");
    expect(cache.read(toCacheKey("b"))).toBeUndefined();
  });

  test("keeps its shelves apart", () => {
    const open = createCache(temporaryFolder());
    open("texts-1").write(toCacheKey("a"), Buffer.from("Tea"));
    expect(open("texts-2").read(toCacheKey("a"))).toBeUndefined();
  });

  test.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, -1)],
    ["changed in one byte", (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from("x")])],
    ["empty", () => Buffer.alloc(0)],
  ])("takes an entry that was %s for none", (_, spoil) => {
    const folder = temporaryFolder();
    const cache = createCache(folder)("texts-1");
    cache.write(toCacheKey("a"), Buffer.from("Tea"));
    const file = join(folder, listFiles(folder)[0] ?? "");
    writeFileSync(file, spoil(readFileSync(file)));
    expect(cache.read(toCacheKey("a"))).toBeUndefined();
  });

  test("without a folder keeps nothing", () => {
    const cache = createCache(undefined)("texts-1");
    cache.write(toCacheKey("a"), Buffer.from("Tea"));
    expect(cache.read(toCacheKey("a"))).toBeUndefined();
  });
});

describe("a key", () => {
  test("differs where the same bytes are divided otherwise", () => {
    expect(toCacheKey("ab", "c")).not.toBe(toCacheKey("a", "bc"));
    expect(toCacheKey("a")).toBe(toCacheKey(Buffer.from("a")));
  });
});
