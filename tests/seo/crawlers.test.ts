import { describe, expect, test } from "vitest";
import { toManifest } from "../../src/seo/manifest.ts";
import { toRobotsTxt } from "../../src/seo/robots.ts";
import { toSitemapFiles, toSitemapXml } from "../../src/seo/sitemap.ts";
import { toPermalink } from "../../src/lib/permalink.ts";
import * as sample from "../feeds/sample-blog.ts";
import { parseXml } from "../feeds/xml-tree.ts";

const site = sample.sampleSite({ basePath: "/blog", url: "https://example.org/blog/" });
const updated = sample.time("2026-03-02T09:00:00");

function locations(xml: string): string[] {
  const { children } = parseXml(xml);
  return children.map((element) => element.children.map((child) => child.text).join(" "));
}

describe("the sitemap", () => {
  test("lists home, lists, posts and pages, with the times that are known", () => {
    const parent = sample.sampleTerm("categories", "A & B");
    const child = sample.sampleTerm("categories", "A & B", "C");
    const tag = sample.sampleTerm("tags", "你好");
    const author = sample.sampleAuthor("Ada");
    const month = { url: toPermalink("archive", "2026", "03"), year: 2026, month: 3, posts: [] };
    const blog = sample.sampleBlog({
      site,
      posts: [sample.samplePost("a"), sample.samplePost("b", { updated })],
      pages: [sample.samplePage("about"), sample.samplePage("imprint", { date: updated })],
      categories: [sample.sampleArchive(parent, [], [sample.sampleArchive(child, [])])],
      tags: [sample.sampleArchive(tag, [])],
      authors: [{ url: author.permalink, author, posts: [] }],
      years: [{ url: toPermalink("archive", "2026"), year: 2026, posts: [], months: [month] }],
    });
    const [file, ...others] = toSitemapFiles(blog);
    expect(others).toEqual([]);
    expect(file?.permalink).toBe("/sitemap.xml");
    expect(locations(file ? toSitemapXml(file) : "").map((it) => it.replace("https://example.org/blog", ""))).toEqual([
      "/",
      "/categories/",
      "/categories/a-b/",
      "/categories/a-b/c/",
      "/tags/",
      "/tags/%E4%BD%A0%E5%A5%BD/",
      "/authors/",
      "/authors/ada/",
      "/archive/",
      "/archive/2026/",
      "/archive/2026/03/",
      "/posts/a/ 2026-03-01T09:00:00Z",
      "/posts/b/ 2026-03-02T09:00:00Z",
      "/about/",
      "/imprint/ 2026-03-02T09:00:00Z",
    ]);
  });

  test("leaves out what is not to be found", () => {
    const blog = sample.sampleBlog({
      posts: [sample.samplePost("a", { noindex: true }), sample.samplePost("b", { status: "draft" })],
      pages: [sample.samplePage("c", { noindex: true }), sample.samplePage("d", { draft: true })],
    });
    const [file] = toSitemapFiles(blog);
    expect(file?.elements).toEqual(["<url><loc>https://example.org/</loc></url>"]);
  });

  test.each([
    ["addresses", { urls: 4, bytes: 1_000_000 }],
    ["bytes", { urls: 50_000, bytes: 600 }],
  ])("becomes an index when there are too many %s", (_, limits) => {
    const posts = Array.from({ length: 9 }, (_item, index) => sample.samplePost(`p${index}`));
    const [index, ...parts] = toSitemapFiles(sample.sampleBlog({ posts }), limits);
    expect(index).toMatchObject({ permalink: "/sitemap.xml", kind: "sitemapindex" });
    expect(parts.map((part) => part.permalink)).toEqual(parts.map((_part, at) => `/sitemap-${at + 2}.xml`));
    expect(locations(index ? toSitemapXml(index) : "")).toEqual(
      parts.map((part) => `https://example.org${part.permalink}`),
    );
    const texts = parts.map(toSitemapXml);
    expect(texts.flatMap(locations)).toHaveLength(10);
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(limits.bytes);
    for (const text of texts) expect(locations(text).length).toBeLessThanOrEqual(limits.urls);
  });
});

test("robots.txt allows everything and names the sitemap", () => {
  expect(toRobotsTxt(site)).toBe("User-agent: *\nAllow: /\n\nSitemap: https://example.org/blog/sitemap.xml\n");
});

test("the manifest names no colour where none can be read", () => {
  expect(toManifest(site, undefined)).not.toContain("color");
});

test("the manifest stays inside the base path", () => {
  expect(JSON.parse(toManifest(site, { light: "#fff", dark: "#000" }))).toMatchObject({
    name: "Café Table",
    lang: "en",
    start_url: "/blog/",
    scope: "/blog/",
    background_color: "#fff",
    theme_color: "#fff",
    icons: [
      { src: "/blog/icons/icon-192.png", sizes: "192x192" },
      { src: "/blog/icons/icon-512.png", sizes: "512x512" },
      { src: "/blog/icons/icon-maskable-512.png", purpose: "maskable" },
    ],
  });
});
