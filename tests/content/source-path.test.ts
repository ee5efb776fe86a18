import { describe, expect, test } from "vitest";
import { selectSources, toSourceKey, toSourceName } from "../../src/content/source-path.ts";
import { build, post } from "./model.ts";

describe("selectSources", () => {
  test.each([
    ["a.md", "b.markdown", "deep/er/c.MD", "2024/d.md"],
    ["x/index.md", "y/z/index.markdown"],
    ["index.md", "other.md"],
  ])("takes Markdown wherever it lies", (...paths) => expect(selectSources(paths, "posts")).toEqual(paths));

  test.each([
    "_draft.md",
    ".hidden.md",
    "_notes/a.md",
    ".git/a.md",
    "README.md",
    "readme.md",
    "deep/README.markdown",
    "README.de.md",
    "README/index.md",
    "a.txt",
    "a.md.bak",
    "md",
    "a.html",
  ])("leaves %s", (path) => expect(selectSources([path], "posts")).toEqual([]));

  test("leaves other Markdown inside a bundle, however deep", () => {
    const paths = ["x/index.md", "x/notes.md", "x/deep/more.md", "x/deep/index.md", "xy/a.md"];
    expect(selectSources(paths, "posts")).toEqual(["x/index.md", "xy/a.md"]);
  });

  test("takes a page beside the index of its folder", () => {
    expect(selectSources(["team/index.md", "team/ada.md", "_x.md"], "pages")).toEqual(["team/index.md", "team/ada.md"]);
  });
});

test.each([
  ["tea.md", { name: "tea" }],
  ["2024/tea.markdown", { name: "tea" }],
  ["2024-05-14-tea.md", { name: "tea", date: "2024-05-14" }],
  ["2024-05-14-tea/index.md", { name: "tea", date: "2024-05-14" }],
  ["2024-05-14.md", { name: "2024-05-14", date: "2024-05-14" }],
  ["2024-05-tea.md", { name: "2024-05-tea" }],
  ["index.md", { name: "index" }],
  ["v1.2.md", { name: "v1.2" }],
])("%s has the name and date %j", (path, name) => expect(toSourceName(path)).toEqual(name));

test.each([
  ["a.md", "a"],
  ["a.markdown", "a"],
  ["b/a/index.md", "b/a"],
  ["index.md", "index"],
])("%s has the key %s", (path, key) => expect(toSourceKey(path)).toBe(key));

test("the folder of a post is no part of its slug, the folder of a page is part of its address", () => {
  const { blog } = build({
    posts: { "2024/Deep Tea.md": post() },
    pages: { "Our Team/ada.md": post(), "our-team/index.md": post() },
  });
  expect(blog.posts.map(({ url }) => url)).toEqual(["/posts/deep-tea/"]);
  expect(blog.pages.map(({ url }) => url)).toEqual(["/our-team/ada/", "/our-team/"]);
});

test("a file beside a bundle of its name is a duplicate, whatever their slugs", () => {
  const twins = { "a.md": post("slug: x"), "a/index.md": post("slug: y") };
  expect(build({ posts: twins }).lines).toEqual([
    "posts/a/index.md:1:1: the file has the same name as another (as posts/a.md). Rename one of the two, or join them.",
  ]);
  expect(build({ posts: { "a.md": post(), "a/index.md": post() } }).lines).toEqual([
    "posts/a/index.md:1:1: the address /posts/a/ is taken (by posts/a.md). Give one of the two another `slug:`.",
  ]);
});
