import { describe, expect, it } from "vitest";
import { formatProblem } from "../../src/lib/problem.ts";
import { render, toPlaces } from "./markdown-context.ts";

describe("problems", () => {
  it.each<[name: string, text: string, places: string[]]>([
    ["a link in the middle of a paragraph", "one\ntwo [a](gone.md) three", ["link-missing@2:9"]],
    [
      "the same link twice",
      "[a](gone.md) and [b](gone.md)\n[c](gone.md)",
      [1, 22, 5].map((column, index) => `link-missing@${index === 2 ? 2 : 1}:${index === 0 ? 5 : column}`),
    ],
    ["an address that also stands in the text", "gone.md is [here](gone.md)", ["link-missing@1:19"]],
    ["links in a table", "| a |\n|---|\n| b |\n| [c](gone.md) |", ["link-missing@4:7"]],
    ["a link in a list in a quotation", "> - a\n> - [b](gone.md)", ["link-missing@2:9"]],
    ["a reference link, at its definition", "[a][b]\n\ntext\n\n[b]: gone.md", ["link-missing@5:6"]],
    ["a link in a footnote", "a[^1]\n\n[^1]: see [b](gone.md)", ["link-missing@3:15"]],
    ["a link in an inline footnote", "text\n\na^[see [b](gone.md)]", ["link-missing@3:12"]],
    ["a link after Windows line ends", "one\r\n\r\n[a](gone.md)\r\n", ["link-missing@3:5"]],
    ["a missing image", "text\n\n![a](gone.png)", ["image-missing@3:6"]],
    ["an image without a text", "![](a.png) ![ ](b.png)", ["image-alt@1:5", "image-alt@1:17"]],
    ["a link to a place that is not there", "## Here\n\n[a](#there)", ["link-fragment@3:5"]],
    ["an unknown code language", "- a\n\n  ```klingon\n  b\n  ```", ["code-language@3:6"]],
    ["a footnote without a reference", "a\n\n[^x]: b", ["footnote-unused@3:1"]],
    ["a reference without a footnote", "a\nb[^x]", ["footnote-missing@2:2"]],
    ["a style in HTML", '<p>\n<b>\n<i style="x">a</i>\n</b></p>', ["html-style@3:1"]],
    ["styles in HTML, once", '<p style="a">\n\n<p style="b">\n\n<b style="c">', ["html-style@1:1"]],
    ["a style sheet and a script", "a\n\n<style>\n</style>\n\nb <script>", ["html-style@3:1", "html-script@6:3"]],
    ["a handler and a script address", '<p onclick="a">\n<a href="javascript:b">', ["html-script@1:1"]],
    ["an id of the page", '<p>a</p>\n<p id="comments">b</p>', ["html-id@2:1"]],
    [
      "links and images in HTML",
      '<p>\n<a href="gone.md">a</a>\n<img src="gone.png">',
      ["link-missing@2:1", "image-missing@3:1", "image-alt@3:1"],
    ],
    ["inline HTML with a style", 'one\ntwo <b style="x">', ["html-style@2:5"]],
  ])("point at %s", async (_name, text, places) => {
    expect(toPlaces(await render(text))).toEqual(places);
  });

  it.each([
    ["an escaped reference is text", "a\\[^x]"],
    ["code is no reference", "`[^x]`\n\n    [^x]"],
    ["an empty alt in HTML says that the image is decoration", '<img src="a.png" alt="">'],
    ["links to the page, to HTML and to the top are fine", '[a](#comments) [b](#c) [d](#) <b id="c"></b>'],
    ["text and no language need no highlighting", "```\n```\n\n```text\n```\n\n```plaintext\n```"],
    ["an excerpt repeats no warning", '<p>a <a href="other.md">b</a></p>\n\n<!-- more -->'],
  ])("are not made up: %s", async (_name, text) => {
    expect(toPlaces(await render(text))).toEqual([]);
  });

  it("count lines from where the text begins in its file", async () => {
    const { problems } = await render("a\n\n[b](gone.md)", { firstLine: 8 });
    expect(problems.map(formatProblem)).toEqual(["posts/hello.md:10:5: warning: gone. Fix it."]);
  });

  it("say how often a style was left out", async () => {
    const { problems } = await render('<p style="a"></p>\n<p style="b"></p>');
    expect(problems.map((problem) => problem.message)).toEqual(["style is left out (<p style>, the first of 2)"]);
  });

  it("suggest what was meant", async () => {
    const { problems } = await render("## What's new\n\n[a](#what-s-new)\n\n```javscript\n```");
    expect(problems.map((problem) => problem.remedy)).toEqual([
      "Did you mean `#whats-new`?",
      "Write `javascript`, or `text`.",
    ]);
  });
});
