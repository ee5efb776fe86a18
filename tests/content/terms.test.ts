import { describe, expect, test } from "vitest";
import type { TermArchive } from "../../src/content/blog.ts";
import { toLineage } from "../../src/content/term.ts";
import { build, post } from "./model.ts";

const tagged = (...tags: readonly string[]): string => post(`tags: ${JSON.stringify(tags)}`);
const filed = (...categories: readonly string[]): string => post(`categories: ${JSON.stringify(categories)}`);
const outline = (archives: readonly TermArchive[]): unknown[] =>
  archives.map(({ term, posts, children }) => [term.name, term.url, posts.length, ...outline(children)]);

describe("names that differ only in case or Unicode form", () => {
  test("are one term, spelled as most posts do, with a warning where it is not", () => {
    const { blog, lines } = build({
      posts: { "a.md": tagged("JavaScript"), "b.md": tagged("tea", "Javascript"), "c.md": tagged("JavaScript") },
    });
    expect(outline(blog.tags)).toEqual([
      ["JavaScript", "/tags/javascript/", 3],
      ["tea", "/tags/tea/", 1],
    ]);
    expect(lines).toEqual([
      'posts/b.md:4:14: warning: tag "Javascript" differs from "JavaScript" (used in 2 posts). Write `JavaScript`.',
    ]);
  });

  test("are counted by posts, not by mentions", () => {
    const { lines } = build({ posts: { "a.md": tagged("Tea", "Tea", "Tea"), "b.md": tagged("tea") } });
    expect(lines).toEqual(['posts/b.md:4:8: warning: tag "tea" differs from "Tea" (used in 1 post). Write `Tea`.']);
  });

  test("have their place behind empty items too", () => {
    const posts = { "a.md": tagged("Tea"), "b.md": tagged("Tea"), "c.md": post("tags:\n  -\n  - ~\n  - TEA") };
    expect(build({ posts }).lines[0]).toMatch(/^posts\/c\.md:7:5: warning: tag "TEA"/);
    expect(build({ posts: { ...posts, "c.md": post("tags: TEA") } }).lines[0]).toMatch(/^posts\/c\.md:4:7: /);
  });

  test.each([
    ["Café", "Cafe\u0301"],
    ["ﬁlm", "film"],
    ["ＡＢＣ", "abc"],
    ["Straße", "STRAßE"],
    ["hot  chocolate", "Hot chocolate"],
  ])("are one term: %j and %j", (one, other) => {
    const { blog } = build({ posts: { "a.md": tagged(one), "b.md": tagged(other) } });
    expect(blog.tags).toHaveLength(1);
  });

  test("that are the same after normalization need no warning", () => {
    expect(build({ posts: { "a.md": tagged("Café"), "b.md": tagged("Cafe\u0301", " Café ") } }).lines).toEqual([]);
  });

  test("are told of for categories at the part that differs", () => {
    const { blog, lines } = build({
      posts: { "a.md": filed("Teams/Remote"), "b.md": filed("Teams/Office"), "c.md": filed("teams / Remote") },
    });
    expect(outline(blog.categories)).toEqual([
      [
        "Teams",
        "/categories/teams/",
        3,
        ["Office", "/categories/teams/office/", 1],
        ["Remote", "/categories/teams/remote/", 2],
      ],
    ]);
    expect(lines).toEqual([
      'posts/c.md:4:14: warning: category "teams" differs from "Teams" (used in 2 posts). Write `Teams/Remote`.',
    ]);
  });

  test("are spelled as in terms.json, or as the default category", () => {
    const { blog, lines } = build({
      posts: { "a.md": post("categories: uncategorized\ntags: css") },
      terms: { tags: { CSS: {} } },
    });
    expect(blog.tags[0]?.term.name).toBe("CSS");
    expect(lines).toEqual([
      'posts/a.md:4:13: warning: category "uncategorized" differs from "Uncategorized" (the default category). Write `Uncategorized`.',
      'posts/a.md:5:7: warning: tag "css" differs from "CSS" (as in `_data/terms.json`). Write `CSS`.',
    ]);
  });

  test("do not depend on the order of files", () => {
    const posts = {
      "a.md": tagged("one"),
      "b.md": tagged("ONE"),
      "c.md": tagged("One", "C++", "C"),
      "d.md": tagged("C#"),
    };
    const reversed = Object.fromEntries(Object.entries(posts).toReversed());
    expect(outline(build({ posts: reversed }).blog.tags)).toEqual(outline(build({ posts }).blog.tags));
  });
});

describe("names that would share an address", () => {
  test("are told apart, with a warning at the first use that names terms.json", () => {
    const { blog, lines } = build({ posts: { "a.md": tagged("C", "C++"), "b.md": tagged("C++", "C#") } });
    expect(outline(blog.tags)).toEqual([
      ["C", "/tags/c/", 1],
      ["C#", "/tags/c-sharp/", 1],
      ["C++", "/tags/c-plus-plus/", 2],
    ]);
    const tell = (name: string, url: string): string =>
      `warning: tag "${name}" would share its address with another tag (it becomes ${url}). Give it a slug in \`_data/terms.json\`: \`"tags": { "${name}": { "slug": "…" } }\`.`;
    expect(lines).toEqual([
      `posts/a.md:4:12: ${tell("C++", "/tags/c-plus-plus/")}`,
      `posts/b.md:4:14: ${tell("C#", "/tags/c-sharp/")}`,
    ]);
  });

  test("are told apart when no symbol does it", () => {
    const { blog } = build({ posts: { "a.md": tagged("a b", "a-b", "a_b", "🎉", "a  b") } });
    expect(new Set(blog.tags.map(({ url }) => url)).size).toBe(4);
  });

  test("are told apart only below one parent", () => {
    const { blog, lines } = build({ posts: { "a.md": filed("Code/C"), "b.md": filed("Notes/C++") } });
    expect(outline(blog.categories)).toMatchObject([
      ["Code", "/categories/code/", 1, ["C", "/categories/code/c/", 1]],
      ["Notes", "/categories/notes/", 1, ["C++", "/categories/notes/c/", 1]],
    ]);
    expect(lines).toEqual([]);
  });

  test("need no warning with slugs of their own", () => {
    const terms = { tags: { "C++": { slug: "cpp" }, "C#": { slug: "csharp" } } };
    const { blog, lines } = build({ posts: { "a.md": tagged("C", "C++", "c#") }, terms });
    expect(blog.tags.map(({ url }) => url)).toEqual(["/tags/c/", "/tags/csharp/", "/tags/cpp/"]);
    expect(lines).toEqual([
      'posts/a.md:4:18: warning: tag "c#" differs from "C#" (as in `_data/terms.json`). Write `C#`.',
    ]);
  });

  test("give way to a slug in terms.json", () => {
    const { blog } = build({ posts: { "a.md": tagged("Tea", "Chai") }, terms: { tags: { Chai: { slug: "tea" } } } });
    expect(outline(blog.tags)).toEqual([
      ["Chai", "/tags/tea/", 1],
      ["Tea", "/tags/tea-2/", 1],
    ]);
  });
});

describe("a category", () => {
  test("lists its descendants' posts, each once", () => {
    const { blog } = build({ posts: { "a.md": filed("A", "A/B", "A/C"), "b.md": filed("A/B/D") } });
    expect(outline(blog.categories)).toEqual([
      [
        "A",
        "/categories/a/",
        2,
        ["B", "/categories/a/b/", 2, ["D", "/categories/a/b/d/", 1]],
        ["C", "/categories/a/c/", 1],
      ],
    ]);
  });

  test("knows its ancestors", () => {
    const { blog } = build({ posts: { "a.md": filed("A/B/C") } });
    const [term] = blog.posts[0]?.categories ?? [];
    expect(term && toLineage(term).map(({ url }) => url)).toEqual([
      "/categories/a/",
      "/categories/a/b/",
      "/categories/a/b/c/",
    ]);
  });

  test("takes slugs and descriptions from terms.json, for itself and in its children's addresses", () => {
    const terms = {
      categories: { Teams: { slug: "t", description: "All of us." }, " teams/Remote  work ": { slug: "remote" } },
    };
    const { blog, lines } = build({ posts: { "a.md": filed("Teams/Remote work") }, terms });
    expect(lines).toEqual([]);
    expect(outline(blog.categories)).toEqual([
      ["Teams", "/categories/t/", 1, ["Remote work", "/categories/t/remote/", 1]],
    ]);
    expect(blog.categories[0]?.term.description).toBe("All of us.");
  });

  test("without posts is no list", () => {
    const { blog } = build({ posts: { "a.md": filed("A") }, terms: { categories: { B: {} } } });
    expect(outline(blog.categories)).toEqual([["A", "/categories/a/", 1]]);
  });
});

test("a tag may hold a slash, and is one name", () => {
  const { blog } = build({ posts: { "a.md": tagged("TCP/IP") }, terms: { tags: { "tcp/ip": { slug: "tcp" } } } });
  expect(blog.tags[0]?.term).toMatchObject({ path: ["tcp/ip"], url: "/tags/tcp/" });
});

test("terms are sorted as the blog's language does", () => {
  const posts = { "a.md": tagged("Zebra", "äpple", "apple", "öl") };
  const names = (language: string) => build({ posts, site: { language } }).blog.tags.map(({ term }) => term.name);
  expect(names("de")).toEqual(["apple", "äpple", "öl", "Zebra"]);
  expect(names("sv")).toEqual(["apple", "Zebra", "äpple", "öl"]);
});
