import { describe, expect, it } from "vitest";
import { sanitizeComment } from "../../../src/markdown/comments/sanitize-comment.ts";
import { toSafeComment } from "../../../src/markdown/comments/to-safe-comment.ts";
import { isCanonicalComment } from "../../../src/markdown/comments/verify-comment.ts";
import { createRandom, fuzzHtml, mutate } from "./fuzz.ts";
import { findLively } from "./inert.ts";

const link = '<a href="https://a.example/" rel="nofollow ugc noopener">x</a>';

const canonical: string[] = [
  "",
  "a &lt; b &amp; \"c\" 'd'\n\te",
  `<p dir="auto">a<br>${link}</p>`,
  "<ul>\n<li>a</li>\n</ul>",
  '<pre><code class="language-ts">a</code></pre>',
  '<img src="media/a.png" alt="&quot;&lt;">',
  "<h4>a</h4><h5>b</h5><h6>c</h6><h4>d</h4>",
];

const others: [name: string, html: string][] = [
  ["an unknown element", "<div>a</div>"],
  ["capitals", "<P>a</P>"],
  ["no end", "<p>a"],
  ["no start", "a</p>"],
  ["crossed ends", "<b><i>a</b></i>"],
  ["an end with a space", "<b>a</b >"],
  ["an end of a void element", "<br></br>"],
  ["a slash at the end", "a<br/>"],
  ["a comment", "a<!-- b -->"],
  ["a bracket", "a > b"],
  ["an open bracket", "a < b"],
  ["an ampersand", "a & b"],
  ["another entity", "a&nbsp;b"],
  ["a number for a character", "a&#38;b"],
  ["a quotation mark as entity", "a&quot;b"],
  ["a bidi override", "a\u202eb"],
  ["a carriage return", "a\rb"],
  ["half a character", "a\ud83d"],
  ["a hidden address", "***@***.***"],
  ["an attribute that is not allowed", '<p id="a">b</p>'],
  ["a class that is not allowed", '<p class="page">b</p>'],
  ["attributes in another order", '<a rel="nofollow ugc noopener" href="https://a.example/">x</a>'],
  ["an attribute twice", '<p dir="auto" dir="auto">x</p>'],
  ["two spaces", '<p  dir="auto">x</p>'],
  ["single quotes", "<p dir='auto'>x</p>"],
  ["a link without rel", '<a href="https://a.example/">x</a>'],
  ["a link without address", "<a>x</a>"],
  ["a script as address", '<a href="javascript:x" rel="nofollow ugc noopener">x</a>'],
  ["an address with a quotation mark", '<a href="https://a.example/&quot;" rel="nofollow ugc noopener">x</a>'],
  ["a private upload", '<img src="https://private-user-images.githubusercontent.com/1/a.png?jwt=x" alt="">'],
  ["a picture without words", '<img src="media/a.png">'],
  ["a path out of the pictures", '<img src="media/../a.png" alt="">'],
  ["an item without a list", "<li>a</li>"],
  ["text in a list", "<ul>a</ul>"],
  ["a row without a body", "<table><tr></tr></table>"],
  ["a block in a paragraph", "<p><b><ul></ul></b></p>"],
  ["a link in a link", link.replace("x", link)],
  ["code in code", "<code><b><code>a</code></b></code>"],
  ["a heading of the page", "<h2>a</h2>"],
  ["a heading out of order", "<h5>a</h5>"],
  ["a line end that a browser drops", "<pre>\na</pre>"],
  ["too many elements in each other", "<b>".repeat(65) + "</b>".repeat(65)],
  ["too many characters", "a".repeat(300_000)],
];

describe("isCanonicalComment", () => {
  it.each(canonical)("knows what the sanitizer leaves as it is: %s", (html) => {
    expect(isCanonicalComment(html)).toBe(true);
    expect(sanitizeComment(html)).toBe(html);
  });

  it.each(others)("refuses %s", (_name, html) => {
    expect(isCanonicalComment(html)).toBe(false);
    expect(toSafeComment(html)).not.toBe(html);
  });

  it("never takes for canonical what the sanitizer would change", () => {
    const random = createRandom(20_261_123);
    let known = 0;
    for (let index = 0; index < 10_000; index += 1) {
      const html = fuzzHtml(random);
      const safe = sanitizeComment(html);
      const found = { html, lively: findLively(safe), isKnown: isCanonicalComment(safe), again: sanitizeComment(safe) };
      expect(found).toEqual({ html, lively: undefined, isKnown: true, again: safe });
      const near = [html, mutate(safe, random), mutate(mutate(safe, random), random)].filter(isCanonicalComment);
      expect(near.map((text) => sanitizeComment(text))).toEqual(near);
      known += near.length;
    }
    expect(known).toBeGreaterThan(1000);
  });

  it("holds where the sanitizer cuts", () => {
    const random = createRandom(42);
    for (let index = 0; index < 60; index += 1) {
      const [head, tail] = [fuzzHtml(random, 8), fuzzHtml(random)];
      const html = head + "x".repeat(256 * 1024 - Math.floor(head.length + tail.length * random() * 2)) + tail;
      const safe = sanitizeComment(html);
      expect(sanitizeComment(safe)).toBe(safe);
      expect(toSafeComment(safe)).toBe(safe);
    }
  });
});
