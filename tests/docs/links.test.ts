import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listDocs, readDoc, toTarget, type Doc } from "./read-doc.ts";

const docs = new Map(listDocs().map((path) => [path, readDoc(path)]));

function findDead(doc: Doc): string[] {
  return doc.links
    .filter((link) => !/^[a-z]+:/i.test(link))
    .filter((link) => {
      const { file, heading } = toTarget(doc, link);
      if (!existsSync(enginePath(file))) return true;
      return heading !== "" && !docs.get(file)?.headings.has(heading);
    });
}

test.each([...docs.values()])("every link of $path leads to a file, and a heading, that exists", (doc) => {
  expect(findDead(doc)).toEqual([]);
});
