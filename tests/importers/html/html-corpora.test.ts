import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { compareWords } from "../../../src/importers/html/compare-words.ts";
import { parseHtml } from "../../../src/importers/html/parse-html.ts";
import { renderAlone } from "../../../src/importers/html/rendered-words.ts";
import { toMarkdown } from "../../../src/importers/html/to-markdown.ts";
import { findCorpus } from "../../support/corpora.ts";

/** What the renderer says of them is for their authors: WordPress leaves the texts of most pictures empty. */
const expected = new Set(["image-alt"]);

function findDifferences(html: string): readonly unknown[] {
  const tree = parseHtml(html);
  const { markdown } = toMarkdown(tree, { linkOf: (href) => href, mediaOf: (src) => src });
  return [...compareWords(tree, markdown), ...renderAlone(markdown).problems.filter(({ id }) => !expected.has(id))];
}

describe("words of real posts", () => {
  const exports = findCorpus("wordpress");
  it.skipIf(!exports).each(exports ? readdirSync(exports).filter((name) => name.endsWith(".xml")) : [])(
    "%s",
    (name) => {
      const xml = readFileSync(join(exports ?? "", name), "utf8");
      for (const [, text = ""] of xml.matchAll(/<content:encoded><!\[CDATA\[([^]*?)\]\]>/g)) {
        expect(findDifferences(text.replace(/<!-- \/?wp:[^>]*-->/g, "")), `${name}: ${text.slice(0, 200)}`).toEqual([]);
      }
    },
  );

  const markdown = findCorpus("markdown");
  const blogs = markdown ? readdirSync(markdown).filter((name) => statSync(join(markdown, name)).isDirectory()) : [];
  it.skipIf(!markdown).each(blogs)("pages of %s", (blog) => {
    const plain = new MarkdownIt({ html: true });
    for (const name of readdirSync(join(markdown ?? "", blog), { recursive: true, encoding: "utf8" })) {
      if (!/\.(?:md|markdown)$/.test(name)) continue;
      const text = readFileSync(join(markdown ?? "", blog, name), "utf8").replace(/^(---|\+\+\+)\n[^]*?\n\1\s*\n/, "");
      expect(findDifferences(plain.render(text)), `${blog}/${name}`).toEqual([]);
    }
  });
});
