import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openExport } from "../../../src/importers/wordpress/reader/open-export.ts";
import type { WxrSite } from "../../../src/importers/wordpress/wxr.ts";
import { findCorpus } from "../../support/corpora.ts";

type Manifest = Record<string, Record<string, unknown>>;

const corpus = findCorpus("wordpress");
const names = ["small-export.xml", "themeunittestdata.wordpress.xml", "valid-wxr-1.0.xml"];

test.skipIf(corpus === undefined).each(names)("%s is read as its manifest says", async (name) => {
  const folder = corpus ?? "";
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const expected = manifest[name] ?? {};
  const source = await openExport([join(folder, name)]);
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const sites: WxrSite[] = [];
  let bytes = 0;
  for await (const part of source.parts((done) => (bytes = done))) {
    if (part.kind === "site") sites.push(part.site);
    if (part.kind === "author") add("author");
    if (part.kind === "term") add(`term ${part.term.taxonomy}`);
    if (part.kind === "term" && part.term.taxonomy === "category" && part.term.parent !== "") add("parents");
    if (part.kind !== "item") continue;
    const { item } = part;
    add(`item ${item.type}/${item.status}`);
    if (item.hasPassword) add("password");
    if (item.isSticky) add("sticky");
    if (item.dateGmt.startsWith("0000")) add("gmt_zero");
    for (const { type, approved } of item.comments) add(`comment ${type || "(empty)"}/${approved}`);
    for (const { parent } of item.comments) if (parent !== "0") add("replies");
    for (const { domain } of item.terms) add(`domain ${domain || "(none)"}`);
    for (const { key } of item.metas) add(`meta ${key}`);
  }
  expect(sites).toEqual([
    expect.objectContaining({
      version: expected.wxr_version,
      language: expected.language,
      link: expected.link,
      baseSiteUrl: expected.base_site_url,
      baseBlogUrl: expected.base_blog_url,
    }),
  ]);
  const found = (prefix: string) =>
    Object.fromEntries(
      [...counts].flatMap(([key, count]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), count]] : [])),
    );
  const items = Object.entries(expected.items_by_type_status as Record<string, Record<string, number>>);
  expect(found("item ")).toEqual(
    Object.fromEntries(
      items.flatMap(([type, statuses]) => Object.entries(statuses).map(([status, n]) => [`${type}/${status}`, n])),
    ),
  );
  expect(found("comment ")).toEqual(expected.comments_by_type_approved);
  expect(found("domain ")).toEqual(expected.item_category_domains);
  const byTaxonomy = (expected.terms_by_taxonomy ?? {}) as Record<string, number>;
  expect(found("term ")).toEqual({
    ...byTaxonomy,
    category: Number(expected.categories) + (byTaxonomy.category ?? 0),
    post_tag: expected.tags,
  });
  const numbers = {
    authors: "author",
    comment_replies: "replies",
    categories_with_parent: "parents",
    password: "password",
    sticky: "sticky",
    gmt_zero: "gmt_zero",
    old_slug_metas: "meta _wp_old_slug",
    thumbnail_metas: "meta _thumbnail_id",
    image_alt_metas: "meta _wp_attachment_image_alt",
  };
  for (const [key, count] of Object.entries(numbers))
    expect([key, counts.get(count) ?? 0]).toEqual([key, expected[key]]);
  expect([source.totalBytes, bytes]).toEqual([expected.bytes, expected.bytes]);
});

test.skipIf(corpus === undefined)(
  "what lies between elements of the theme test data is left out and named",
  async () => {
    const source = await openExport([join(corpus ?? "", "themeunittestdata.wordpress.xml")]);
    for await (const _ of source.parts());
    expect(source.repairs()).toEqual([
      expect.objectContaining({
        kind: "source",
        outcome: "repaired",
        line: 9758,
        found: expect.stringContaining("between the elements"),
      }),
    ]);
  },
);
