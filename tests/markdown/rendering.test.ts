import { describe, expect, it } from "vitest";
import { render } from "./markdown-context.ts";

describe("headings", () => {
  it("are listed with levels, ids and text", async () => {
    const { headings } = await render("# A *b*\n\n## C `d`\n\n> ### E[^1]\n\n[^1]: f");
    expect(headings).toEqual([
      { level: 2, id: "a-b", text: "A b", line: 1 },
      { level: 3, id: "c-d", text: "C d", line: 3 },
      { level: 4, id: "e", text: "E", line: 5 },
    ]);
  });

  it("leave the page's own ids alone", async () => {
    const { headings } = await render("## Comments\n\n## Comments", { reservedIds: ["comments", "comments-1"] });
    expect(headings.map((heading) => heading.id)).toEqual(["comments-2", "comments-3"]);
  });

  it("cannot take the id of a footnote", async () => {
    const { html } = await render("## fn-hello-1\n\na[^1]\n\n[^1]: b");
    expect(html.match(/ id="([^"]+)"/g)).toEqual([' id="h-fn-hello-1"', ' id="fnref-hello-1"', ' id="fn-hello-1"']);
  });
});

describe("footnotes", () => {
  it("of several texts on one page have different ids", async () => {
    const ids = await Promise.all(
      ["a.b", "a-b", "你好"].map(async (documentId) => {
        const { html } = await render("a[^1]\n\n[^1]: b", { documentId });
        return / id="(fn-[^"]+)"/.exec(html)?.[1];
      }),
    );
    expect(ids).toEqual(["fn-a_2eb-1", "fn-a-b-1", "fn-你好-1"]);
  });
});

describe("one parser for all posts", () => {
  it("keeps nothing from one text to the next", async () => {
    await render("# A\n\n[b]: b.md\n\n[^1]: c\n\nd[^1] <b>e ![f](f.png)", { language: "de" });
    const { html, headings, problems } = await render('## A\n\n[b] "c" ![d](d.png)');
    expect(html).toContain('<h2 id="a">A</h2>');
    expect(html).toContain(
      '<p>[b] “c” <img src="d.png" alt="d" width="800" height="600" fetchpriority="high" decoding="async"></p>',
    );
    expect(html).not.toContain("footnote");
    expect([headings.length, problems.length]).toEqual([1, 0]);
  });

  it("gives the same text the same output", async () => {
    const text = "# A\n\na[^1] <b>c\n\n```ts\nconst a = 1;\n```\n\n[^1]: d";
    expect(await render(text)).toEqual(await render(text));
  });
});
