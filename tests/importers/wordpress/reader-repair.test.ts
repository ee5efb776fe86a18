import { expect, test } from "vitest";
import { repairs } from "../../../src/importers/wordpress/reader/repair-log.ts";
import { item, itemsOf, readBytes, wxr } from "./read-bytes.ts";

/** Kinds with how many there were and the line of the first. */
async function titleAndRepairs(source: string | Uint8Array) {
  const { parts, repairs: found } = await readBytes(source);
  const names = new Map<string, string>(Object.entries(repairs).map(([kind, words]) => [words, kind]));
  const kinds = found.map(({ found: words, note = "", line }) => {
    return `${names.get(words.replace("export.xml: ", "")) ?? words} ${Number.parseInt(note)} in ${line}`;
  });
  return [itemsOf(parts)[0]?.title, ...kinds];
}

const cases: readonly (readonly [name: string, title: string, read: string, ...repaired: string[]])[] = [
  ["nothing wrong", "a &amp; b &lt; c &#8211; &#x2014;", "a & b < c – —"],
  ["a bare ampersand", "Salt & pepper &", "Salt & pepper &", "bare-ampersand 2 in 13"],
  ["an ampersand of an address", "?a=1&b=2&copy=3", "?a=1&b=2&copy=3", "bare-ampersand 2 in 13"],
  ["entities of HTML", "a&nbsp;b&hellip;&Eacute;", "a\u00A0b…É", "html-entity 3 in 13"],
  ["entities that nobody knows", "&foo; &constructor;", "&foo; &constructor;", "unknown-entity 2 in 13"],
  ["references to nothing", "a&#0;b&#x1F;c&#xD800;d&#99999999;", "abcd", "invalid-reference 4 in 13"],
  ["a capital X", "&#X41;", "A"],
  ["a bare less-than", "3 < 4 <3 <", "3 < 4 <3 <", "bare-less-than 3 in 13"],
  ["a less-than before a tag", "a <b and c", "a <b and c", "bare-less-than 1 in 13"],
  ["a tag without values", "a <input disabled> b", "a <input disabled> b", "bare-less-than 1 in 13"],
  ["control characters", "a\u0011b\u0000c\u0008\u001Fd\uFFFE", "abcd", "control-character 5 in 13"],
  ["control characters in CDATA", "<![CDATA[a\u0011b &nbsp; & <]]>", "ab &nbsp; & <", "control-character 1 in 13"],
  ["the end of CDATA without its beginning", "a ]]> b", "a ]]> b", "bare-cdata-end 1 in 13"],
  ["brackets", "<![CDATA[a]]]>b]] c]", "a]b]] c]"],
  ["CDATA that looks like markup", "<![CDATA[</title><!-- <rss>]]>", "</title><!-- <rss>"],
  ["a comment with what no comment may have", "a<!-- x -- & < y -->b", "ab"],
  ["an instruction", "a<?php echo 1 ?>b", "ab"],
  ["what looks like an instruction", "a <? b", "a <? b", "bare-less-than 1 in 13"],
  ["elements within a text", "a <em class='x&y'>b</em> c", "a b c", "bare-ampersand 1 in 13", "inner-markup 1 in 13"],
  ["the line of the second", "a\r\nb\n& c", "a\nb\n& c", "bare-ampersand 1 in 15"],
];

test.each(cases)("%s is repaired, counted and told by its line", async (_, title, read, ...repaired) => {
  const source = wxr(item(title));
  expect(await titleAndRepairs(source)).toEqual([read, ...repaired]);
});

test.each(cases)("%s is repaired in the same way when the text comes byte by byte", async (_, title) => {
  const source = wxr(item(title));
  expect(await readBytes(source, 1)).toEqual(await readBytes(source));
});

test("what is between the items, in attributes and in the prologue is repaired too", async () => {
  const bread = `<category domain="category" nicename="a&b"><![CDATA[A]]></category>`;
  const notice = "\n<br />\n<b>Notice</b>: Undefined index: x in <b>/srv/wp/a.php</b> on line <b>3</b><br />\n";
  const source = `\n\n${notice}${wxr(`<b>Warning</b>: hm\n${item("x", bread)}`)}\n<!-- cached -->\n<p>bye</p>`;
  const { parts } = await readBytes(source);
  expect(itemsOf(parts)[0]).toMatchObject({ line: 18, terms: [{ slug: "a&b" }] });
  expect(await titleAndRepairs(source)).toEqual([
    "x",
    "junk-before 1 in 4",
    "stray-text 1 in 17",
    "bare-ampersand 1 in 21",
    "junk-after 2 in 27",
  ]);
});

test("blank lines before the XML declaration are left out, and lines still count from the top of the file", async () => {
  const { parts } = await readBytes(`\n\n\n${wxr(item("x"))}`);
  expect(itemsOf(parts)[0]?.line).toBe(15);
  expect(await titleAndRepairs(`\n\n\n${wxr(item("x"))}`)).toEqual(["x", "junk-before 1 in 1"]);
});

test("prefixes that are declared nowhere are read as WordPress means them", async () => {
  const source = `<rss><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>x</title><wp:post_id>4</wp:post_id>
<content:encoded><![CDATA[body]]></content:encoded><excerpt:encoded>short</excerpt:encoded><dc:creator>anna</dc:creator>
<media:thumbnail url="x"/></item></channel></rss>`;
  const [found] = itemsOf((await readBytes(source)).parts);
  expect(found).toMatchObject({ id: "4", content: "body", excerpt: "short", creator: "anna" });
  const [, ...repaired] = await titleAndRepairs(source);
  expect(repaired).toEqual([expect.stringMatching(/^undeclared-prefix \d+ in 1$/)]);
});

test("a DOCTYPE is left out and its entities are never expanded", async () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("\n");
  const doctype = `<!DOCTYPE rss [\n<!ENTITY l0 "ha">\n${laughs}\n<!ENTITY x SYSTEM "file:///etc/passwd">\n]>`;
  const source = wxr(item("&l9;&x;")).replace("?>", `?>\n${doctype}`);
  expect(await titleAndRepairs(source)).toEqual(["&l9;&x;", "doctype 1 in 2", "unknown-entity 2 in 26"]);
});

test.each([
  ["many ampersands", "&".repeat(300_000)],
  ["many beginnings of tags", "<a ".repeat(100_000)],
  ["many open quotation marks", `<a b="`.repeat(50_000)],
  ["many brackets", "]".repeat(300_000)],
  ["many beginnings of instructions", "<?x ".repeat(75_000)],
  ["many beginnings of entities", "&a".repeat(150_000)],
  ["many unfinished declarations", "<!DOCTYPE".repeat(40_000)],
])("%s take no longer than others, and are kept", async (_, title) => {
  expect((await titleAndRepairs(wxr(item(title))))[0]).toBe(title);
});
