import type { Nodes } from "hast";
import { describe, expect, it } from "vitest";
import { parseHtml } from "../../../../src/importers/html/parse-html.ts";
import { toHtml } from "../../../../src/importers/wordpress/content/to-html.ts";
import { createRandom } from "../../../support/random.ts";
import { context } from "./content-context.ts";

const pieces = [
  ..."< <a <p> </p> <div> </div> <b> </b> <a> </a> <li> </li> <ul> </ul> <table> <tr> <td> </table> <h2> </h2> <br> <hr/>".split(
    " ",
  ),
  ..."<blockquote> </blockquote> <pre> </pre> <code> </code> <script> </script> <iframe> </iframe> <!-- --> <? > \" '".split(
    " ",
  ),
  ..."[ ] [[ ]] / = [/ [caption] [/caption] [code] [/code] [gallery] [audio] [/audio] [ref] [/ref] [row] [/row] [x".split(
    " ",
  ),
  ..."[toggle] [/toggle] [[code] [/code]] [latex] [/latex] $latex $ & &amp; &# https://a.example/ <!--more--> <!--nextpage-->".split(
    " ",
  ),
  '<img src="/a.jpg">',
  "<!-- wp:group -->",
  "<!-- /wp:group -->",
  "<!-- wp:gallery -->",
  "<!-- /wp:gallery -->",
  '<!-- wp:cover {"url":"/1.jpg"} -->',
  "<!-- /wp:cover -->",
  '<!-- wp:block {"ref":9} /-->',
  '<!-- wp:paragraph {"a":',
  '<sup data-fn="aaa-1">',
  '<a title="',
  "\n",
  "\n\n",
  " ",
  "\r",
  "\0",
  "\u00a0",
  "\ud800",
  "é",
  "word",
];

const hiding = /^<!--$|^<\?$|["']|script|iframe|^<a$|sup |audio/;
/** Nothing of these hides a word, as comments, scripts and the attributes of a tag do. */
const showing = pieces.filter((piece) => !hiding.test(piece) || piece.includes("wp:cover"));

function textOf(html: string): string {
  const texts: string[] = [];
  const nodes: Nodes[] = [parseHtml(html)];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.type === "text") texts.push(node.value);
    else if ("children" in node) nodes.push(...node.children);
  }
  return texts.join(" ");
}

describe("hostile content", () => {
  it("never fails, whatever the pieces and their order", () => {
    const random = createRandom(6);
    for (let round = 0; round < 1500; round += 1) {
      const text = Array.from({ length: 40 }, () => pieces[Math.floor(random() * pieces.length)]).join("");
      const { html, findings, pages } = toHtml(text, context);
      const lines = text.split(/\r\n?|\n/).length;
      expect(typeof html).toBe("string");
      expect(pages).toBeGreaterThan(0);
      const outside = findings.filter(({ line = 0 }) => line < 1 || line > lines);
      expect({ text, outside }).toEqual({ text, outside: [] });
    }
  });

  it("loses no word between tags, shortcodes and blocks", () => {
    const random = createRandom(7);
    for (let round = 0; round < 1000; round += 1) {
      const words = Array.from({ length: 30 }, (_, index) => `w${index}x`);
      const text = words.map((word) => `${showing[Math.floor(random() * showing.length)]} ${word} `).join("");
      const seen = textOf(toHtml(text, context).html);
      const lost = words.filter((word) => !seen.includes(word));
      expect({ text, lost }).toEqual({ text, lost: [] });
    }
  });

  // A quadratic reader would need minutes for these, and the test would run out of time.
  const units = [
    "<",
    "<a ",
    '<a x="',
    '<a ">',
    `<a x="'><b y='">`,
    "<!--",
    "<!-- wp:a ",
    "<!-- wp:columns --><div><!-- wp:column --><div>",
    "<!-- /wp:group -->",
    "[",
    "[[",
    "[a ",
    "[gallery ",
    "[audio src=x]",
    "[caption] <br> ",
    "[code]   ",
    "[row]",
    "[ref]",
    "[[gallery ",
    "<pre>[[code]</pre>",
    "<code>\n",
    "<tt><code>",
    "<!-- wp:html --><iframe><!-- /wp:html -->",
    "<sup data-fn='x'>",
    "$latex ",
    "$latex \\$",
    "https://a.example/\n",
    " \n",
    "<ul><li>",
    "</div>",
    "<b>x\n\n",
    '<!-- wp:gallery --><ul class="wp-block-gallery"><li>',
    '<!-- wp:cover {"url":"x"} --><div style="background-image:url(',
    " ",
  ];
  const tail = '"></code></iframe>[/latex][/code][/ref][/caption][/row]]-->';

  it.each(units)("reads 300,000 characters of %j in time", (unit) => {
    const text = unit.repeat(300_000 / unit.length);
    expect(toHtml(text, context).pages).toBe(1);
    expect(toHtml(text + tail, context).pages).toBe(1);
  });

  it("does not fill a report with what is the same again and again", () => {
    for (const unit of ["<!--", "<!-- wp:group -->", "<!-- /wp:x -->", '[acme a="b"]', "<?x>", '<sup data-fn="x">']) {
      const { findings } = toHtml(unit.repeat(5000), context);
      expect(findings.length).toBeLessThan(3);
    }
  });

  it("ends blocks that hold each other many times over", () => {
    const blockOf = (id: string) => `<!-- wp:block {"ref":${Number(id) + 1}} /-->`.repeat(200);
    const { html } = toHtml('<!-- wp:block {"ref":1} /-->', { ...context, blockOf });
    expect(html.length).toBeLessThan(1_000_000);
  });
});
