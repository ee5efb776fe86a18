import { describe, expect, it } from "vitest";
import { render, toPlaces } from "./markdown-context.ts";

const words = "word ".repeat(200);

describe("the first image", () => {
  it.each([
    ["is hurried near the top", "Text.\n\n![a](a.png)", 'fetchpriority="high"'],
    ["is hurried near the top in HTML", '<p>Text.</p>\n<img src="a.png" alt="a">', 'fetchpriority="high"'],
    ["is hurried before a long text in the same HTML", `<div><img src="a.png" alt="a">${words}</div>`, "fetchpriority"],
    ["is loaded at once further down", `${words}\n\n![a](a.png)`, 'height="600" decoding="async"'],
    ["is loaded at once after code", `\`\`\`\n${words}\n\`\`\`\n\n![a](a.png)`, 'height="600" decoding="async"'],
    ["is loaded at once further down in HTML", `<p>${words}</p>\n<img src="a.png" alt="a">`, '600" decoding'],
    ["is the first that is there", "![a](gone.png)\n\nText.\n\n![b](b.png)", 'alt="b" width="800" height="600" fetch'],
  ])("%s", async (_name, text, html) => {
    expect((await render(text)).html).toContain(html);
  });

  it("is one", async () => {
    const { html } = await render(`${words}\n\n![a](a.png)\n\n<img src="b.png" alt="b">\n\n![c](c.png) d`);
    expect(html.match(/<img/g)).toHaveLength(3);
    expect(html.match(/loading="lazy"/g)).toHaveLength(2);
    expect(html).not.toContain("fetchpriority");
  });
});

describe("an excerpt", () => {
  const text = '![a](photo.jpg) ![b](photo.jpg)\n\n<img src="photo.jpg" alt="c">\n\n<!-- more -->\n\nMore.';

  it("stands on other pages: its images wait, and lead to the post and not to themselves", async () => {
    const { html, excerptHtml = "" } = await render(text);
    expect(html.match(/class="zoom"/g)).toHaveLength(3);
    expect(excerptHtml).not.toContain("zoom");
    expect(excerptHtml).not.toContain("fetchpriority");
    expect(excerptHtml.match(/loading="lazy"/g)).toHaveLength(3);
    expect(excerptHtml.match(/<picture>/g)).toHaveLength(3);
  });
});

describe("the style sheet of images", () => {
  it.each<[string, string, string[], string[]]>([
    ["for one that may be enlarged", "![a](photo.jpg)\n\n<!-- more -->", ["images"], []],
    ["for one in HTML that may be enlarged", '<img src="photo.jpg" alt="a">', ["images"], []],
    ["for a gallery", "![a](a.png) ![b](b.png)\n\n<!-- more -->", ["images"], ["images"]],
    ["for no other figure", "![a](a.png 'b')", [], []],
    ["for none in a text", "a ![b](photo.jpg)", [], []],
  ])("is sent %s", async (_name, text, parts, excerptParts) => {
    const rendered = await render(text);
    expect([rendered.parts, rendered.excerptParts]).toEqual([parts, excerptParts]);
  });
});

describe("a caption", () => {
  it("is no first paragraph, but text that is read", async () => {
    const { firstParagraph, words: count } = await render("![a](a.png)\n*One two*\n\nThree four five.");
    expect([firstParagraph, count]).toEqual(["Three four five.", 5]);
  });

  it("has its links resolved, and its problems where they stand", async () => {
    expect(toPlaces(await render("![a](a.png)\n*See [b](gone.md)*"))).toEqual(["link-missing@2:10"]);
    expect(toPlaces(await render("![a](a.png)\n\n*See [b](gone.md)*"))).toEqual(["link-missing@3:10"]);
  });
});

it("an image on another host is told of where it stands", async () => {
  const text = "![a](a.png)\n\n![b](b.png)\n\n![c](https://elsewhere.example/c.png)";
  expect(toPlaces(await render(text))).toEqual(["image-remote@5:6"]);
});
