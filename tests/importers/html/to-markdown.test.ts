import { describe, expect, it } from "vitest";
import { collectAddresses } from "../../../src/importers/html/collect-addresses.ts";
import { parseHtml } from "../../../src/importers/html/parse-html.ts";
import { renderAlone } from "../../../src/importers/html/rendered-words.ts";
import { toMarkdown } from "../../../src/importers/html/to-markdown.ts";

function convert(html: string, changes: Partial<Parameters<typeof toMarkdown>[1]> = {}) {
  return toMarkdown(parseHtml(html), { linkOf: (href) => href, mediaOf: (src) => src, ...changes });
}

describe("addresses", () => {
  const html =
    '<p><a href="/?p=2">a</a><a href="#x">x</a><img src="/a.jpg" alt="A"><img data-src="/lazy.jpg" alt="L"></p>' +
    '<table><tr><td>c</td><td colspan="2"><a href="/?p=3">b</a><img src="/b.jpg" alt="B"></td></tr></table>' +
    '<video src="/v.mp4" poster="/v.jpg"></video><audio><source src="/s.mp3"></audio><embed src="/e.swf">';

  it("are collected, each once", () => {
    expect(collectAddresses(parseHtml(html + html))).toEqual({
      links: ["/?p=2", "/?p=3", "/e.swf"],
      media: ["/a.jpg", "/lazy.jpg", "/b.jpg", "/v.jpg", "/v.mp4", "/s.mp3"],
    });
  });

  it("are all replaced, in HTML too", () => {
    const { markdown } = convert(html, { linkOf: (href) => `/new${href}`, mediaOf: (src) => `/media${src}` });
    for (const path of ["/?p=2", "/?p=3", "/e.swf"]) expect(markdown).toContain(`/new${path}`);
    for (const path of collectAddresses(parseHtml(html)).media) expect(markdown).toContain(`/media${path}`);
  });

  it("that scripts would run are left out of HTML, too", () => {
    const { markdown } = convert(
      '<table><tr><td colspan="2" onclick="x()" style="a"><a href="java\nscript:x()">a</a><img src="javascript:x" alt="b"></td></tr><tr><td>c</td></tr></table>',
    );
    expect(markdown).not.toMatch(/script:|onclick|style/);
  });
});

describe("places", () => {
  it("stay where another text links to them", () => {
    const { markdown } = convert('<p id="a">A</p><p id="b">B</p>', { isTarget: (id) => id === "b" });
    expect(markdown).toBe('A\n\n<a id="b"></a>B\n');
  });

  it("are set once, in HTML too", () => {
    const { markdown } = convert(
      '<p><a href="#x">x</a></p><table id="x"><tr><td colspan="2" id="x">a</td><td>b</td></tr></table><p id="x">b</p>',
    );
    expect(markdown.match(/id="x"/g)).toHaveLength(1);
  });
});

describe("findings", () => {
  const toLines = (html: string) =>
    convert(html).findings.map(({ kind, outcome, found }) => `${kind} ${outcome} ${found}`);

  it.each([
    ["<p>a<sub>1</sub>b<sub>2</sub></p>", ["html kept as HTML <sub>"]],
    ['<table><tr><td colspan="2">a</td></tr><tr><td>b</td></tr></table>', ["html kept as HTML <table>"]],
    ["<script>x()</script><style>p{}</style>", ["html dropped <script>", "html dropped <style>"]],
    ['<p style="display:none">spam</p>', ['html dropped <p style="display:none">']],
    ['<iframe src="https://v.example/1"></iframe>', ['embed changed <iframe src="https://v.example/1">']],
    ['<embed src="/a.swf">', ['embed changed <embed src="/a.swf">']],
    ['<a href="javascript:x">a</a>', ['link kept as text <a href="javascript:x">']],
    ['<a href="#gone">a</a>', ['link kept as text <a href="#gone">']],
    ['<p align="center">a</p><p align="right">b</p>', ['html dropped <p align="center">']],
    ['<pre class="language-nonsense">a</pre>', ['html changed <pre class="language-nonsense">']],
    ['<img title="Tip" alt="A" src="a.jpg">', ['image dropped <img title="Tip" alt="A" src="a.jpg">']],
    ["<form><input></form>", ["html dropped <input>"]],
    ['<p class="x"><span>nothing</span> <b>to</b> <a href="/x/" target="_blank">tell</a></p>', []],
  ])("of %s", (html, findings) => {
    expect(toLines(html)).toEqual(findings);
  });

  it("name the host of a frame", () => {
    const [finding] = convert('<iframe src="//v.example/1"></iframe>').findings;
    expect(finding?.note).toContain('`frameHosts` in _data/site.ts has "v.example"');
  });

  it("say how often, and on which line of the source", () => {
    const { findings } = convert('<p data-line="12">a<sub>1</sub></p><p data-line="14"><sub>2</sub></p>');
    expect(findings).toEqual([
      { kind: "html", found: "<sub>", outcome: "kept as HTML", line: 12, note: "The first of 2." },
    ]);
  });
});

describe("hostile pages", () => {
  it.each([
    ["boxes", "<div>", "in"],
    ["boxes that end in comments", "<div><!--</div>-->", "in"],
    ["lists", "<ul><li>", "in"],
    ["quotations", "<blockquote>", "in"],
    ["tables", "<table><tr><td>", "in"],
  ])("of 10,000 %s are flat, and say so", (_name, tags, text) => {
    const { markdown, findings } = convert(tags.repeat(10_000) + text);
    expect(markdown).toContain("in");
    expect(findings.map(({ found }) => found)).toContain("<…>");
  });

  it("of 10,000 kinds of bold that nobody closes are no million elements", () => {
    const html = Array.from({ length: 10_000 }, (_, index) => `<p><b id=${index}>x`).join("");
    expect(convert(html).markdown.length).toBeLessThan(100_000);
  });

  it.each([
    ["dollars", "<p>", "$a "],
    ["stars", "<p>", "<b>*a*</b>*"],
    ["brackets", "<p>", "["],
    ["breaks", "<p>", "a<br>"],
    ["spaces", "<p>a", " &nbsp;"],
    ["paragraphs", "", "<p>a</p>"],
    ["items", "<ol>", "<li>a"],
    ["code lines", "<pre>", "\n"],
    ["pieces", "<p><sub>", "a<b>b</b>"],
    ["cells", "<table>", "<tr><td>a<td>b"],
    ["end tags", "", "</p></b>"],
  ])(
    "of many %s take no time to speak of",
    (_name, before, piece) => {
      expect(convert(`${before}${piece.repeat(20_000)}in`).markdown).toContain("in");
    },
    10_000,
  );

  it("with control characters lose those alone", () => {
    expect(convert("<p>a\u0001b \u0000$x$ c\u0008</p>").markdown).toBe("ab \\$x$ c\n");
  });
});

describe("formulas", () => {
  const around = ["", "$", "5", "\\", "a", " ", "*", "**a**", "[", "]", "_", "|", "!", "`", "#", "<b>a</b>", "<br>"];
  const tex = [
    "x",
    "|a|",
    "\\|y\\|",
    "\\frac{1}{2}",
    "\\text{a $b$}",
    "a_1 * b_1",
    "[a](b)",
    "5",
    "\\{a\\}",
    "a &lt; b",
  ];
  const places = ["<p>@</p>", "<h2>@</h2>", "<ul><li>@</ul>", "<table><tr><td>@</td><td>a</table>", "<i>@</i>"];

  it("come out as the same TeX wherever they stand", () => {
    for (const place of places) {
      for (const before of around) {
        for (const after of around) {
          const all = tex.map((one) => `<span class="math">${one}</span>`);
          const line = all.map((one) => `${before}${one}${after}`).join(" and ");
          const { markdown, findings } = convert(place.replace("@", () => line));
          const shown = Array.from(renderAlone(markdown).html.matchAll(/ alttext="([^"]*)"/g), ([, text]) => text);
          expect([markdown, shown]).toEqual([markdown, tex]);
          expect([markdown, findings]).toEqual([markdown, []]);
        }
      }
    }
  });

  it("that are not understood are told", () => {
    const { findings } = convert('<p><span class="math">\\unknown{x}</span></p>');
    expect(findings).toMatchObject([{ found: "\\unknown{x}", outcome: "kept as text" }]);
  });

  it("that are not understood in a table that stays HTML are told, too", () => {
    const { markdown, findings } = convert(
      '<table><tr><td colspan="2"><span class="math">\\unknown{x}</span></td></tr><tr><td>a</td><td>\u00020\u0002</td></tr></table>',
    );
    expect(markdown).toContain("\\unknown{x}</");
    expect(markdown).toContain("<td>0</td>");
    expect(findings).toContainEqual(expect.objectContaining({ found: "\\unknown{x}", outcome: "kept as text" }));
  });
});

describe("pictures that lead to their own file", () => {
  const html = '<p><a href="/u/a.jpg"><img src="/u/a-300x200.jpg" alt="A"></a></p>';

  it("are shown from where that file lies now, and told", () => {
    const { markdown, findings } = convert(html, { linkOf: () => "/n/a.jpg", mediaOf: () => "/n/a-300x200.jpg" });
    expect(markdown).toBe("![A](/n/a.jpg)\n");
    expect(findings).toMatchObject([{ kind: "link", outcome: "translated" }]);
  });

  it("are shown from the copy that is there when the file is not", () => {
    const old = "https://old.example/wp-content/uploads/a.jpg";
    const here = "/wp-content/uploads/a-300x200.jpg";
    expect(convert(html, { linkOf: () => old, mediaOf: () => here }).markdown).toBe(`![A](${here})\n`);
  });

  it.each([
    ["the page of the picture", "https://old.example/u/a.jpg", "![A](/n/a.jpg)\n"],
    ["the page of another one", "https://old.example/u/b.jpg", "[![A](/n/a.jpg)](/the-post/)\n"],
    ["another page", undefined, "[![A](/n/a.jpg)](/the-post/)\n"],
  ])("lead to %s", (_name, picture, expected) => {
    const target = { linkOf: () => "/the-post/", mediaOf: () => "/n/a.jpg", pictureOf: () => picture };
    expect(convert(html.replace("/u/a.jpg", "/?attachment_id=3"), target).markdown).toBe(expected);
  });
});
