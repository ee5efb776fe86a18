import { describe, expect, test } from "vitest";
import { feedHtmlOf, toFeedHtml } from "../../src/feeds/to-feed-html.ts";
import { sampleRendered } from "./sample-blog.ts";

const url = "https://example.org/blog/posts/caf%C3%A9/";

const cases: readonly (readonly [what: string, html: string, expected: string])[] = [
  ["leaves plain text alone", "<p>a &lt; b &amp; c</p>", "<p>a &lt; b &amp; c</p>"],
  ["resolves a root-relative link", '<a href="/blog/x/">x</a>', '<a href="https://example.org/blog/x/">x</a>'],
  ["resolves a relative image", '<img src="a b.png" alt="">', `<img src="${url}a%20b.png" alt="">`],
  ["points a fragment at the post", '<a href="#é">x</a>', `<a href="${url}#%C3%A9">x</a>`],
  ["gives a host its scheme", '<img src="//cdn.example/a.png">', '<img src="https://cdn.example/a.png">'],
  ["keeps other schemes", '<a href="mailto:a@b.c">m</a>', '<a href="mailto:a@b.c">m</a>'],
  ["keeps a query escaped", '<a href="/?a=1&amp;b=2">q</a>', '<a href="https://example.org/?a=1&amp;b=2">q</a>'],
  ["keeps what is no address", '<a href="http://[">x</a>', '<a href="http://[">x</a>'],
  [
    "resolves every candidate of a srcset",
    '<img src="/a.jpg" srcset="/a-400.jpg 400w, /a-800.jpg 800w">',
    '<img src="https://example.org/a.jpg" srcset="https://example.org/a-400.jpg 400w, https://example.org/a-800.jpg 800w">',
  ],
  [
    "keeps commas inside an address of a srcset",
    '<img srcset="/w_1,h_2/a.jpg 1x,/b.jpg 2x">',
    '<img srcset="https://example.org/w_1,h_2/a.jpg 1x,https://example.org/b.jpg 2x">',
  ],
  [
    "removes a heading's box, anchor and id",
    '<div class="heading"><h2 id="tea">Tea</h2><a class="anchor" href="#tea" aria-label="Section">#</a></div>',
    "<h2>Tea</h2>",
  ],
  [
    "removes a table's box and no other",
    '<div lang="fr"><div class="table" tabindex="0"><table></table></div></div>',
    '<div lang="fr"><table></table></div>',
  ],
  [
    "says a formula in TeX, because readers drop MathML",
    '<p>So <math alttext="a &lt; b"><mrow><mi>a</mi><mo>&lt;</mo></mrow></math> it is</p>',
    "<p>So <code>a &lt; b</code> it is</p>",
  ],
  [
    "says a formula by itself in its own line",
    '<div class="math" tabindex="0"><math alttext="a" display="block"><mi>a</mi></math></div>',
    "<div><code>a</code></div>",
  ],
  [
    "says a diagram in words, because its colours stay behind",
    '<figure><div class="diagram" tabindex="0"><svg class="drawing" role="img" aria-label="Flowchart: a to b"><g class="node"><rect x="1"/></g></svg></div><figcaption>How</figcaption></figure>',
    "<figure><div><p>Flowchart: a to b</p></div><figcaption>How</figcaption></figure>",
  ],
  ["keeps an author's own drawing", '<svg class="map"><path d="M0,0"/></svg>', '<svg><path d="M0,0" /></svg>'],
  [
    "leaves of a picture its image, and of a link to itself nothing",
    '<a class="zoom" href="/l.webp"><picture><source type="image/avif" srcset="/s.avif 720w" sizes="1px"><img src="/m.jpg" alt="a" width="9" height="6" loading="lazy" decoding="async" fetchpriority="high"></picture></a>',
    '<img src="https://example.org/m.jpg" alt="a" width="9" height="6">',
  ],
  [
    "keeps the author's link around a picture",
    '<a href="/x/"><picture><img src="/m.jpg" alt="a"></picture></a>',
    '<a href="https://example.org/x/"><img src="https://example.org/m.jpg" alt="a"></a>',
  ],
  [
    "keeps the sources of a video",
    '<video controls><source src="/v.mp4" type="video/mp4"></video>',
    '<video controls><source src="https://example.org/v.mp4" type="video/mp4"></video>',
  ],
  ["keeps another class", '<a class="anchorage" href="/x">x</a>', '<a href="https://example.org/x">x</a>'],
  [
    "keeps footnotes linked",
    '<sup class="fn"><a href="#fn1" id="ref1">1</a></sup><li id="fn1" tabindex="-1">n</li>',
    `<sup><a href="${url}#fn1" id="ref1">1</a></sup><li id="fn1">n</li>`,
  ],
  ["removes a button with what is in it", '<div><button><svg><path d=""/></svg> Copy</button></div>', "<div></div>"],
  ["removes scripts that contain tags", "a<script>if (a<b) '<p>'</script>b", "ab"],
  ["removes nested elements of one name", "a<dialog>x<dialog>y</dialog>z</dialog>b", "ab"],
  [
    "unwraps highlighted code",
    '<pre class="shiki" tabindex="0"><code class="language-ts"><span class="l"><span class="k">let</span> x</span></code></pre>',
    "<pre><code>let x</code></pre>",
  ],
  ["keeps a span that says something", '<span lang="fr">oui</span>', '<span lang="fr">oui</span>'],
  ["shows what is done", '<li><label><input type="checkbox" checked disabled> a</label></li>', "<li>☑ a</li>"],
  ["drops comments and declarations", "a<!-- more -->b<!doctype html>c<!---->d", "abcd"],
  ["keeps self-closing MathML", "<math><mspace width='1em'/></math>", '<math><mspace width="1em" /></math>'],
  ["escapes a lone bracket", "1 < 2 <3", "1 &lt; 2 &lt;3"],
  [
    "reads unquoted and bare attributes",
    "<a href=/x/ download>x</a>",
    '<a href="https://example.org/x/" download>x</a>',
  ],
  ["quotes a value that holds quotes", `<abbr title='a "b"'>x</abbr>`, '<abbr title="a &quot;b&quot;">x</abbr>'],
  ["leaves names of objects alone", "<constructor>x</constructor>", "<constructor>x</constructor>"],
  ["drops a tag that never ends", 'a<img src="', "a"],
];

describe("toFeedHtml", () => {
  test.each(cases)("%s", (_, html, expected) => {
    expect(toFeedHtml(html, url)).toBe(expected);
  });

  test.each(["<!--", "<a ", '<a x="', "<", "<button>", "<a b='", "<script>", "<img srcset='a,"])(
    "stays linear on a flood of %s",
    (piece) => {
      const start = performance.now();
      toFeedHtml(piece.repeat(100_000), url);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});

test("a post's feed HTML is made once", () => {
  const rendered = sampleRendered("<p>x</p>");
  let reads = 0;
  const counted = {
    ...rendered,
    get html() {
      reads += 1;
      return rendered.html;
    },
  };
  expect(feedHtmlOf(counted, url)).toBe("<p>x</p>");
  expect(feedHtmlOf(counted, url)).toBe("<p>x</p>");
  expect(reads).toBe(1);
});
