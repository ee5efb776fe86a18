import { describe, expect, test } from "vitest";
import { parseAlias, toAliasPermalink } from "../../src/content/alias.ts";
import { toRedirects } from "../../src/content/redirects.ts";
import { build, post } from "./model.ts";

describe("parseAlias", () => {
  test.each([
    ["/old/", "/old/"],
    ["/old", "/old"],
    ["/old.html", "/old.html"],
    ["/2012/05/caf%C3%A9/", "/2012/05/café/"],
    ["/cafe\u0301/", "/café/"],
    ["/a b/", "/a b/"],
    ["/100%/", "/100%/"],
    ["/a//b///c/", "/a/b/c/"],
    ["/?p=12", "/?p=12"],
    ["/old/#part", "/old/"],
    ["https://old.example/2012/a/?x=1#y", "/2012/a/?x=1"],
    ["HTTP://old.example/a/", "/a/"],
    ["https://old.example", "/"],
    ["https://old.example//evil.example/", "/evil.example/"],
    [" /old/ ", "/old/"],
    ["/...", "/..."],
  ])("reads %j as %j", (alias, path) => expect(parseAlias(alias)).toBe(path));

  test.each([
    "",
    "old/",
    "./old/",
    "//host/old/",
    "/\\host/old/",
    "\\old",
    "/a\\b/",
    "/a%5Cb/",
    "/a\0b/",
    "/a%00b/",
    "/a/../b/",
    "/..",
    "/./a/",
    "/%2e%2e/b/",
    "/a/.%2E/b/",
    "/a%2F..%2F..%2Fb/",
    "https://old.example/a/../b/",
    "https://old.example/%2e%2e/b/",
    "https://",
    "https:///a/",
    "https://[bad/",
    "ftp://old.example/a/",
    "javascript:alert(1)",
    "mailto:a@example.org",
    "/what%3F/",
    `/${"a".repeat(241)}/`,
    `/${"a/".repeat(501)}`,
  ])("refuses %j", (alias) => expect(parseAlias(alias)).toBeUndefined());

  test("takes the base path off a full address, not off a path", () => {
    expect(parseAlias("https://example.org/blog/old/", "/blog")).toBe("/old/");
    expect(parseAlias("https://example.org/blogger/old/", "/blog")).toBe("/blogger/old/");
    expect(parseAlias("/blog/old/", "/blog")).toBe("/blog/old/");
  });
});

test.each([
  ["/old", "/old/"],
  ["/old/", "/old/"],
  ["/old.html", "/old.html"],
  ["/old.htm", "/old.htm"],
  ["/old.php", "/old.php/"],
  ["/?p=12", undefined],
])("an alias %s is answered at %s", (written, page) => {
  const alias = parseAlias(written);
  expect(alias && toAliasPermalink(alias)).toBe(page);
});

test("every alias but the post's own address is a redirect, once for each file", () => {
  const { blog, lines } = build({
    posts: { "a.md": post("aliases: [/old, /old/, /old/index.html, /posts/a, /posts/a/index.html, '/?p=1', /x.html]") },
  });
  expect(lines).toEqual([]);
  expect(toRedirects(blog).map(({ from }) => from)).toEqual(["/old/", "/x.html"]);
});

test("a draft's old addresses lead nowhere yet", () => {
  const { blog } = build({ posts: { "a.md": post("aliases: /old/\ndraft: true") } });
  expect(toRedirects(blog)).toEqual([]);
});
