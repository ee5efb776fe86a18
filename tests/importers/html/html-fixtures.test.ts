import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareWords } from "../../../src/importers/html/compare-words.ts";
import { parseHtml } from "../../../src/importers/html/parse-html.ts";
import { renderAlone } from "../../../src/importers/html/rendered-words.ts";
import { toMarkdown } from "../../../src/importers/html/to-markdown.ts";
import { parseFixtures } from "../../markdown/fixtures.ts";

const folder = new URL(".", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));

describe.each(files)("%s", (file) => {
  const fixtures = parseFixtures(readFileSync(new URL(file, folder), "utf8"));

  it.each(fixtures)("$title", ({ input, output }) => {
    const tree = parseHtml(input);
    const before = structuredClone(tree);
    const { markdown } = toMarkdown(tree, { linkOf: (href) => href, mediaOf: (src) => src });
    expect(markdown.trimEnd()).toBe(output.trimEnd());
    expect(compareWords(tree, markdown)).toEqual([]);
    expect(renderAlone(markdown).problems).toEqual([]);
    expect(tree).toEqual(before);
  });
});
