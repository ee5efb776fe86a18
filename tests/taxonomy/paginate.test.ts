import { describe, expect, test } from "vitest";
import { paginate, toListPageUrl } from "../../src/taxonomy/paginate.ts";
import { toPermalink } from "../../src/lib/permalink.ts";
import { build, post } from "../content/model.ts";

const { blog } = build({ posts: Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`p${n}.md`, post()])) });
const archive = { url: toPermalink("tags", "c"), posts: blog.posts };

describe("paginate", () => {
  test("cuts a list into pages that know their neighbours", () => {
    const pages = paginate(archive, 2).map(({ url, number, count, posts, newer, older }) => {
      return { url, number, count, posts: posts.map(({ id }) => id), newer, older };
    });
    expect(pages).toEqual([
      { url: "/tags/c/", number: 1, count: 3, posts: ["p0", "p1"], older: "/tags/c/page/2/" },
      { url: "/tags/c/page/2/", number: 2, count: 3, posts: ["p2", "p3"], newer: "/tags/c/", older: "/tags/c/page/3/" },
      { url: "/tags/c/page/3/", number: 3, count: 3, posts: ["p4"], newer: "/tags/c/page/2/" },
    ]);
  });

  test.each([
    [0, 10, [0]],
    [5, 5, [5]],
    [5, 4, [4, 1]],
    [5, 1, [1, 1, 1, 1, 1]],
  ])("cuts %i posts by %i into %j", (count, pageSize, sizes) => {
    const pages = paginate({ ...archive, posts: archive.posts.slice(0, count) }, pageSize);
    expect(pages.map(({ posts }) => posts.length)).toEqual(sizes);
    expect(pages.every((page) => page.count === sizes.length)).toBe(true);
  });
});

test.each([
  [1, "/", "/"],
  [2, "/", "/page/2/"],
  [2, "/categories/a/b/", "/categories/a/b/page/2/"],
])("page %i of %s is %s", (number, list, url) => {
  expect(toListPageUrl(toPermalink(...list.split("/").filter(Boolean)), number)).toBe(url);
});
