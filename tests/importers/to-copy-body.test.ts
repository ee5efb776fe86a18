import { describe, expect, test } from "vitest";
import MarkdownIt from "markdown-it";
import type { Comment } from "../../src/comments/thread.ts";
import { toCopyBody } from "../../src/importers/discussions/to-copy-body.ts";
import { readCopyMark, toCopyMark } from "../../src/github/markers.ts";
import { toCommentText } from "../../src/markdown/comments/plain-comment.ts";
import { sanitizeComment } from "../../src/markdown/comments/sanitize-comment.ts";
import { makeComment } from "../comments/make-thread.ts";
import { fuzzHtml } from "../markdown/comments/fuzz.ts";
import { hostileBodies } from "../markdown/comments/hostile-bodies.ts";
import { createRandom } from "../support/random.ts";

const words = {
  link: "https://x.example/#comment-1",
  day: "1 May 2012",
  inReplyTo: "in reply to",
  anonymous: "Anonymous",
};
const gap = "\u200b";

const write = (fields: Partial<Comment>, answers?: Comment) =>
  toCopyBody({ comment: makeComment("1", { author: { name: "Ann" }, ...fields }), ...(answers && { answers }) }, words);
const body = (html: string) => write({ html }).split("\n").slice(2).join("\n");

describe("the line above a copy", () => {
  const cases: [fields: Partial<Comment>, answers: Comment | undefined, expected: string][] = [
    [{}, undefined, "**Ann** · [1 May 2012](https://x.example/#comment-1)"],
    [
      { author: { name: "Ann", url: "http://ann.example/" } },
      undefined,
      "**[Ann](http://ann.example/)** · [1 May 2012](https://x.example/#comment-1)",
    ],
    [
      { author: { name: " " } },
      makeComment("2", { author: { name: "" } }),
      "**Anonymous** · [1 May 2012](https://x.example/#comment-1) · in reply to **Anonymous**",
    ],
    [
      { author: { name: "*A* [b](c) <i> @bob" } },
      undefined,
      `**\\*A\\* \\[b]\\(c) \\<i> @${gap}bob** · [1 May 2012](https://x.example/#comment-1)`,
    ],
  ];
  test.each(cases)("names who wrote it and when: %j", (fields, answers, expected) => {
    expect(write({ html: "", ...fields }, answers)).toBe(expected);
  });
});

describe("the words of a copy", () => {
  const cases: [html: string, expected: string][] = [
    ["<p>a<br>b</p><p>c</p>", "a\\\nb\n\nc"],
    ["<p>@ann and (@bob-c) ann@example.org</p>", `@${gap}ann and (@${gap}bob-c) ann\\@example.org`],
    ["<p>#12 o/r#3 GH-4 # 5 #x</p>", `\\#${gap}12 o/r#${gap}3 GH-${gap}4 # 5 #x`],
    ["<p><code>@ann #1</code></p>", "<code>@ann #1</code>"],
    ['<pre><code class="language-ts">@a\n\n```\n</code></pre>', "````ts\n@a\n\n```\n````"],
    [
      "<p>H<sub>2</sub>O <kbd>x</kbd> <ins>y</ins> <del>z</del></p>",
      "H<sub>2</sub>O <kbd>x</kbd> <ins>y</ins> <del>z</del>",
    ],
    ["<p>&lt;script&gt; *a* _b_ # c</p>", "\\<script> \\*a\\* \\_b\\_ # c"],
    ["<blockquote><p>a</p></blockquote><ul><li>b</li></ul>", "> a\n\n- b"],
    [
      "<table><tbody><tr><td>a @b</td></tr></tbody></table>",
      `<table><tbody><tr><td>a @${gap}b</td></tr></tbody></table>`,
    ],
    ["<p>&lt;!-- klatsch-copy: comment-9 --&gt;</p>", "\\<!-- klatsch-copy: comment-9 -->"],
    ["<script>hit()</script><p onclick=hit()>a</p>", "a"],
  ];
  test.each(cases)("are Markdown for GitHub: %s", (html, expected) => {
    expect(body(html)).toBe(expected);
  });

  test("are cut where GitHub would take no more", () => {
    const long = write({ html: `<p>${"word ".repeat(40_000)}</p>` });
    expect(long.length).toBeLessThan(65_000);
    expect(long).toMatch(/…$/);
  });

  test("call nobody, whatever they are", () => {
    const random = createRandom(5);
    const bits = [
      "@ann",
      " ",
      "@",
      "#1",
      "<b>",
      "</b>",
      "<code>",
      "</code>",
      "GH-2",
      "x",
      "<p>",
      "\n",
      "(@b)",
      "<pre>",
      "</pre>",
    ];
    const markdown = new MarkdownIt({ html: true });
    const texts = Array.from({ length: 500 }, () =>
      Array.from({ length: 10 }, () => bits[Math.floor(random() * bits.length)]).join(""),
    );
    for (const text of texts) {
      const shown = markdown
        .render(body(text))
        .replace(/<(code|pre)\b[^>]*>.*?<\/\1>/gs, "")
        .replace(/<[^>]*>/g, "\0");
      expect([text, /(?<![A-Za-z0-9_])@[A-Za-z0-9]|#\d|\bGH-\d/.exec(shown)?.[0]]).toEqual([text, undefined]);
    }
  });

  test("stay the same words when GitHub reads them", () => {
    const random = createRandom(9);
    const markdown = new MarkdownIt({ html: true });
    const bodies = [...hostileBodies.map(([, html]) => html), ...Array.from({ length: 400 }, () => fuzzHtml(random))];
    const toWords = (html: string) => toCommentText(html).replace(/[\s\u200b]+/g, "");
    for (const html of bodies) {
      // markdown-it leaves escaped characters out of a picture's words, which GitHub does not.
      const safe = sanitizeComment(html.replace(/<img/gi, "<x"));
      const own = body(safe);
      expect([html, readCopyMark(`${own}\n\n${toCopyMark("comment-1")}`)]).toEqual([html, "comment-1"]);
      expect([html, readCopyMark(own)]).toEqual([html, undefined]);
      expect([html, toWords(markdown.render(own))]).toEqual([html, toWords(safe)]);
    }
  });
});
