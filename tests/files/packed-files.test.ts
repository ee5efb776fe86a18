import { expect, test } from "vitest";
import { packFiles, unpackFiles } from "../../src/files/packed-files.ts";

const files = new Map([
  ["a/b.bin", Uint8Array.of(0, 10, 255)],
  ["empty", new Uint8Array()],
  ["雑談.txt", Buffer.from("text\n")],
]);

test("files come out of a pack as they went in", () => {
  const unpacked = unpackFiles(packFiles(files));
  expect([...(unpacked ?? [])].map(([path, content]) => [path, [...content]])).toEqual(
    [...files].map(([path, content]) => [path, [...content]]),
  );
});

test.each([
  ["nothing", ""],
  ["no index", "\nabc"],
  ["an index that is none", '{"a":1}\nabc'],
  ["an index of something else", '[["a","b"]]\nabc'],
  ["less than the index says", '[["a",4]]\nabc'],
  ["more than the index says", '[["a",2]]\nabc'],
])("%s is no pack", (_, text) => {
  expect(unpackFiles(Buffer.from(text))).toBeUndefined();
});
