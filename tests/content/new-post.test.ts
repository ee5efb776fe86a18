import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { toNewPost, toUsualNames, type NewPostRequest } from "../../src/content/new-post.ts";
import { build } from "./model.ts";

const tokyo = DateTime.fromISO("2026-11-24T07:05:09", { zone: "Asia/Tokyo" });
const request: NewPostRequest = { title: "Green tea", categories: [], tags: [], draft: false, inFolder: false };

describe("a new post", () => {
  test("has its front matter filled in, in the blog's own time", () => {
    const post = toNewPost({ ...request, categories: ["A/B"], tags: ["tea", "one, two"], series: "Cups" }, tokyo);
    expect(post.path).toBe("posts/green-tea.md");
    expect(post.text).toBe(
      '---\ntitle: Green tea\ndate: 2026-11-24 07:05\nid: green-tea\ndescription:\ncategories: [A/B]\ntags: [tea, "one, two"]\nseries: Cups\n---\n\n',
    );
  });

  test("lies in a folder where pictures will lie beside it", () => {
    expect(toNewPost({ ...request, inFolder: true }, tokyo).path).toBe("posts/green-tea/index.md");
  });

  test.each([
    ['"Yes": no, #1 [a]'],
    ["true"],
    ["2026"],
    ["- one"],
    ["~"],
    ["雑談の効用"],
    ["القهوة أولا"],
    ["!!!"],
    ["../../etc/passwd"],
    ["a\tb\nc"],
    ["x".repeat(400)],
    ["{{ title }} 'quoted' \\n"],
  ])("says what it was told, whatever the title is: %s", (title) => {
    const { path, text, slug } = toNewPost({ ...request, title, tags: [title] }, tokyo);
    expect(path).toMatch(/^posts\/[^/.][^/]*\.md$/);
    const name = path.slice("posts/".length);
    const { blog, lines } = build({ posts: { [name]: text }, now: "2027-01-01T00:00:00Z" });
    expect(lines).toEqual([]);
    const normal = title.replace(/\s+/g, " ").trim();
    expect(blog.posts).toMatchObject([{ title: normal, id: slug, slug, tags: [{ name: normal }] }]);
  });
});

test("terms are spelled as the blog spells them already", () => {
  const used = [["JavaScript"], ["Community", "Hosts"], ["Café"]];
  expect(toUsualNames("tags", ["javascript", "cafe\u0301", "New", "NEW ", " "], used)).toEqual([
    "JavaScript",
    "Café",
    "New",
    "NEW",
  ]);
  expect(toUsualNames("categories", ["community / hosts"], used)).toEqual(["Community/Hosts"]);
});
