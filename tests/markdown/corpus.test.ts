import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createMarkdown } from "../../src/markdown/create-markdown.ts";
import { createHighlighter, findLanguages } from "../../src/markdown/highlighter.ts";
import { toContext } from "./markdown-context.ts";

const corpora = process.env["KLATSCH_CORPORA"] ?? path.resolve("../shared/corpora");
const folder = path.join(corpora, "markdown/jekyll-news/docs/_posts");
const isMissing = !existsSync(folder);
if (isMissing) process.stderr.write(`Jekyll's posts are NOT CHECKED: ${folder} is missing. Set KLATSCH_CORPORA.\n`);

describe("the posts of Jekyll's own blog", () => {
  it("render without a fault", async (context) => {
    context.skip(isMissing, `${folder} is missing; set KLATSCH_CORPORA`);
    const texts = readdirSync(folder).map((name) =>
      readFileSync(path.join(folder, name), "utf8").replace(/^---\n[^]*?\n---\n/, ""),
    );
    expect(texts).toHaveLength(102);
    const markdown = createMarkdown({
      highlighter: await createHighlighter(texts.flatMap((text) => [...findLanguages(text)])),
    });
    for (const text of texts) {
      const { html, words } = markdown.render(text, toContext());
      expect(words).toBeGreaterThan(10);
      expect(html).not.toMatch(/<[^>]+\sstyle=/);
      expect(html).not.toContain("<!--");
      // Prices and variables of shells are no formulas.
      expect(html).not.toContain("<math");
    }
  });
});
