import { describe, expect, it } from "vitest";
import { toCommentText } from "../../../src/markdown/comments/plain-comment.ts";
import { sanitizeComment } from "../../../src/markdown/comments/sanitize-comment.ts";
import { isCanonicalComment } from "../../../src/markdown/comments/verify-comment.ts";
import { githubBodies } from "./github-bodies.ts";
import { hostileBodies } from "./hostile-bodies.ts";
import { hugeBodies } from "./huge-bodies.ts";
import { findLively } from "./inert.ts";

const maxLength = 256 * 1024;
const link = (href: string, text: string) => `<a href="${href}" rel="nofollow ugc noopener">${text}</a>`;

describe("hostile bodies", () => {
  it("are more than sixty, each under its own name", () => {
    expect(new Set(hostileBodies.map(([name]) => name)).size).toBe(hostileBodies.length);
    expect(hostileBodies.length).toBeGreaterThanOrEqual(60);
  });

  it.each(hostileBodies)("are made inert: %s", (_name, html) => {
    const safe = sanitizeComment(html);
    expect(findLively(safe)).toBeUndefined();
    expect(isCanonicalComment(safe)).toBe(true);
    expect(sanitizeComment(safe)).toBe(safe);
  });

  it.each(hugeBodies)("are cut in linear time: %s", { timeout: 5000 }, (_name, html) => {
    const safe = sanitizeComment(html);
    expect(findLively(safe)).toBeUndefined();
    expect(safe.length).toBeLessThanOrEqual(maxLength);
    expect(safe).toContain("…");
    expect(sanitizeComment(safe)).toBe(safe);
    expect(toCommentText(html, 100).length).toBeLessThanOrEqual(100);
  });
});

describe("GitHub's HTML", () => {
  it.each(githubBodies)("keeps what readers see: %s", (_name, html, text) => {
    const safe = sanitizeComment(html, { base: "https://github.com" });
    expect(findLively(safe)).toBeUndefined();
    expect(safe).not.toMatch(/private-user-images|\*\*\*@/);
    expect(toCommentText(safe)).toBe(text);
  });

  it("leads a link without host to GitHub when told so, and nowhere else", () => {
    const html =
      '<a href="/a/b/commit/1">1</a><a href="//evil.example/">2</a><a href="/\t\\evil.example">3</a><a href="#x">4</a>';
    expect(sanitizeComment(html, { base: "https://github.com" })).toBe(
      `${link("https://github.com/a/b/commit/1", "1")}234`,
    );
    expect(sanitizeComment(html)).toBe("1234");
  });
});

const conversions: [name: string, html: string, expected: string][] = [
  ["nothing", "", ""],
  ["plain text", "a < b & \"c\" > 'd'", "a &lt; b &amp; \"c\" &gt; 'd'"],
  ["line ends of Windows", "a\r\nb\rc", "a\nb\nc"],
  ["a paragraph ended by a list", "<p>a<b>b<ul><li>c</ul>", "<p>a<b>b</b></p><ul><li>c</li></ul>"],
  ["items without ends", "<ul><li>a<li>b<p>c</ul>d", "<ul><li>a</li><li>b<p>c</p></li></ul>d"],
  ["an item without a list", "a<li>b</li>c", "a<br>b<br>c"],
  ["text between items", "<ul>\n a <b>b</b><li>c</li></ul>", "<ul><li>\n a <b>b</b></li><li>c</li></ul>"],
  ["terms", "<dl><dt>a<dd>b<dt>c<dd>d</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>"],
  [
    "a table without body and with text",
    "<table>a<tr><td>b<tfoot><tr><th>c</table>",
    "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody><tbody><tr><th>c</th></tr></tbody></table>",
  ],
  [
    "cells that span",
    '<table><tr><td colspan="2" rowspan=1000 align=CENTER width=4>a</table>',
    '<table><tbody><tr><td colspan="2" class="align-center">a</td></tr></tbody></table>',
  ],
  ["a summary elsewhere", "<p>a<summary>b</summary>", "<p>a</p>b"],
  ["details", "<details open><p>x<summary>a</summary>b</details>", "<details><p>x</p><summary>a</summary>b</details>"],
  ["blocks that are left out", "<div>a<div>b</div></div><section>c</section>d", "a<br>b<br>c<br>d"],
  [
    "headings",
    "<h1>a</h1><h4>b</h4><h5>c</h5><h6>d</h6><h2>e</h2>",
    "<h4>a</h4><h5>b</h5><h6>c</h6><h6>d</h6><h5>e</h5>",
  ],
  ["a heading ended by another's end", "<h2>a</h3>b", "<h4>a</h4>b"],
  [
    "old names",
    "<s>a</s><strike>b</strike><tt>c</tt><cite>d</cite><q>e</q>",
    "<del>a</del><del>b</del><code>c</code><em>d</em>“e”",
  ],
  ["a language of code", '<code class="hljs lang-c++ x">a</code>', '<code class="language-c++">a</code>'],
  ["a language of a pre", '<pre lang="c#">a</pre>', '<pre><code class="language-c#">a</code></pre>'],
  [
    "line ends at the start of code",
    "<pre>\n\na</pre><pre><code>\nb</code></pre>",
    "<pre>a</pre><pre><code>\nb</code></pre>",
  ],
  [
    "a list that starts later",
    '<ol start="07" type=A><li lang="de-CH" dir=RTL>a</ol>',
    '<ol start="7"><li lang="de-CH" dir="rtl">a</li></ol>',
  ],
  ["tasks", "<input type=checkbox checked>a<input type=CheckBox>b<input type=text value=c>", "☑a☐b"],
  ["a smiley", 'a <img class="wp-smiley emoji" src="https://s.w.org/x.svg" alt="🙂">', "a 🙂"],
  ["a picture without address", '<img alt="a &lt; b">', "a &lt; b"],
  [
    "a picture",
    '<img src="HTTPS://Example.com/ä b.png" ALT=\'"x"\' width=10px height=-1 loading=eager align=right title="t">',
    '<img src="https://example.com/%C3%A4%20b.png" alt="&quot;x&quot;" title="t" width="10" class="align-right">',
  ],
  [
    "a stored picture",
    '<img src="/comments/media/1/日 a.png"><img src="media/x.png">',
    '<img src="media/1/%E6%97%A5%20a.png" alt=""><img src="media/x.png" alt="">',
  ],
  [
    "a film with its sources",
    '<video controls><source src="https://a.example/b/c.mp4?x=1"></video>',
    link("https://a.example/b/c.mp4?x=1", "▶ c.mp4"),
  ],
  [
    "a link in capitals to an address with other letters",
    '<A HREF="HTTP://EXAMPLE.com/ü?a=1&b=2|">x</A>',
    link("http://example.com/%C3%BC?a=1&amp;b=2%7C", "x"),
  ],
  ["a link by mail", '<a href=" MAILTO:Ann@a.example?subject=x">x</a>', link("mailto:Ann@a.example", "x")],
  ["a link to another script's host", '<a href="https://例え.jp/">x</a>', link("https://xn--r8jz45g.jp/", "x")],
  [
    "a link in a link",
    `${link("https://a.example/1", "a").slice(0, -4)}<b>b${link("https://a.example/2", "c")}`,
    `${link("https://a.example/1", "a<b>b</b>")}${link("https://a.example/2", "c")}`,
  ],
  ["a hidden address across tags", "<p>***@<x>***.***</x></p>", "<p>…</p>"],
  ["accents piled up", `a${"\u0301".repeat(50)}b\u0301`, `a${"\u0301".repeat(8)}b\u0301`],
  ["what is hidden", "a<b hidden>b</b><span class='x sr-only'>c</span>d", "ad"],
  [
    "an alert",
    '<div class="markdown-alert"><p class="markdown-alert-title"><svg></svg>Note</p><p>a</p></div>b',
    "<blockquote><p><strong>Note</strong></p><p>a</p></blockquote>b",
  ],
  ["a letter", '<div class="email-fragment">a <b>b</b> c\n\nd\n</div>e', "<p>a <b>b</b> c<br><br>d</p>e"],
  ["self-closed elements", "<b/>a</b><svg/>b<script/>c</script>", "<b>a</b>b"],
];

describe("sanitizeComment", () => {
  it.each(conversions)("writes %s", (_name, html, expected) => {
    const safe = sanitizeComment(html);
    expect(safe).toBe(expected);
    expect(sanitizeComment(safe)).toBe(safe);
    expect(isCanonicalComment(safe)).toBe(true);
  });

  it("cuts at a depth and goes on behind", () => {
    const deep = `${"<blockquote>".repeat(70)}deep${"</blockquote>".repeat(70)}`;
    const safe = sanitizeComment(`${deep}<p>after</p>`);
    expect(safe).toBe(`${"<blockquote>".repeat(64)}…${"</blockquote>".repeat(64)}<p>after</p>`);
  });

  it("cuts at a length, between characters and with every element closed", () => {
    const safe = sanitizeComment(`<ul><li><p>${"&amp;😀".repeat(200_000)}`);
    expect(safe.length).toBeLessThanOrEqual(maxLength);
    expect(safe.length).toBeGreaterThan(maxLength - 10);
    expect(safe).toMatch(/(?:&amp;|😀)…<\/p><\/li><\/ul>$/u);
    expect(findLively(safe)).toBeUndefined();
  });
});
