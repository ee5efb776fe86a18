import { describe, expect, test } from "vitest";
import type { Post } from "../../src/content/post.ts";
import { toEntryId, toFeedId } from "../../src/feeds/feed-id.ts";
import type { FeedSource } from "../../src/feeds/feed-sources.ts";
import { toFeedSources } from "../../src/feeds/feed-sources.ts";
import { toAtom } from "../../src/feeds/to-atom.ts";
import { toFeed } from "../../src/feeds/to-feed.ts";
import { toJsonFeed } from "../../src/feeds/to-json-feed.ts";
import { toPermalink } from "../../src/lib/permalink.ts";
import { validateJsonFeed } from "./json-feed-schema.ts";
import * as sample from "./sample-blog.ts";
import { validateAtom } from "./validate-atom.ts";

const based = sample.sampleSite({ basePath: "/blog", url: "https://example.org/blog/" });

const rich = sample.samplePost("你好", {
  title: 'Tea & "cake" <b>\u0008 \uD800',
  description: "What we had.",
  updated: sample.time("2026-03-02T10:00:00+02:00"),
  date: sample.time("2026-03-01T09:00:00+02:00", "Europe/Berlin"),
  lang: "zh",
  categories: [sample.sampleTerm("categories", "Food", "Tea")],
  tags: [sample.sampleTerm("tags", "C++")],
  authors: [
    sample.sampleAuthor("Ada", { url: "https://ada.example/", avatar: "/ada b.png" }),
    sample.sampleAuthor("Bo", { url: "/about/" }),
  ],
  image: { src: "./tea cup.jpg", alt: "Tea", line: 1, column: 1 },
});

function feedOf(posts: readonly Post[], site = based) {
  const source: FeedSource = { url: toPermalink(), title: site.title, description: site.description, posts };
  const html = '<p>Hi <a href="/blog/about/">us</a> ]]&gt;\u000B</p>';
  const imageOf = (post: Post) => post.image && { src: "/blog/assets/tea cup.jpg" };
  return toFeed(source, { site, blog: sample.sampleBlog(), contentOf: () => sample.sampleRendered(html), imageOf });
}

describe("toFeed", () => {
  test("takes the newest posts by date, pinned or not", () => {
    const day = (number: number, pinned: boolean) =>
      sample.samplePost(`p${number}`, { pinned, date: sample.time(`2026-01-0${number}`) });
    const site = sample.sampleSite({ feedSize: 2 });
    const feed = feedOf([day(1, true), day(3, false), day(2, false)], site);
    expect(feed.entries.map((entry) => entry.title)).toEqual(["Title of p3", "Title of p2"]);
  });

  test("leaves out what is not published", () => {
    expect(feedOf([sample.samplePost("x", { status: "draft" })]).entries).toEqual([]);
  });

  test.each([
    ["epoch for an empty feed", [], "1970-01-01T00:00:00Z"],
    ["newest date", [sample.samplePost("a")], "2026-03-01T09:00:00Z"],
    ["newest update", [sample.samplePost("a"), rich], "2026-03-02T08:00:00Z"],
  ])("updated is the %s", (_, posts, expected) => {
    expect(feedOf(posts).updated).toBe(expected);
  });

  test("an update before the date does not count", () => {
    const [entry] = feedOf([sample.samplePost("a", { updated: sample.time("2020-01-01") })]).entries;
    expect(entry?.updated).toBe("2026-03-01T09:00:00Z");
  });

  test("carries absolute, encoded addresses with the base path", () => {
    const feed = feedOf([rich]);
    expect(feed).toMatchObject({
      homeUrl: "https://example.org/blog/",
      atomUrl: "https://example.org/blog/feed.xml",
      jsonUrl: "https://example.org/blog/feed.json",
    });
    expect(feed.entries[0]).toMatchObject({
      url: "https://example.org/blog/posts/%E4%BD%A0%E5%A5%BD/",
      image: "https://example.org/blog/assets/tea%20cup.jpg",
      authors: [
        { name: "Ada", url: "https://ada.example/", avatar: "https://example.org/blog/ada%20b.png" },
        { name: "Bo", url: "https://example.org/blog/about/" },
      ],
      categories: [
        { term: "Food/Tea", scheme: "https://example.org/blog/categories/", label: "Tea" },
        { term: "C++", scheme: "https://example.org/blog/tags/", label: "C++" },
      ],
    });
    expect(feed.entries[0]?.html).toContain('href="https://example.org/blog/about/"');
  });
});

describe("ids", () => {
  test("are tag URIs that hang on the post's id alone", () => {
    expect(toEntryId("example.org", "你好_1.2")).toBe("tag:example.org,2026:posts/%E4%BD%A0%E5%A5%BD_1.2");
    expect(toFeedId("example.org", toPermalink("tags", "x"))).toBe("tag:example.org,2026:feeds/tags/x/");
  });

  test("tell two blogs on one host apart", () => {
    expect(toEntryId("a.example/blog/", "x")).toBe("tag:a.example,2026:blog/posts/x");
  });

  test("stay when title, date, address and domain change", () => {
    const moved = { title: "New", url: toPermalink("2027", "new"), slug: rich.slug, date: sample.time("2027-01-01") };
    const elsewhere = sample.sampleSite({ origin: "https://new.example", url: "https://new.example/" });
    const [before, after] = [feedOf([rich]), feedOf([{ ...rich, ...moved }], elsewhere)];
    expect(after.entries[0]?.url).not.toBe(before.entries[0]?.url);
    expect(after.entries[0]?.id).toBe(before.entries[0]?.id);
    expect(after.id).toBe(before.id);
  });
});

describe("Atom and JSON Feed", () => {
  const page = { styles: "/a&b/assets/feed.css", note: "This is a <feed>.", link: "Read" };

  test.each([
    ["an empty blog", []],
    ["a plain post", [sample.samplePost("a")]],
    ["several posts", [rich, sample.samplePost("a"), sample.samplePost("b.c_d")]],
  ])("are valid for %s", (_, posts) => {
    expect(validateAtom(toAtom(feedOf(posts), page))).toEqual([]);
    expect(validateJsonFeed(toJsonFeed(feedOf(posts)))).toEqual([]);
  });

  test("Atom escapes markup and leaves out forbidden characters", () => {
    const xml = toAtom(feedOf([rich]), page);
    expect(xml).toContain("<title>Tea &amp; &quot;cake&quot; &lt;b&gt; </title>");
    expect(xml).toContain("]]&amp;gt;&lt;/p&gt;</content>");
  });

  test("Atom is readable in a browser: a style sheet, a note, a link", () => {
    const [declaration, styles, ...rest] = toAtom(feedOf([rich]), page).split("\n");
    expect(declaration).toBe('<?xml version="1.0" encoding="utf-8"?>');
    expect(styles).toBe('<?xml-stylesheet type="text/css" href="/a&amp;b/assets/feed.css"?>');
    expect(rest.join("\n")).toContain(
      '<p xmlns="http://www.w3.org/1999/xhtml">\n<span>This is a &lt;feed&gt;.</span>\n<a href="https://example.org/blog/">Read</a>\n</p>',
    );
  });

  test("Atom says when a post was published as its author's clock did", () => {
    const date = sample.time("2026-10-05", "Europe/Berlin");
    const xml = toAtom(feedOf([sample.samplePost("a", { date })]), page);
    expect(xml).toContain("<published>2026-10-05T00:00:00+02:00</published>\n<updated>2026-10-04T22:00:00Z</updated>");
  });

  test("Atom names the language only of entries in another", () => {
    const xml = toAtom(feedOf([rich, sample.samplePost("a")]), page);
    expect(xml.match(/xml:lang="\w+"/g)).toEqual(['xml:lang="en"', 'xml:lang="zh"']);
  });

  test("JSON Feed leaves out what a post does not have", () => {
    const { items } = JSON.parse(toJsonFeed(feedOf([sample.samplePost("a")])));
    expect(Object.keys(items[0])).toEqual([
      "id",
      "url",
      "title",
      "content_html",
      "date_published",
      "date_modified",
      "authors",
      "language",
    ]);
  });
});

test("the blog, nested categories, tags and authors have feeds", () => {
  const parent = sample.sampleTerm("categories", "A");
  const child = sample.sampleTerm("categories", "A", "B");
  const author = sample.sampleAuthor("Ada");
  const blog = sample.sampleBlog({
    categories: [sample.sampleArchive(parent, [], [sample.sampleArchive(child, [])])],
    tags: [sample.sampleArchive(sample.sampleTerm("tags", "x"), [])],
    authors: [{ url: author.permalink, author, posts: [] }],
  });
  const sources = toFeedSources(blog).map(({ url, title }) => `${url} ${title}`);
  expect(sources).toEqual([
    "/ Café Table",
    "/categories/a/ A · Café Table",
    "/categories/a/b/ A / B · Café Table",
    "/tags/x/ x · Café Table",
    "/authors/ada/ Ada · Café Table",
  ]);
});
