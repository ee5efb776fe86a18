import { describe, expect, test } from "vitest";
import { build, post } from "./model.ts";

const register = { ada: { name: "Ada Lovelace", bio: "Writes.", url: "https://ada.example/" }, ben: {} };
const names = (keys: string) => {
  const { blog } = build({ posts: { "a.md": post(keys) }, authors: register, site: { author: "ben" } });
  return blog.posts[0]?.authors.map(({ key, name, permalink }) => [key, name, permalink]);
};

describe("the author of a post", () => {
  test.each([
    ["author: ada", [["ada", "Ada Lovelace", "/authors/ada/"]]],
    [
      "authors: [ada, Cleo Smith]",
      [
        ["ada", "Ada Lovelace", "/authors/ada/"],
        ["Cleo Smith", "Cleo Smith", "/authors/cleo-smith/"],
      ],
    ],
    ["authors: [ada, ada]", [["ada", "Ada Lovelace", "/authors/ada/"]]],
    ["author: 王五", [["王五", "王五", "/authors/王五/"]]],
    ["authors: []\nauthor: ada", [["ada", "Ada Lovelace", "/authors/ada/"]]],
    ["author:", [["ben", "ben", "/authors/ben/"]]],
    ["authors: ['', ~]", [["ben", "ben", "/authors/ben/"]]],
    ["title2: x", [["ben", "ben", "/authors/ben/"]]],
  ])("of %j is %j", (keys, expected) => expect(names(keys)).toEqual(expected));

  test("is one person in any case and Unicode form, with a warning at the place", () => {
    const posts = {
      "a.md": post("author: ada"),
      "b.md": post("authors: [ben, Ada]"),
      "c.md": post("author: Zoe\u0301"),
      "d.md": post("author: Zoé"),
    };
    const { blog, lines } = build({ posts, authors: register });
    expect(blog.authors.map(({ author, posts: own }) => [author.key, own.length])).toEqual([
      ["ada", 2],
      ["ben", 1],
      ["Zoé", 2],
    ]);
    expect(lines).toEqual(['posts/b.md:4:16: warning: author "Ada" differs from "ada" (used in 1 post). Write `ada`.']);
  });

  test("has an address of its own", () => {
    const { blog } = build({ posts: { "a.md": post("authors: [C, C++, ../../etc]") } });
    expect(blog.authors.map(({ url }) => url)).toEqual(["/authors/etc/", "/authors/c/", "/authors/c-plus-plus/"]);
  });

  test("is the blog's, with what the register knows", () => {
    const { blog } = build({ posts: { "a.md": post() }, authors: register, site: { author: "ada" } });
    expect(blog.site.author).toMatchObject({ key: "ada", name: "Ada Lovelace", bio: "Writes." });
    expect(blog.posts[0]?.authors).toEqual([blog.site.author]);
  });
});
