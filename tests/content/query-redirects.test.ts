import { describe, expect, test } from "vitest";
import { toQueryKey } from "../../src/content/query-address.ts";
import { isOutOfReach, planQueries, toQueryMaps, toQueryRedirects } from "../../src/content/query-redirects.ts";
import { asPermalink } from "../../src/lib/permalink.ts";
import { build, post } from "./model.ts";

test.each([
  ["/?p=12", "?p=12"],
  ["/index.php?p=12", "?p=12"],
  ["/index.html?p=12", "?p=12"],
  ["/old/?p=12", "/old?p=12"],
  ["/old/index.php?p=12", "/old?p=12"],
  ["/story.php?id=5", "/story.php?id=5"],
  ["/?feed=rss2&cat=3", "?cat=3&feed=rss2"],
  ["/?cat=3&cat=4", "?cat=3"],
  ["/?tag=caf%C3%A9+cr%C3%A8me", "?tag=caf%C3%A9+cr%C3%A8me"],
  ["/?tag=café%20crème", "?tag=caf%C3%A9+cr%C3%A8me"],
  ["/?12", "?12="],
])("%s is known as %s", (address, key) => expect(toQueryKey(asPermalink(address))).toBe(key));

const hrefsOf = (sources: Parameters<typeof build>[0]) => {
  const { blog } = build(sources);
  const maps = toQueryMaps(blog, toQueryRedirects(blog));
  return Object.fromEntries(maps.flatMap(({ hrefs }) => [...hrefs]));
};

describe("old addresses with a query", () => {
  test("are the aliases of posts and pages, and lines of redirects.json", () => {
    const sources = {
      posts: { "a.md": post("aliases: ['/?p=1', /old/]") },
      pages: { "about.md": "---\ntitle: About\naliases: '/?page_id=2'\n---\n" },
      redirects: { "/?cat=3": "/categories/", "/?feed=rss2&cat=3": "/feed.xml", "/feed/": "/feed.xml" },
      site: { url: "https://tea.example/blog/" },
    };
    expect(hrefsOf(sources)).toEqual({
      "?p=1": "/blog/posts/a/",
      "?page_id=2": "/blog/about/",
      "?cat=3": "/blog/categories/",
      "?cat=3&feed=rss2": "/blog/feed.xml",
    });
  });

  test("of drafts lead nowhere yet, and an alias goes before a line", () => {
    const posts = { "a.md": post("aliases: '/?p=1'"), "b.md": post("aliases: '/?p=2'\ndraft: true") };
    expect(hrefsOf({ posts, redirects: { "/index.php?p=1": "/archive/" } })).toEqual({ "?p=1": "/posts/a/" });
  });

  test("are none on a blog without them, and no file is made", () => {
    const { blog } = build({ posts: { "a.md": post("aliases: /old/") }, redirects: { "/feed/": "/feed.xml" } });
    expect(planQueries(toQueryRedirects(blog))).toBeUndefined();
    expect(toQueryMaps(blog, toQueryRedirects(blog))).toEqual([]);
  });

  test("have the parameter of most of them first", () => {
    const redirects = { "/?cat=3": "/", "/?p=1": "/", "/?p=2": "/", "/?attachment_id=3": "/" };
    const { blog } = build({ redirects });
    expect(planQueries(toQueryRedirects(blog))?.names).toEqual(["p", "attachment_id", "cat"]);
  });

  test("of 20,000 posts are 64 maps of some 15 kB", () => {
    const redirects = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, id) => [`/?p=${id}`, `/posts/the-title-of-post-${id}/`]),
    );
    const { blog } = build({ redirects });
    const maps = toQueryMaps(blog, toQueryRedirects(blog));
    const sizes = maps.map(({ hrefs }) => JSON.stringify(Object.fromEntries(hrefs)).length);
    expect(maps.map(({ permalink }) => permalink).slice(0, 2)).toEqual([
      "/assets/old-addresses-1-of-64.json",
      "/assets/old-addresses-2-of-64.json",
    ]);
    expect(maps).toHaveLength(64);
    expect(Math.max(...sizes)).toBeLessThan(20_000);
    expect(maps.reduce((sum, { hrefs }) => sum + hrefs.size, 0)).toBe(20_000);
  });
});

test.each([
  ["/?p=12", false],
  ["/index.php?p=12", false],
  ["/story.php?id=5", false],
  ["/tags/?p=1", true],
  ["/tags?p=1", true],
  ["/tags/index.php?p=1", true],
  ["/paper.html?p=1", true],
])("whether only a host can answer %s: %s", (address, expected) => {
  const files = new Set(["index.html", "tags/index.html", "paper.html"]);
  expect(isOutOfReach(asPermalink(address), (path) => files.has(path))).toBe(expected);
});
