import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { planBlog } from "../../../src/importers/wordpress/plan/plan-blog.ts";
import { surveyExport } from "../../../src/importers/wordpress/plan/survey.ts";
import type { WxrItem } from "../../../src/importers/wordpress/wxr.ts";
import { importBlog } from "./import-blog.ts";
import { makeExport, makeItem } from "./make-item.ts";

const folder = mkdtempSync(join(tmpdir(), "klatsch-small-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Values = {
  readonly id: number;
  readonly type?: string;
  readonly status?: string;
  readonly content: string;
  readonly file?: string;
  readonly parent?: number;
};

const toItem = ({ id, type = "post", status = "publish", content, file = "", parent = 0 }: Values): string =>
  `<item><title>Item ${id}</title><link>https://old.example/item-${id}/</link><dc:creator>ada</dc:creator>
<content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>${id}</wp:post_id>
<wp:post_date>2012-05-01 09:30:00</wp:post_date><wp:post_date_gmt>2012-05-01 09:30:00</wp:post_date_gmt>
<wp:post_name>item-${id}</wp:post_name><wp:status>${status}</wp:status><wp:post_parent>${parent}</wp:post_parent>
<wp:post_type>${type}</wp:post_type><wp:attachment_url>${file}</wp:attachment_url></item>`;

const toExport = (items: readonly Values[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old</title><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://old.example</wp:base_blog_url>${items.map(toItem).join("\n")}</channel></rss>`;

it("texts hold the reusable blocks that they refer to, and follow them when those change", async () => {
  const file = join(folder, "export.xml");
  const into = join(folder, "blog");
  const run = (shared: string) => {
    const content = '<!-- wp:paragraph --><p>Hello</p><!-- /wp:paragraph -->\n<!-- wp:block {"ref":7} /-->';
    const hidden = '<p>Before</p>\n<!-- wp:block {"ref":8} /-->';
    const items = [
      { id: 1, content },
      { id: 2, content: hidden },
      { id: 7, type: "wp_block", content: `<!-- wp:paragraph --><p>${shared}</p><!-- /wp:paragraph -->` },
      { id: 8, type: "wp_block", status: "private", content: "<p>kumquat</p>" },
    ];
    writeFileSync(file, toExport(items));
    return importBlog([file], into);
  };
  const textOf = (id: number) => readFileSync(join(into, `posts/2012/item-${id}.md`), "utf8");
  expect((await run("Opening hours: nine to five")).mismatches).toEqual([]);
  expect(textOf(1)).toContain("Hello\n\nOpening hours: nine to five\n");
  expect(textOf(2)).not.toContain("kumquat");
  await run("Opening hours: ten to six");
  expect(textOf(1)).toContain("Hello\n\nOpening hours: ten to six\n");
});

it("a hidden copy hides a block, and too much text is left out and told", async () => {
  const block = (id: string, content: string, values: Partial<WxrItem> = {}) =>
    makeItem({ id, type: "wp_block", content, ...values });
  const survey = await surveyExport(
    makeExport([
      block("1", "a"),
      block("1", "kumquat", { status: "private" }),
      block("2", "b".repeat(200_001)),
      ...Array.from({ length: 6 }, (_, index) => block(`1${index}`, "c".repeat(200_000))),
      block("3", ""),
    ]),
  );
  const { blocks, findings } = planBlog(survey, {});
  const lengths = [...blocks].map(([id, { length }]) => [id, length]);
  expect(Object.fromEntries(lengths)).toMatchObject({ 1: 0, 2: 0, 10: 200_000, 13: 200_000, 14: 0, 15: 0, 3: 0 });
  expect(findings).toMatchObject([{ kind: "block", found: "wp_block 2, 14, 15", outcome: "dropped" }]);
});

it("a picture that led to its own page or file leads nowhere", async () => {
  const file = join(folder, "pictures.xml");
  const into = join(folder, "pictures");
  const uploads = "https://old.example/wp-content/uploads/2012/05";
  const toLink = (href: string) => `<a href="${href}"><img src="${uploads}/pic-300x200.jpg" alt="Pic"></a>`;
  const items = [
    {
      id: 1,
      content: [`${uploads}/pic.jpg`, "/?attachment_id=9", "/?attachment_id=10", "/?p=1"].map(toLink).join("\n\n"),
    },
    { id: 9, type: "attachment", status: "inherit", content: "", file: `${uploads}/pic.jpg` },
    { id: 10, type: "attachment", status: "inherit", parent: 1, content: "", file: `${uploads}/pic.jpg` },
  ];
  writeFileSync(file, toExport(items));
  await importBlog([file], into);
  const [, body = ""] = readFileSync(join(into, "posts/2012/item-1.md"), "utf8").split("\n---\n");
  const lines = body.trim().split("\n\n");
  expect(lines).toEqual([
    `![Pic](${uploads}/pic.jpg)`,
    `![Pic](${uploads}/pic.jpg)`,
    // Nothing was there to copy, so that the address stays as it was written.
    `![Pic](${uploads}/pic-300x200.jpg)`,
    `[![Pic](${uploads}/pic-300x200.jpg)](/item-1/)`,
  ]);
});
