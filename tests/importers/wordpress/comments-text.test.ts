import { describe, expect, test } from "vitest";
import { toCommentAuthor } from "../../../src/importers/wordpress/comments/comment-author.ts";
import { toCommentHtml } from "../../../src/importers/wordpress/comments/comment-html.ts";
import { sanitizeComment } from "../../../src/markdown/comments/sanitize-comment.ts";
import { isCanonicalComment } from "../../../src/markdown/comments/verify-comment.ts";
import { fuzzHtml } from "../../markdown/comments/fuzz.ts";
import { hostileBodies } from "../../markdown/comments/hostile-bodies.ts";
import { hugeBodies } from "../../markdown/comments/huge-bodies.ts";
import { findLively } from "../../markdown/comments/inert.ts";
import { createRandom } from "../../support/random.ts";
import { context, makeWxrComment } from "./make-comment.ts";

const link = (href: string, text: string) => `<a href="${href}" rel="nofollow ugc noopener">${text}</a>`;
const html = (text: string) => toCommentHtml(text, context).html;

describe("paragraphs", () => {
  const cases: [name: string, text: string, expected: string][] = [
    ["nothing", "", ""],
    ["white space alone", " \r\n\t\n ", ""],
    ["one line", "Hello.", "<p>Hello.</p>"],
    ["line ends", "a\r\nb\rc\nd", "<p>a<br>b<br>c<br>d</p>"],
    ["blank lines", "\n\na\n\n \n\nb\n", "<p>a</p><p>b</p>"],
    ["breaks", "a<br>b<br />\nc<br/><br>d", "<p>a<br>b<br>c</p><p>d</p>"],
    ["emphasis over a blank line", "a <b>b\n\nc</b> d", "<p>a <b>b</b></p><p><b>c</b> d</p>"],
    ["emphasis that is never closed", "<em>a\n\nb", "<p><em>a</em></p><p><em>b</em></p>"],
    ["emphasis that overlaps", "<b>a<i>b</b>c</i>d", "<p><b>a<i>b</i></b><i>c</i>d</p>"],
    ["white space between elements", "<b>a</b> <i>b</i>\n<b>c</b>", "<p><b>a</b> <i>b</i><br><b>c</b></p>"],
    ["a quotation", "<blockquote>a\n\nb</blockquote>\nc", "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>"],
    ["a quotation in a line", "a <blockquote>b</blockquote> c", "<p>a </p><blockquote><p>b</p></blockquote><p>c</p>"],
    ["a list", "x\n<ul>\n<li>a\nb</li>\n<li>c</li>\n</ul>\ny", "<p>x</p><ul><li>a<br>b</li><li>c</li></ul><p>y</p>"],
    ["a list in a list", "<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"],
    ["code that keeps its lines", "<pre>a\n\n  b\n</pre>", "<pre>a\n\n  b\n</pre>"],
    [
      "code in code",
      "<pre><code>a\n&lt;b&gt; http://a.example</code></pre>c",
      "<pre><code>a\n&lt;b&gt; http://a.example</code></pre><p>c</p>",
    ],
    ["paragraphs already there", '<p>a</p>\n<p dir="rtl">b</p>\nc', '<p>a</p><p dir="rtl">b</p><p>c</p>'],
    ["other blocks", "<div>a</div><center>b</center>c", "<p>a</p><p>b</p><p>c</p>"],
    ["headings", "<h2>a</h2>b", "<h4>a</h4><p>b</p>"],
    ["a table", "<table>\n<tr>\n<td>a</td>\n</tr>\n</table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"],
    ["a quotation's marks and a source", "<q>a</q> <cite>b</cite>", "<p>“a” <em>b</em></p>"],
    ["entities once", "&amp;lt; &lt;b&gt; &#8217; &nbsp;x &amp;amp;", "<p>&amp;lt; &lt;b&gt; ’ \u00a0x &amp;amp;</p>"],
    ["what only looks like tags", "1 < 2 <3 a>b & c", "<p>1 &lt; 2 &lt;3 a&gt;b &amp; c</p>"],
    ["smilies as text", ":-) ;) :roll:", "<p>:-) ;) :roll:</p>"],
    ["smilies as pictures", 'a <img src="x.gif" alt=":)" class="wp-smiley"> b', "<p>a :) b</p>"],
    [
      "old elements by their new names",
      "<strike>a</strike> <tt>b</tt> <abbr title='x'>c</abbr>",
      "<p><del>a</del> <code>b</code> c</p>",
    ],
    ["an address of the author's word", "write to ann@example.org", "<p>write to ann@example.org</p>"],
    ["scripts of every direction", "שלום\n\n你好", "<p>שלום</p><p>你好</p>"],
  ];
  test.each(cases)("of %s", (_name, text, expected) => {
    expect(html(text)).toBe(expected);
    expect(sanitizeComment(expected)).toBe(expected);
  });
});

describe("links", () => {
  const a = link("http://a.example/x", "http://a.example/x");
  const cases: [name: string, text: string, expected: string][] = [
    ["at the end of a sentence", "See http://a.example/x.", `See ${a}.`],
    ["before other punctuation", "http://a.example/x, http://a.example/x! http://a.example/x…", `${a}, ${a}! ${a}…`],
    ["in brackets", "(http://a.example/x) [http://a.example/x]", `(${a}) [${a}]`],
    ["with brackets of its own", "http://a.example/x_(y)", link("http://a.example/x_(y)", "http://a.example/x_(y)")],
    [
      "in brackets with brackets",
      "(http://a.example/x_(y))",
      `(${link("http://a.example/x_(y)", "http://a.example/x_(y)")})`,
    ],
    [
      "with an entity",
      "http://a.example/?a=1&amp;b=2",
      link("http://a.example/?a=1&amp;b=2", "http://a.example/?a=1&amp;b=2"),
    ],
    ["without scheme", "www.a.example/x", link("http://www.a.example/x", "www.a.example/x")],
    ["in quotation marks", "“http://a.example/x”", `“${a}”`],
    ["before an ideographic full stop", "http://a.example/x。次", `${a}。次`],
    [
      "that are links already",
      '<a href="http://a.example/x">http://b.example/</a>',
      link("http://a.example/x", "http://b.example/"),
    ],
    ["in code", "<code>http://a.example/x</code>", "<code>http://a.example/x</code>"],
    ["of no host", "http://localhost/x http:// www. http://.", "http://localhost/x http:// www. http://."],
    ["within a word", "xhttp://a.example/ a@www.b.example", "xhttp://a.example/ a@www.b.example"],
    ["of other schemes", "javascript:hit() ftp://a.example/", "javascript:hit() ftp://a.example/"],
    ["with a name and a password", "http://u:p@a.example/", "http://u:p@a.example/"],
    [
      "to the old blog",
      "http://old.example/?p=12",
      link("https://new.example/blog/posts/p12/", "http://old.example/?p=12"),
    ],
    [
      "to the old blog in words",
      '<a href="https://old.example/?p=3#comment-4">x</a>',
      link("https://new.example/blog/posts/p3/#comment-4", "x"),
    ],
    [
      "to another comment",
      '<a href="#comment-4">@Ann</a>',
      link("https://new.example/blog/posts/tea/#comment-4", "@Ann"),
    ],
    ["without scheme in words", '<a href="//a.example/x">x</a>', link("https://a.example/x", "x")],
    ["for letters", '<a href="mailto:ann@example.org">write</a>', link("mailto:ann@example.org", "write")],
    [
      "with the author's own rel and target",
      '<a href="http://a.example/x" rel="follow" target="_blank">x</a>',
      link("http://a.example/x", "x"),
    ],
    [
      "over a blank line",
      '<a href="http://a.example/x">b\n\nc</a>',
      `${link("http://a.example/x", "b")}</p><p>${link("http://a.example/x", "c")}`,
    ],
  ];
  test.each(cases)("%s", (_name, text, expected) => {
    expect(html(text)).toBe(`<p>${expected}</p>`);
  });

  test("to the old blog stay where nobody knows the new one's address", () => {
    const bare = { linkOf: context.linkOf, offsetOf: () => 0 };
    expect(toCommentHtml("http://old.example/?p=12", bare).html).toBe(
      `<p>${link("http://old.example/?p=12", "http://old.example/?p=12")}</p>`,
    );
    expect(toCommentHtml('<a href="#comment-4">x</a>', bare).html).toBe("<p>x</p>");
  });
});

describe("what a comment loses", () => {
  const cases: [text: string, found: string, outcome: string][] = [
    ['<span style="color: red">x</span>', '<span style="color: red">', "dropped"],
    ['<font color="red">x</font>', '<font color="red">', "dropped"],
    ["<u>x</u>", "<u>", "kept as text"],
    ['<p onclick="hit()">x</p>', '<p onclick="hit()">', "dropped"],
    ["<script>hit()</script>x", "<script>", "dropped"],
    ['<iframe src="https://video.example/1"></iframe>x', '<iframe src="https://video.example/1">', "dropped"],
    ['<img src="http://a.example/b.png">', "http://a.example/b.png", "changed"],
    ['<a href="javascript:hit()">x</a>', "javascript:hit()", "kept as text"],
    ["<sarcasm>x</sarcasm>", "<sarcasm>", "kept as text"],
  ];
  test.each(cases)("is named: %s", (text, found, outcome) => {
    expect(toCommentHtml(text, context).losses).toMatchObject([{ found, outcome }]);
  });

  test.each([
    "a\n\n<b>b</b> http://a.example/",
    '<a href="http://a.example/" rel="nofollow">x</a>',
    "<blockquote cite='x'>x</blockquote>",
  ])("is nothing in %j", (text) => expect(toCommentHtml(text, context).losses).toEqual([]));

  test("is a short list, however much it is", () => {
    const text = Array.from({ length: 1000 }, (_, index) => `<u title="${index}">x</u>`).join("");
    const { losses } = toCommentHtml(text, context);
    expect(losses.length).toBeLessThan(20);
    expect(losses.at(-1)?.found).toBe("988 more");
  });

  test("is the end of a text of megabytes", () => {
    const { html: cut, losses } = toCommentHtml("words ".repeat(200_000), context);
    expect(cut.length).toBeLessThanOrEqual(256 * 1024);
    expect(losses).toMatchObject([{ found: "1200000 characters" }]);
  });

  test("is a picture's place, not its address and its words", () => {
    expect(html('<img src="http://a.example/b.png"> <img src="http://a.example/c.png" alt="A cup">')).toBe(
      `<p>${link("http://a.example/b.png", "b.png")} ${link("http://a.example/c.png", "A cup")}</p>`,
    );
    expect(html('<a href="http://a.example/"><img src="http://a.example/b.png" alt="A cup"></a>')).toBe(
      `<p>${link("http://a.example/", "A cup")}</p>`,
    );
    expect(html('<img src="data:image/png;base64,AAAA" alt="A cup">')).toBe("<p>A cup</p>");
  });
});

describe("hostile texts", () => {
  test.each(hostileBodies)("are made inert: %s", (_name, text) => {
    const safe = html(text);
    expect(findLively(safe)).toBeUndefined();
    expect(isCanonicalComment(safe)).toBe(true);
  });

  test.each(hugeBodies)("are read in linear time: %s", { timeout: 5000 }, (_name, text) => {
    expect(findLively(html(text))).toBeUndefined();
  });

  const repeated = [
    "<b>",
    "</b>",
    "www.",
    "http://a.example/(",
    "http://",
    "\n\n",
    "<a href=http://a.example/>\n\n",
    "((",
    "a@",
    "<blockquote>",
    "<pre>",
    "<br>",
    "&",
    "<img src=http://a.example/b>",
    "<video>",
  ];
  test.each(repeated)("are read in linear time: many %j", { timeout: 5000 }, (part) => {
    const text = part.repeat(Math.ceil(300_000 / part.length));
    expect(findLively(html(text))).toBeUndefined();
    expect(findLively(html(`x${text}`))).toBeUndefined();
  });

  test("of every sort come out as our sanitizer leaves them", () => {
    const random = createRandom(7);
    for (let run = 0; run < 3000; run++) {
      const text = fuzzHtml(random);
      const safe = html(text);
      const found = {
        text,
        lively: findLively(safe),
        isCanonical: isCanonicalComment(safe),
        again: sanitizeComment(safe),
      };
      expect(found).toEqual({ text, lively: undefined, isCanonical: true, again: safe });
    }
  });

  test("keep their words", () => {
    const random = createRandom(3);
    const parts = [
      "tea",
      "cup",
      "<b>",
      "</b>",
      "<em>",
      "</em>",
      " ",
      "\n",
      "\n\n",
      "<blockquote>",
      "</blockquote>",
      "<ul><li>",
      "</li></ul>",
      "<p>",
      "</p>",
      "<code>",
      "</code>",
      "<br>",
      "<a href='http://a.example/'>",
      "</a>",
    ];
    for (let run = 0; run < 2000; run++) {
      const text = Array.from({ length: 12 }, () => parts[Math.floor(random() * parts.length)] ?? "").join("");
      const words = (source: string) => source.replace(/<[^>]*>/g, "").replace(/\s+/g, "");
      expect([text, words(html(text))]).toEqual([text, words(text)]);
    }
  });
});

describe("an author", () => {
  const author = (fields: Parameters<typeof makeWxrComment>[1]) => toCommentAuthor(makeWxrComment(1, fields), context);
  const names: [name: string, expected: string][] = [
    ["Ann", "Ann"],
    ["  Ann \n Lee\t", "Ann Lee"],
    ["O&#039;Brien &amp; S&ouml;hne", "O'Brien & Söhne"],
    ["<b>Ann</b> <script>hit()</script>Lee", "Ann Lee"],
    ["A\0n\u0007n\u202e", "Ann"],
    ["", ""],
    ["\u200b\u00a0", ""],
    ["ann.lee+x@mail.example.org", "ann.lee+x@…"],
    ["Ann (ann@example.org)", "Ann (ann@…)"],
    ["Ann &lt;ann@example.org&gt;", "Ann <ann@…>"],
    ["a@b.example, c@d.example", "a@… c@…"],
    ["@ann", "@ann"],
    ["192.168.1.20", ""],
    ["2001:db8:85a3:0:0:8a2e:370:7334", ""],
    ["Release 1.2.3", "Release 1.2.3"],
    ["安娜", "安娜"],
    ["👩‍🍳", "👩‍🍳"],
  ];
  test.each(names)("named %j is %j", (name, expected) => {
    expect(author({ author: name }).author.name).toBe(expected);
  });

  test("has a name of a length that a line can hold, found in linear time", { timeout: 5000 }, () => {
    for (const part of ["a", "@", "a@", "1.", "a:", "<b>", "&amp;"]) {
      expect(author({ author: part.repeat(200_000) }).author.name.length).toBeLessThanOrEqual(201);
    }
  });

  const urls: [url: string, expected: string | undefined, isLost: boolean][] = [
    ["http://a.example", "http://a.example", false],
    ["HTTPS://A.example/x y", "https://a.example/x%20y", false],
    ["www.a.example", "http://www.a.example", false],
    ["", undefined, false],
    ["http://", undefined, false],
    ["https:", undefined, false],
    ["javascript:hit()", undefined, true],
    ["java\nscript:hit()", undefined, true],
    ["data:text/html,x", undefined, true],
    ["mailto:ann@example.org", undefined, true],
    ["ann@example.org", undefined, true],
    ["http://ann@example.org/", undefined, true],
    ["http://a.example/?mail=ann%40example.org", undefined, true],
    ["http://none", undefined, true],
  ];
  test.each(urls)("of %j is linked as %j", (authorUrl, expected, isLost) => {
    const { author: found, lost } = author({ authorUrl });
    expect([found.url, lost.length > 0]).toEqual([expected, isLost]);
    expect(JSON.stringify(lost)).not.toContain("example.org");
  });

  test("is marked as the blog's own by the account, not by the name", () => {
    expect(author({ userId: "7" }).author.isOwner).toBe(true);
    expect(author({ userId: "8", author: "Author of 7" }).author).not.toHaveProperty("isOwner");
    expect(author({ userId: "0" }).author).not.toHaveProperty("isOwner");
    const nobody = toCommentAuthor(makeWxrComment(1, { userId: "7" }), { linkOf: String, offsetOf: () => 0 });
    expect(nobody.author).not.toHaveProperty("isOwner");
  });
});
