import { expect, test } from "vitest";
import { toListRedirects } from "../../src/taxonomy/list-redirects.ts";
import { build, post } from "../content/model.ts";

const posts = { "a.md": post("tags: [tea]\ncategories: [A/B]"), "b.md": post("", "B") };

function redirectsOf(...published: readonly string[]): string[] {
  const { blog } = build({ posts, published, site: { pageSize: 1 } });
  return toListRedirects(blog).map(({ from, to }) => `${from} ${to}`);
}

test.each([
  ["a page that the list no longer fills", "/tags/tea/page/2/", "/tags/tea/"],
  ["a page of the home page's list", "/page/9/", "/"],
  ["a tag without posts", "/tags/coffee/", "/tags/"],
  ["a category without posts", "/categories/a/c/", "/categories/a/"],
  ["a month without posts", "/archive/2020/03/", "/archive/"],
  ["an author without posts", "/authors/nobody/", "/authors/"],
])("%s leads to the next list above it", (_, from, to) => {
  expect(redirectsOf(from)).toEqual([`${from} ${to}`]);
});

test("lists that are there, posts and pages lead nowhere", () => {
  expect(redirectsOf("/tags/tea/", "/page/2/", "/categories/a/b/", "/archive/2026/01/", "/posts/gone/", "/")).toEqual(
    [],
  );
});

test("an alias goes first", () => {
  const { blog } = build({ posts: { "a.md": post("aliases: [/tags/coffee/]") }, published: ["/tags/coffee/"] });
  expect(toListRedirects(blog)).toEqual([]);
});

test("the search leads to the archive where it is switched off", () => {
  const { blog } = build({ posts, published: ["/search/"], site: { search: false } });
  expect(toListRedirects(blog)).toEqual([{ from: "/search/", to: "/archive/" }]);
});
