import { describe, expect, test } from "vitest";
import { build, post } from "./model.ts";

const lines = (posts: Readonly<Record<string, string>>, pages = {}, site = {}): readonly string[] =>
  build({ posts, pages, site }).lines;

const slug = "Give one of the two another `slug:`.";
const id = "Give the newer of the two another `id:`.";
const alias = "Remove it from one of the two.";

describe("two files", () => {
  test.each([
    ["of one name", "2024/a.md", "a.md"],
    ["of one name but for the date", "2024-01-01-a.md", "a.md"],
    ["of one name but for the kind of file", "a.markdown", "a.md"],
  ])("%s share an address", (_, first, second) => {
    expect(lines({ [first]: post(), [second]: post() })).toEqual([
      `posts/${second}:1:1: the address /posts/a/ is taken (by posts/${first}). ${slug}`,
    ]);
  });

  test("with one slug share an address", () => {
    expect(lines({ "a.md": post("slug: tea"), "b.md": post("slug: tea"), "c.md": post("slug: Tea") })).toEqual([
      `posts/b.md:4:7: the address /posts/tea/ is taken (by posts/a.md). ${slug}`,
      "posts/c.md:4:7: warning: `slug` is not a slug (found Tea); `tea` is used. Write `slug: tea`.",
      `posts/c.md:4:7: the address /posts/tea/ is taken (by posts/a.md). ${slug}`,
    ]);
  });

  test("in two Unicode forms share an address", () => {
    expect(lines({ "café.md": post(), "x/cafe\u0301.md": post() })).toHaveLength(1);
  });

  test("with one id are told apart", () => {
    expect(lines({ "a.md": post(), "b.md": post("id: a") })).toEqual([
      `posts/b.md:4:5: the id "a" is taken (by posts/a.md). ${id}`,
    ]);
  });

  test("may have one slug where the day makes two addresses, but not one id", () => {
    const posts = { "2024/a.md": post(), "2025/a.md": "---\ntitle: One\ndate: 2025-01-01\n---\n" };
    expect(lines(posts, {}, { permalink: "/:year/:slug/" })).toEqual([
      `posts/2025/a.md:1:1: the id "a" is taken (by posts/2024/a.md). ${id}`,
    ]);
  });

  test("may be a post and a page", () => {
    const site = { permalink: "/:slug/" };
    expect(lines({ "a.md": post() }, { "a.md": post() }, site)).toEqual([
      `pages/a.md:1:1: the address /a/ is taken (by posts/a.md). ${slug}`,
    ]);
    expect(lines({ "a.md": post() }, { "a.md": post() })).toEqual([
      `pages/a.md:1:1: the id "a" is taken (by posts/a.md). ${id}`,
    ]);
  });

  test("are compared although one is a draft, or has a mistake elsewhere", () => {
    expect(lines({ "a.md": post("draft: true"), "b.md": post("slug: a") })).toHaveLength(1);
    expect(lines({ "a.md": post("draft: maybe"), "b.md": post("slug: a") })).toHaveLength(2);
  });

  test("are not compared where a mistake leaves it open what they would share", () => {
    expect(lines({ "a.md": post(), "b.md": post("slug: [a]"), "x/b.md": post() })).toHaveLength(1);
    const undated = "---\ntitle: One\ndate: soon\nid: c\n---\n";
    expect(lines({ "a.md": post(), "x/a.md": undated }, {}, { permalink: "/:year/:slug/" })).toHaveLength(1);
    expect(
      lines({ "a.md": post("categories: [[x]]"), "x/a.md": post("id: c") }, {}, { permalink: "/:category/:slug/" }),
    ).toHaveLength(1);
  });
});

describe("an alias", () => {
  test("that is another's address is refused", () => {
    expect(lines({ "a.md": post(), "b.md": post("aliases:\n  - /x/\n  - /posts/a") })).toEqual([
      `posts/b.md:6:5: the alias /posts/a is taken (by posts/a.md). ${alias}`,
    ]);
  });

  test("that is another's alias is refused", () => {
    expect(lines({ "a.md": post("aliases: /old"), "b.md": post("aliases: [/old/]") })).toEqual([
      `posts/b.md:4:11: the alias /old/ is taken (by posts/a.md). ${alias}`,
    ]);
    expect(lines({ "a.md": post("aliases: '/?p=1'"), "b.md": post("aliases: ['/?p=1', '/?p=2']") })).toHaveLength(1);
  });

  test("may be the post's own address, or stand twice", () => {
    expect(lines({ "a.md": post("aliases: [/posts/a/, /old/, /old]") })).toEqual([]);
  });

  test("cannot lie below a file", () => {
    expect(lines({ "a.md": post("aliases: /tea.html"), "b.md": post("aliases: /tea.html/cup/") })).toEqual([
      "posts/b.md:4:10: the alias /tea.html/cup/ lies below an address that is a file (of posts/a.md). Remove one of the two.",
    ]);
    expect(
      lines({ "a.md": post(), "b.md": post("aliases: /a.html/x") }, {}, { permalink: "/:slug.html" }),
    ).toHaveLength(1);
  });
});
