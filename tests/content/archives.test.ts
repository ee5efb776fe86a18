import { describe, expect, test } from "vitest";
import { build, post } from "./model.ts";

const dated = (date: string, keys = ""): string => `---\ntitle: A title\ndate: ${date}\n${keys}\n---\n`;
const ids = (posts: readonly { readonly id: string }[]): string[] => posts.map(({ id }) => id);

describe("posts", () => {
  const posts = {
    "a.md": dated("2026-01-05"),
    "b.md": dated("2026-03-01", "pinned: true"),
    "c.md": dated("2026-01-05"),
    "d.md": dated("2026-06-01 12:00 +0000"),
    "e.md": dated("2026-06-01 12:00:01 +0000"),
    "f.md": dated("2027-01-01"),
    "g.md": dated("2026-02-01", "draft: true"),
    "h.md": dated("2027-01-01", "draft: true"),
  };

  test("are listed newest first, those of one instant by id, pinned ones where their date puts them", () => {
    const { blog } = build({ posts });
    expect(ids(blog.posts)).toEqual(["d", "b", "a", "c"]);
  });

  test("that are drafts or wait for their time stand apart", () => {
    const { blog } = build({ posts });
    expect(ids(blog.drafts)).toEqual(["h", "g"]);
    expect(ids(blog.scheduled)).toEqual(["e", "f"]);
  });

  test("are all listed in a preview", () => {
    const { blog } = build({ posts, preview: true });
    expect(ids(blog.posts)).toEqual(["f", "h", "e", "d", "b", "g", "a", "c"]);
    expect(blog.tags).toEqual([]);
  });

  test("have the older one before and the newer one after them", () => {
    const { blog } = build({ posts });
    expect(blog.neighbours.get("d")).toEqual({ previous: blog.posts[1] });
    expect(blog.neighbours.get("a")).toEqual({ previous: blog.posts[3], next: blog.posts[1] });
    expect(blog.neighbours.get("c")).toEqual({ next: blog.posts[2] });
    expect(blog.neighbours.get("f")).toBeUndefined();
  });

  test("of a series are read oldest first", () => {
    const { blog } = build({
      posts: {
        "a.md": dated("2026-03-01", "series: Tea"),
        "b.md": dated("2026-01-01", "series: Tea"),
        "c.md": dated("2026-02-01"),
      },
    });
    expect(ids(blog.series.get("Tea")?.posts ?? [])).toEqual(["b", "a"]);
    expect(blog.series.size).toBe(1);
  });

  test("of a series and one day are read in the order of their files, as people count", () => {
    const { blog } = build({
      posts: {
        "tea-10.md": dated("2026-01-05", "series: Tea"),
        "tea-2.md": dated("2026-01-05", "series: Tea\nid: zest"),
        "tea-1.md": dated("2026-01-05", "series: Tea"),
        "tea-0.md": dated("2026-01-06", "series: Tea"),
      },
    });
    expect(ids(blog.series.get("Tea")?.posts ?? [])).toEqual(["tea-1", "zest", "tea-10", "tea-0"]);
  });
});

describe("the archive", () => {
  const posts = {
    "a.md": dated("2025-12-31 23:30 +0000"),
    "b.md": dated("2026-01-01 00:30 +0000"),
    "c.md": dated("2026-03-05"),
  };

  test.each([
    [
      "UTC",
      [
        ["/archive/2026/", ["c", "b"], ["/archive/2026/03/", "/archive/2026/01/"]],
        ["/archive/2025/", ["a"], ["/archive/2025/12/"]],
      ],
    ],
    ["Asia/Tokyo", [["/archive/2026/", ["c", "b", "a"], ["/archive/2026/03/", "/archive/2026/01/"]]]],
    [
      "America/New_York",
      [
        ["/archive/2026/", ["c"], ["/archive/2026/03/"]],
        ["/archive/2025/", ["b", "a"], ["/archive/2025/12/"]],
      ],
    ],
  ])("counts years and months in %s", (timezone, expected) => {
    const { blog } = build({ posts, site: { timezone } });
    expect(blog.years.map(({ url, posts: own, months }) => [url, ids(own), months.map((month) => month.url)])).toEqual(
      expected,
    );
  });
});

describe("a permalink", () => {
  const url = (permalink: string, keys = "", date = "2026-01-05 23:30 -0500") => {
    const sources = { "Tea Time.md": dated(date, keys) };
    return build({ posts: sources, site: { permalink, timezone: "America/New_York" } }).blog.posts[0]?.url;
  };

  test.each([
    ["/posts/:slug/", "", "/posts/tea-time/"],
    ["/:year/:month/:day/:slug/", "", "/2026/01/05/tea-time/"],
    ["/:category/:slug/", "categories: [A/B, C]", "/a/b/tea-time/"],
    ["/:category/:slug/", "", "/uncategorized/tea-time/"],
    ["/:year/:slug.html", "slug: chai", "/2026/chai.html"],
    ["/café/:slug/", "", "/café/tea-time/"],
    ["/cafe\u0301/:slug-:slug/", "", "/café/tea-time-tea-time/"],
  ])("of the pattern %s is made of the post", (permalink, keys, expected) =>
    expect(url(permalink, keys)).toBe(expected),
  );

  test.each(["/:slug-:slug/", "/:slug-:slug.html"])("of %s fits on a disk", (pattern) => {
    const made = url(pattern, `slug: ${"x".repeat(190)}`) ?? "";
    expect(Math.max(...made.split("/").map((segment) => segment.length))).toBeLessThanOrEqual(245);
    expect(made.endsWith(".html")).toBe(pattern.endsWith(".html"));
  });

  test("has the year in four figures", () => expect(url("/:year/:slug/", "", "0999-01-01")).toBe("/0999/tea-time/"));
});

test("an entry of a wrong kind never stands in the blog", () => {
  const { blog } = build({ posts: { "a.md": post("draft: [x]") }, pages: { "b.md": "---\nslug: b\n---\n" } });
  expect([...blog.posts, ...blog.drafts, ...blog.pages]).toEqual([]);
});
