import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { buildBlog } from "../../src/content/build-blog.ts";
import { parseSite } from "../../src/content/parse-site.ts";
import { selectSources } from "../../src/content/source-path.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { formatProblem, isError } from "../../src/lib/problem.ts";

const folder = join(import.meta.dirname, "../sites-invalid/twelve-broken-posts");
const expected = readFileSync(join(folder, "expected.txt"), "utf8").trimEnd().split("\n");

const { problems, blog } = buildBlog({
  posts: selectSources(listFiles(join(folder, "posts")), "posts").map((path) => {
    return { file: `posts/${path}`, path, bytes: readFileSync(join(folder, "posts", path)) };
  }),
  pages: [],
  site: parseSite(undefined, new Map()).site,
  terms: { categories: new Map(), tags: new Map() },
  authors: new Map(),
  now: DateTime.fromISO("2026-06-01T12:00:00Z"),
  preview: false,
  published: new Set(),
  redirects: [],
  threads: new Map(),
  isJoinable: false,
});

test("every problem of every broken post is reported in one run, in the order of files and lines", () => {
  expect(problems.map(formatProblem)).toEqual(expected);
});

test("each of the twelve has one at least", () => {
  const files = new Set(problems.map(({ file }) => file));
  expect(files.size).toBe(12);
  expect(files.has("posts/a-good-post.md")).toBe(false);
});

test("what is only odd is a warning", () => {
  const warned = problems.filter((problem) => !isError(problem)).map(({ file, id }) => `${file} ${id}`);
  expect(warned).toEqual(["posts/misspelt-key.md front-matter-key", "posts/unknown-key.md front-matter-key"]);
});

test("the good post is in the blog", () => {
  expect(blog.posts.map(({ id }) => id)).toContain("a-good-post");
});
