import { expect, it } from "vitest";
import { compareWords } from "../../../src/importers/html/compare-words.ts";
import { parseHtml } from "../../../src/importers/html/parse-html.ts";

it.each([
  ["the same words", "<p>Soup and <b>bread</b></p>", "Soup *and* bread"],
  [
    "quotation marks, dashes and dots as a typesetter has them",
    "<p>\"Soup\" -- it's 'hot'...</p>",
    "“Soup” – it’s ‘hot’…",
  ],
  ["a letter in one or two characters", "<p>cafe\u0301</p>", "café"],
  ["numbers and bullets of lists, texts of pictures", "<ol><li>a</ol><img alt=x src=y>", "- a\n\n![z](y)"],
  ["scripts, styles and what is hidden", "<script>a</script><style>b</style><p hidden>c</p>d", "d"],
  ["words cut by markup", "<p>un<i>bel</i>ievable</p>", "un*bel*ievable"],
  [
    "what the renderer says itself",
    '<h2>A</h2><p>b<sup class="footnote"><a href="#fn-1">1</a></sup><ol class="footnotes"><li id="fn-1">c</ol>',
    "## A\n\nb[^1]\n\n[^1]: c",
  ],
])("no difference: %s", (_name, html, markdown) => {
  expect(compareWords(parseHtml(html), markdown)).toEqual([]);
});

it.each([
  ["a lost word", "<p>one two three four</p>", "one three four", "“two”"],
  ["a new word", "<p>one three four</p>", "one two three four", "nothing"],
  ["another word", "<p>one two three four</p>", "one 2 three four", "“two”"],
  ["words that grew together", "<p>one</p><p>two</p>", "onetwo", "“one two”"],
  ["a word cut", "<p>onetwo</p>", "one two", "“onetwo”"],
  ["a sign that is shown", "<p><b>one</b></p>", "\\*\\*one**", "“one”"],
  ["all words", "<p>one</p>", "", "“one”"],
])("a difference: %s", (_name, html, markdown, found) => {
  expect(compareWords(parseHtml(html), markdown)).toMatchObject([{ kind: "words", outcome: "changed", found }]);
});

it("says where", () => {
  const [finding] = compareWords(parseHtml("<p>a b c d e f g h</p>"), "a b c d e X g h");
  expect(finding?.note).toBe("After “b c d e”, the old page has “f” and the new one “X”.");
});

it("tells a few of many differences", () => {
  const words = Array.from({ length: 400 }, (_, index) => (index % 5 === 0 ? "x" : `w${index}`));
  const findings = compareWords(parseHtml(words.join(" ")), words.map((word) => (word === "x" ? "y" : word)).join(" "));
  expect(findings).toHaveLength(6);
});
