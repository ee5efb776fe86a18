import { serialize } from "node:v8";
import { describe, expect, it } from "vitest";
import { openResultPack } from "../../src/eleventy/result-pack.ts";
import { createCache, type OpenCache } from "../../src/files/cache.ts";

/** A cache in memory that counts how often it is written. */
function createShelf(content?: Uint8Array): {
  open: OpenCache;
  writes: () => number;
  content: () => Uint8Array | undefined;
} {
  let kept = content;
  let writes = 0;
  return {
    open: () => ({
      read: () => kept,
      write: (_key, bytes) => {
        kept = bytes;
        writes += 1;
      },
    }),
    writes: () => writes,
    content: () => kept,
  };
}

/** One build: texts are asked about, results are asked for, and made where there are none. */
function build(open: OpenCache, texts: Record<string, readonly string[]>, version = "1"): string[] {
  const pack = openResultPack(open, version);
  const made: string[] = [];
  for (const text of Object.keys(texts)) pack.knows(text);
  for (const key of Object.values(texts).flat()) {
    if (pack.get(key) !== undefined) continue;
    made.push(key);
    pack.set(key, `result of ${key}`);
  }
  pack.save();
  return made;
}

describe("the pack of results", () => {
  it("makes nothing again in the next build, and knows that it will not have to", () => {
    const { open, writes } = createShelf();
    expect(build(open, { one: ["a", "b"], two: ["b"] })).toEqual(["a", "b"]);
    expect(build(open, { one: ["a", "b"], two: ["b"] })).toEqual([]);
    expect(writes()).toBe(1);
    const pack = openResultPack(open, "1");
    expect([pack.knows("one"), pack.knows("two"), pack.knows("three")]).toEqual([true, true, false]);
    expect(pack.get("a")).toBe("result of a");
  });

  it("knows no text whose results were not written down", () => {
    const { open } = createShelf();
    const pack = openResultPack(open, "1");
    pack.knows("one");
    pack.set("a", "x");
    expect(openResultPack(open, "1").knows("one")).toBe(false);
  });

  it("forgets everything when another version of the engine made it", () => {
    const { open } = createShelf();
    build(open, { one: ["a"] });
    expect(openResultPack(open, "2").knows("one")).toBe(false);
    expect(build(open, { one: ["a"] }, "2")).toEqual(["a"]);
  });

  it.each([
    ["nothing that can be read", Buffer.from("nonsense")],
    ["nothing at all", Buffer.alloc(0)],
    ["something else", serialize(["a", 1])],
    ["something of another shape", serialize({ made: "1", texts: [["one", -1]], results: [["a", 0, 1]] })],
  ])("begins anew when there is %s", (_name, content) => {
    const { open } = createShelf(content);
    expect(openResultPack(open, "1").knows("one")).toBe(false);
    expect(build(open, { one: ["a"] })).toEqual(["a"]);
    expect(build(open, { one: ["a"] })).toEqual([]);
  });

  it("keeps what another blog uses for a while, but not for ever", () => {
    const { open, content } = createShelf();
    build(open, { other: ["x"] });
    build(open, { one: ["a"] });
    expect(openResultPack(open, "1").knows("other")).toBe(true);
    for (let edit = 0; edit < 30; edit += 1) build(open, { [`draft ${edit}`]: [`block ${edit}`], one: ["a"] });
    const pack = openResultPack(open, "1");
    expect([pack.knows("other"), pack.knows("one"), pack.knows("draft 29"), pack.knows("draft 1")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(pack.get("x")).toBeUndefined();
    expect(content()?.length).toBeLessThan(4_000);
  });

  it("never knows a text without all of its results", () => {
    const { open } = createShelf();
    const random = (run: number, size: number) => (run * 7919) % size;
    for (let run = 0; run < 200; run += 1) {
      const texts = Array.from({ length: 5 }, (_, index) => random(run + index * 31, 60));
      build(open, Object.fromEntries(texts.map((text) => [`text ${text}`, [`a ${text}`, `shared ${text % 5}`]])));
      const pack = openResultPack(open, "1");
      for (let text = 0; text < 60; text += 1) {
        if (!pack.knows(`text ${text}`)) continue;
        expect([pack.get(`a ${text}`), pack.get(`shared ${text % 5}`)]).not.toContain(undefined);
      }
    }
  });

  it("keeps nothing without a cache", () => {
    const open = createCache(undefined);
    expect(build(open, { one: ["a"] })).toEqual(["a"]);
    expect(build(open, { one: ["a"] })).toEqual(["a"]);
  });
});
