import { describe, expect, test } from "vitest";
import { validateAtom } from "./validate-atom.ts";

const entry = `<entry>
  <id>tag:a.example,2026:posts/x</id><title>X</title><updated>2026-01-01T00:00:00Z</updated>
  <link rel="alternate" type="text/html" href="https://a.example/x/"/>
  <content type="html">&lt;p&gt;x&lt;/p&gt;</content>
</entry>`;

const valid = `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>tag:a.example,2026:feeds/</id><title>A</title><updated>2026-01-01T00:00:00Z</updated>
  <author><name>Ada</name></author>
  <link rel="self" href="https://a.example/feed.xml"/>
  ${entry}
</feed>`;

const threading = "http://purl.org/syndication/thread/1.0";

const wrong: readonly (readonly [what: string, from: string | RegExp, to: string, expected: RegExp])[] = [
  ["a document cut off", "</feed>", "", /not well-formed/],
  ["a forbidden character", "<title>X", "<title>\u0001X", /not well-formed/],
  ["another namespace", "2005/Atom", "2005/Other", /root is feed|no such/],
  ["a missing id", "<id>tag:a.example,2026:feeds/</id>", "", /\/feed: has 0 id elements/],
  ["two titles", "<title>X</title>", "<title>X</title><title>Y</title>", /entry\[\d\]: has 2 title elements/],
  ["a missing updated", /<updated>[^<]*<\/updated>\n {2}<link rel="alt/, '<link rel="alt', /has 0 updated elements/],
  ["a date without a zone", "00:00Z</updated>\n  <author", "00:00</updated>\n  <author", /no RFC 3339/],
  ["a date that is none", "2026-01-01T", "2026-13-01T", /no RFC 3339/],
  ["an id that is a path", "tag:a.example,2026:posts/x", "/posts/x", /no absolute IRI/],
  ["a badly encoded id", "posts/x<", "posts/100%<", /no absolute IRI/],
  ["no author", "<author><name>Ada</name></author>", "", /has no author/],
  ["an author without a name", "<name>Ada</name>", "<uri>https://a.example/</uri>", /has 0 name elements/],
  ["an empty name", "<name>Ada</name>", "<name> </name>", /is empty/],
  ["an author's unknown child", "<name>Ada</name>", "<name>Ada</name><url>x</url>", /may not stand here/],
  ["a link without an address", 'href="https://a.example/x/"', "", /lacks the attribute href/],
  ["a link with a space", "a.example/x/", "a.example/x y/", /no IRI/],
  ["a bad media type", "text/html", "html", /bad type/],
  [
    "two alternates alike",
    "<content",
    '<link type="text/html" href="https://a.example/y/"/><content',
    /several alternate/,
  ],
  ["no link to itself", 'rel="self"', 'rel="related"', /no link to itself/],
  ["an unknown element", "<content", "<body>x</body><content", /may not stand here/],
  ["an unknown attribute", "<title>X", '<title lang="en">X', /unknown attribute lang/],
  ["text between elements", "<content", "stray<content", /holds text/],
  ["elements in HTML content", /&lt;p&gt;x&lt;\/p&gt;/, "<p>x</p>", /child elements/],
  ["an unknown content type", 'content type="html"', 'content type="markdown"', /unknown type/],
  ["XHTML without a div", 'content type="html"', 'content type="xhtml"', /one xhtml:div/],
  ["content here and elsewhere", "<content", '<content src="https://a.example/c"', /both src and content/],
  [
    "content elsewhere without a summary",
    /<content.*<\/content>/,
    '<content src="https://a.example/c"/>',
    /no summary/,
  ],
  ["a category without a term", "<content", '<category label="x"/><content', /lacks the attribute term/],
  ["a relative scheme", "<content", '<category term="x" scheme="/tags/"/><content', /scheme that is no IRI/],
  ["a bad language", 'xml:lang="en"', 'xml:lang="english language"', /bad xml:lang/],
  ["an entry twice", entry, entry + entry, /several entries with the id/],
  ["an entry that is the feed", "2026:posts/x", "2026:feeds/", /id of one of its entries/],
  [
    "an answer to nothing",
    "<content",
    `<in-reply-to xmlns="${threading}" href="https://a.example/"/><content`,
    /lacks the attribute ref/,
  ],
  ["an answer to no IRI", "<content", `<in-reply-to xmlns="${threading}" ref="x"/><content`, /ref that is no IRI/],
  [
    "a bad count",
    "<content",
    `<link xmlns:thr="${threading}" rel="replies" href="https://a.example/c" thr:count="many"/><content`,
    /is no number/,
  ],
  ["neither content nor link", /<link rel="alt[^>]*>\s*<content.*<\/content>/, "", /neither content nor/],
];

describe("validateAtom", () => {
  test("accepts a valid feed", () => {
    expect(validateAtom(valid)).toEqual([]);
  });

  test("accepts XHTML content and extensions", () => {
    const div = '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div></content>';
    const extension = '<thr:total xmlns:thr="http://purl.org/syndication/thread/1.0">3</thr:total>';
    expect(validateAtom(valid.replace(/<content.*<\/content>/, div + extension))).toEqual([]);
  });

  test.each(wrong)("refuses %s", (_, from, to, expected) => {
    const changed = valid.replace(from, () => to);
    expect(changed).not.toBe(valid);
    expect(validateAtom(changed).join("\n")).toMatch(expected);
  });
});
