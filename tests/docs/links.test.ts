import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listDocs, readDoc, toTarget, type Doc } from "./read-doc.ts";

// Written elsewhere at this moment; to be removed from here when they are there.
const awaited = ["docs/writing.md", "docs/checks.md"].filter((path) => !existsSync(enginePath(path)));

const docs = new Map(listDocs().map((path) => [path, readDoc(path)]));

function findDead(doc: Doc): string[] {
  return doc.links
    .filter((link) => !/^[a-z]+:/i.test(link))
    .filter((link) => {
      const { file, heading } = toTarget(doc, link);
      if (awaited.includes(file)) return false;
      if (!existsSync(enginePath(file))) return true;
      return heading !== "" && !docs.get(file)?.headings.has(heading);
    });
}

test.each([...docs.values()])("every link of $path leads to a file, and a heading, that exists", (doc) => {
  expect(findDead(doc)).toEqual([]);
});
