import { describe, expect, test } from "vitest";
import type { Translations } from "../../src/content/blog.ts";
import { toPostHead, toStandingPageHead } from "../../src/seo/head.ts";
import { toSitemapFiles, toSitemapXml } from "../../src/seo/sitemap.ts";
import * as sample from "../feeds/sample-blog.ts";
import { parseXml } from "../feeds/xml-tree.ts";

const site = sample.sampleSite({ basePath: "/blog", url: "https://example.org/blog/" });
const rendered = sample.sampleRendered("<p>Words.</p>");
const original = sample.samplePost("café", { lang: "en" });
const german = sample.samplePost("kaffee", { lang: "de-AT" });
const japanese = sample.samplePost("珈琲", { lang: "ja" });
const translations: Translations = { original, entries: [original, german, japanese] };
const all = [
  "en https://example.org/blog/posts/caf%C3%A9/",
  "de-AT https://example.org/blog/posts/kaffee/",
  "ja https://example.org/blog/posts/%E7%8F%88%E7%90%B2/",
  "x-default https://example.org/blog/posts/caf%C3%A9/",
];

const alternatesOf = (post: typeof original, group: Translations | undefined = translations): string[] =>
  toPostHead({ site, post, rendered, translations: group }).links.flatMap(({ rel, hreflang, href }) =>
    hreflang === undefined ? [] : [`${rel} ${hreflang} ${href}`],
  );

describe("the head of a translated post", () => {
  test("names itself, all others, and the original for everybody else, whichever it is", () => {
    for (const post of [original, german, japanese]) {
      expect(alternatesOf(post)).toEqual(all.map((line) => `alternate ${line}`));
    }
  });

  test("names no default where the original is not to be seen", () => {
    expect(alternatesOf(german, { entries: [german, japanese] })).toHaveLength(2);
  });

  test("leaves out what search engines may not find, and says nothing when that is the post itself", () => {
    const hidden = { ...japanese, noindex: true };
    const group = { original, entries: [original, german, hidden] };
    expect(alternatesOf(german, group)).toHaveLength(3);
    expect(alternatesOf(hidden, group)).toEqual([]);
    expect(alternatesOf(original, { original, entries: [original, hidden] })).toEqual([]);
    expect(toPostHead({ site, post: original, rendered }).links.filter(({ hreflang }) => hreflang)).toEqual([]);
  });

  test("says only language, script and region", () => {
    const arabic = sample.samplePost("قهوة", { lang: "ar-EG-u-nu-arab" });
    expect(alternatesOf(arabic, { original, entries: [original, arabic] })[1]).toMatch(/^alternate ar-EG https/);
  });

  test("tells social networks of the other languages", () => {
    const { metas } = toPostHead({ site, post: german, rendered, translations });
    const locales = metas.flatMap((tag) =>
      "property" in tag && tag.property.includes("locale") ? [Object.values(tag).join(" ")] : [],
    );
    expect(locales).toEqual(["og:locale de_AT", "og:locale:alternate en_US", "og:locale:alternate ja_JP"]);
  });

  test("is the same on a standing page", () => {
    const page = sample.samplePage("about");
    const group = { original: page, entries: [page, german] };
    const { links, metas } = toStandingPageHead({ site, page, rendered, translations: group });
    expect(links.filter(({ hreflang }) => hreflang !== undefined)).toHaveLength(3);
    expect(JSON.stringify(metas)).toContain("de_AT");
  });
});

describe("the sitemap", () => {
  const lone = sample.samplePost("alone");

  test("names the translations of each address that has any", () => {
    const blog = sample.sampleBlog({
      site,
      posts: [original, german, japanese, lone],
      translations: new Map([original, german, japanese].map(({ id }) => [id, translations])),
    });
    const xml = toSitemapFiles(blog).map(toSitemapXml).join("");
    const links = parseXml(xml).children.map(({ children }) =>
      children.flatMap(({ name, attributes }) =>
        name === "link" ? [`${attributes.get("hreflang")} ${attributes.get("href")}`] : [],
      ),
    );
    expect(links.filter((own) => own.length > 0)).toEqual([all, all, all]);
    expect(xml).toContain('xmlns:xhtml="http://www.w3.org/1999/xhtml"');
  });

  test("says nothing of translations where there are none", () => {
    const xml = toSitemapFiles(sample.sampleBlog({ site, posts: [lone] }))
      .map(toSitemapXml)
      .join("");
    expect(xml).not.toContain("xhtml");
  });
});
