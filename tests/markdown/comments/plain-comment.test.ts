import { describe, expect, it } from "vitest";
import { toCommentText } from "../../../src/markdown/comments/plain-comment.ts";

const cases: [name: string, html: string, text: string, limit?: number][] = [
  ["entities and inline elements", "<p>a &amp; <b>b</b>c &lt;d&gt;</p>", "a & bc <d>"],
  ["blocks and line breaks as spaces", "<p>a</p><p>b<br>c</p><ul><li>d</li><li>e</li></ul>", "a b c d e"],
  ["pictures by their words", '<p>a <img src="https://a.example/x.png" alt="a &quot;cup&quot;"></p>', 'a a "cup"'],
  ["no scripts, even unsanitized", "<p>a</p><script>b</script><style>c</style>", "a"],
  [
    "no quotation before an answer",
    "<blockquote><p>old</p><blockquote>older</blockquote></blockquote><p>new</p>",
    "new",
  ],
  ["a quotation that is all", "<blockquote><p>old</p></blockquote>", "old"],
  ["a cut between words", "<p>one two three four</p>", "one two…", 12],
  ["a cut after a word", "<p>one two, three</p>", "one two…", 9],
  ["a cut in one long word", "<p>abcdefghijklmnop</p>", "abcdefg…", 8],
  ["a cut in a script without spaces", "<p>日本語の文章はここで切れる</p>", "日本語の文章は…", 8],
  ["no cut within a character", "<p>ab👨‍👩‍👧‍👦</p>", "ab…", 8],
  ["no cut when it fits", "<p>abc</p>", "abc", 3],
  ["nothing", "<p> </p>", ""],
];

describe("toCommentText", () => {
  it.each(cases)("writes %s", (_name, html, text, limit) => {
    expect(toCommentText(html, limit)).toBe(text);
  });
});
