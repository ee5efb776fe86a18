import { describe, expect, it } from "vitest";
import { createHighlighter, findLanguages } from "../../src/markdown/highlighter.ts";
import { tokenClasses } from "../../src/markdown/token-classes.ts";
import { render } from "./markdown-context.ts";

describe("findLanguages", () => {
  it.each([
    ["fences of both kinds", "```ts\n```\n~~~ Ruby title='x'\n~~~", ["ts", "ruby"]],
    [
      "fences in lists, quotations and notes",
      "- ```js\n> ~~~py\n1. ```css {1}\n[^1]: ```sh",
      ["js", "py", "css", "sh"],
    ],
    ["names with lines beside them", "```ts{1,2}\n```", ["ts"]],
    ["nothing unknown", "```klingon\n```\n`````\n```", []],
  ])("finds %s", (_name, text, languages) => {
    expect([...findLanguages(text)]).toEqual(languages);
  });
});

describe("createHighlighter", () => {
  it("knows what it was told to load, aliases too, and passes over unknown names", async () => {
    const highlighter = await createHighlighter(["js", "yml", "klingon"]);
    expect(["js", "yml", "klingon", "ruby"].map(highlighter.knows)).toEqual([true, true, false, false]);
    expect(highlighter.toLines("a: 1", "yml")).toEqual(['<span class="a">a</span>: <span class="n">1</span>']);
    expect(highlighter.toLines("a", "ruby")).toBeUndefined();
  });

  it("writes only the classes of the table", async () => {
    const code =
      "import a from 'b'; /** c */ export default class D<T> extends E { f = /g\\d/; h(i: J) { return `${k}\\n`; } }";
    const { html } = await render(`\`\`\`ts\n${code}\n\`\`\``);
    const classes = new Set(html.match(/(?<=<span class=")[a-z](?=")/g));
    expect(classes.size).toBeGreaterThan(5);
    for (const className of classes) expect(tokenClasses.map((row) => row.className)).toContain(className);
  });

  it("loses no character", async () => {
    const code = 'const a = `<b>${c}</b>`;\n\n\tif (d && e) { /* "f" */ }  ';
    const highlighter = await createHighlighter(["ts"]);
    const text = highlighter
      .toLines(code, "ts")
      ?.join("\n")
      .replace(/<[^>]+>/g, "");
    expect(
      text
        ?.replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, "&"),
    ).toBe(code);
  });
});
