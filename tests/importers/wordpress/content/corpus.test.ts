import type { Nodes } from "hast";
import { describe, expect, it } from "vitest";
import { parseHtml } from "../../../../src/importers/html/parse-html.ts";
import { toHtml } from "../../../../src/importers/wordpress/content/to-html.ts";
import { openExport } from "../../../../src/importers/wordpress/reader/open-export.ts";
import type { WxrItem } from "../../../../src/importers/wordpress/wxr.ts";
import { findCorpus } from "../../../support/corpora.ts";

const corpus = findCorpus("wordpress");

/** Without pictures, galleries have nothing to show. */
const context = { attachmentOf: () => undefined, attached: [], footnotes: "" };

describe.skipIf(!corpus)("posts and pages of real exports", () => {
  it("have every word that was in them, in the same order", async () => {
    const texts = await readTexts(corpus ?? "");
    const differing = texts.filter(
      ({ content }) => lettersOf(toPlain(content)) !== lettersOf(toHtml(content, context).html),
    );
    expect(texts).toHaveLength(96);
    expect(differing.map(({ title }) => title)).toEqual([
      // Buttons beside files, left out and reported.
      "WP 6.1 Media category blocks",
      // A caption in an attribute, which is seen now.
      "Post Format: Image (Linked)",
      "Block category: Common",
    ]);
  });

  it("have no comments of blocks and no shortcodes left", async () => {
    for (const { content } of await readTexts(corpus ?? "")) {
      const { html } = toHtml(content, context);
      expect(html.match(/<!--(?!more-->)|\[\/?(?:gallery|caption|audio)/g)).toBeNull();
    }
  });

  it("report no shortcode where there is none", async () => {
    const texts = await readTexts(corpus ?? "");
    const findings = texts.flatMap(({ content }) => toHtml(content, context).findings);
    const names = findings.filter(({ kind }) => kind === "shortcode").map(({ found }) => found.replace(/[ \]].*/, ""));
    expect(new Set(names)).toEqual(new Set(["[gallery"]));
  });
});

async function readTexts(folder: string): Promise<WxrItem[]> {
  const items: WxrItem[] = [];
  for await (const part of (await openExport([folder])).parts()) {
    if (part.kind === "item" && /^(?:post|page)$/.test(part.item.type)) items.push(part.item);
  }
  return items;
}

/** The stored text without what WordPress takes out of it. */
function toPlain(content: string): string {
  return content.replace(/<!--[^]*?-->/g, "").replace(/\[\/?(?:gallery|caption|audio)\b[^\]]*\]/g, "");
}

function lettersOf(html: string): string {
  const letters = (node: Nodes): string => {
    if (node.type === "text") return node.value.replace(/\s+/g, "");
    return "children" in node ? node.children.map(letters).join("") : "";
  };
  return letters(parseHtml(html));
}
