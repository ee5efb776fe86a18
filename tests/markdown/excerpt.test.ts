import { describe, expect, it } from "vitest";
import { render } from "./markdown-context.ts";

describe("the excerpt", () => {
  it.each([
    ["ends at a mark between blocks", "one\n\n<!-- more -->\n\ntwo", "<p>one</p>\n"],
    ["ends at WordPress's mark", "one\n<!--more-->\ntwo", "<p>one</p>\n"],
    [
      "ends in the middle of a paragraph, with its tags closed",
      "a **b *c <!--more--> d* e**\nf",
      "<p>a <strong>b <em>c</em></strong></p>\n",
    ],
    [
      "leaves out the line break before the mark",
      "one  \n*two*\nx <!-- more --> y",
      "<p>one<br>\n<em>two</em>\nx</p>\n",
    ],
    ["closes lists and quotations", "- a\n- b <!-- more --> c\n- d", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"],
    ["closes the author's HTML", "<div>\n<p>one</p>\n<!--more-->\n<p>two</p>\n</div>", "<div>\n<p>one</p>\n</div>"],
    ["ends at the first mark", "a\n\n<!--more-->\n\nb\n\n<!--more-->", "<p>a</p>\n"],
    ["has no ids or anchors", '## One\n\n<p id="x">a</p>\n\n<!--more-->', "<h2>One</h2>\n<p>a</p>\n"],
    ["has no footnotes", "a[^1] b^[c]\n\n<!--more-->\n\n[^1]: d", "<p>a b</p>\n"],
    [
      "has no links within the text",
      "## A\n\n[b *c*](#a) <a href='#a'>d</a> [e](e.md)\n\n<!--more-->",
      '<h2>A</h2>\n<p>b <em>c</em> d <a href="/posts/e/">e</a></p>\n',
    ],
  ])("%s", async (_name, text, excerpt) => {
    expect((await render(text)).excerptHtml).toBe(excerpt);
  });

  it.each([
    ["without a mark", "one\n\ntwo"],
    ["for another comment", "one\n\n<!-- more to come -->\n\ntwo"],
    ["for a mark in code", "one\n\n```\n<!-- more -->\n```\n\n`<!--more-->`"],
    ["for a mark in a footnote", "one[^1]\n\n[^1]: <!-- more --> two"],
    ["for a mark with nothing before it", "<!-- more -->\n\none"],
    ["for a mark with an open tag before it", "<div>\n<!-- more -->\n<p>one</p></div>"],
  ])("is not there %s", async (_name, text) => {
    expect((await render(text)).excerptHtml).toBeUndefined();
  });
});

describe("the first paragraph", () => {
  it.each([
    ["is plain text", 'A *b* `c` [d](d.md) "e"<br>f[^1].\n\n[^1]: g', "A b c d “e” f."],
    ["is not a heading, an image, a list or a quotation", "# A\n\n![b](b.png)\n\n- c\n\n> d\n\ne\nf", "e f"],
    ["is not a caption or an alert's title", '![a](a.png "b")\n\n> [!NOTE]\n> c\n\nd', "d"],
    ["may be in the author's HTML", "<div><p>\n<img src='a.png'></p><p>b <b>c</b> &amp; d</div>", "b c & d"],
    ["is empty when there is none", "- a\n\n***", ""],
    ["is no footnote", "![a](a.png)^[b]", ""],
  ])("%s", async (_name, text, paragraph) => {
    expect((await render(text)).firstParagraph).toBe(paragraph);
  });
});

describe("the count", () => {
  it.each([
    ["words with apostrophes, hyphens and numbers", "Don't re-read 3.5 e.g. *it* – ok", 6, 0],
    ["words across markup", "un**believ**able `code` [link](a.md)", 3, 0],
    ["no code blocks and no tags", "a\n\n```ts\nb c d\n```\n\n<p title='e f'>g <b>h</b></p>", 3, 0],
    ["Han, Kana and Hangul by character", "Tokyo は東京です。コーヒー 안녕", 1, 11],
    ["Cyrillic, Arabic and Hindi words", "Привет мир, مرحبا بالعالم हिन्दी", 5, 0],
  ])("takes %s", async (_name, text, words, characters) => {
    const rendered = await render(text);
    expect([rendered.words, rendered.characters]).toEqual([words, characters]);
  });
});
