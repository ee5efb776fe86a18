import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countPages } from "../../../../src/importers/wordpress/content/count-pages.ts";
import { toHtml } from "../../../../src/importers/wordpress/content/to-html.ts";
import { parseFixtures } from "../../../markdown/fixtures.ts";
import { context, convert } from "./content-context.ts";

const folder = new URL(".", import.meta.url);

describe.each(["paragraphs.txt", "shortcodes.txt", "blocks.txt"])("%s", (file) => {
  const fixtures = parseFixtures(readFileSync(new URL(file, folder), "utf8"));

  it("has its pairs", () => {
    expect(fixtures.length).toBeGreaterThan(10);
  });

  it.each(fixtures)("$title", ({ input, output }) => {
    const text = input.replace(/\n$/, "");
    expect(convert(text)).toBe(output.replace(/\n$/, ""));
    expect(convert(text.replaceAll("\n", "\r\n"))).toBe(output.replace(/\n$/, ""));
  });
});

describe("what is said of a text", () => {
  it.each([
    ["One", 1],
    ["", 1],
    ["<!--nextpage-->One", 1],
    ["One<!--nextpage-->Two\n<!--nextpage-->\nThree", 3],
    ["One <!-- nextpage --> Two", 1],
  ])("counts the pages of %j", (text, pages) => {
    expect(countPages(text)).toBe(pages);
    expect(toHtml(text, context).pages).toBe(pages);
  });

  it("names the line of each finding, in the order of the text", () => {
    const { findings } = toHtml('One\n\n[acme id="1"]\r\n\r\n[gallery ids="99"]\n[acme id="2"]', context);
    expect(findings).toEqual([
      {
        kind: "shortcode",
        found: '[acme id="1"]',
        line: 3,
        outcome: "kept as text",
        note: expect.stringMatching(/The first of 2\.$/),
      },
      {
        kind: "shortcode",
        found: '[gallery ids="99"]',
        line: 5,
        outcome: "dropped",
        note: "1 of its 1 pictures is not in the export.",
      },
    ]);
  });

  it("says in which line blocks and pictures stand", () => {
    const { html } = toHtml(
      'One\n\n<h2>Two</h2>\n<img src="/a.jpg">\n\n[caption]<img src="/b.jpg"> B[/caption]',
      context,
    );
    expect(html.match(/<[a-z\d]+ data-line="\d+"/g)).toEqual([
      '<p data-line="1"',
      '<h2 data-line="3"',
      '<p data-line="4"',
      '<img data-line="4"',
      '<figure data-line="6"',
    ]);
  });

  it("reports footnotes that cannot be read", () => {
    const { findings } = toHtml("One", { ...context, footnotes: "[{" });
    expect(findings).toEqual([
      { kind: "meta", found: "[{", line: 1, outcome: "dropped", note: "The footnotes cannot be read." },
    ]);
  });

  it("cuts what was found to one short line", () => {
    const [finding] = toHtml(`[acme\nwords="${"tea ".repeat(200)}"]`, context).findings;
    expect(finding?.found).toMatch(/^\[acme words="tea tea .*…$/);
    expect(finding?.found).toHaveLength(160);
  });

  it("keeps a gallery of another post as text", () => {
    expect(convert('[gallery id="12"]', { ...context, attached: [] })).toBe(
      '<p>[gallery id="12"]</p>\n! 1 shortcode kept as text: [gallery id="12"]',
    );
  });

  it("takes reusable blocks in only as far as there is room", () => {
    const long = { ...context, blockOf: () => "x".repeat(900_000) };
    const { html } = toHtml('<!-- wp:block {"ref":1} /-->'.repeat(5), long);
    expect(html.match(/x+/g)).toHaveLength(2);
  });
});
