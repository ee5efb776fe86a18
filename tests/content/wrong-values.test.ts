import { describe, expect, test } from "vitest";
import { build, check, post } from "./model.ts";

const type = (key: string, example = "some text"): string => `Write \`${key}: ${example}\`.`;

describe("a value that is wrong", () => {
  test.each([
    ["slug: [a]", "4:7: `slug` must be text (found [a])", type("slug")],
    ["description: { a: b }", "4:14: `description` must be text (found {a: b})", type("description")],
    ["series: [a, b]", "4:9: `series` must be text (found [a, b])", type("series")],
    ["tags: { a: b }", "4:7: `tags` must be one text or a list of texts (found {a: b})", type("tags", "[one, two]")],
    ["tags: [a, [b]]", "4:11: `tags` must be one text or a list of texts (found [b])", type("tags", "[one, two]")],
    [
      "tags:\n  - a\n  - b: c",
      "6:5: `tags` must be one text or a list of texts (found {b: c})",
      type("tags", "[one, two]"),
    ],
    [
      "author: { name: Ada }",
      "4:9: `author` must be one text or a list of texts (found {name: Ada})",
      type("author", "[one, two]"),
    ],
    ["draft: yes", "4:8: `draft` must be true or false (found yes)", "Write `draft: true` or `draft: false`."],
    ["toc: [true]", "4:6: `toc` must be true or false (found [true])", "Write `toc: true` or `toc: false`."],
    [
      "id: a/b",
      "4:5: `id` has characters that it may not have (found a/b)",
      "Use letters, numbers, `.`, `_` and `-`, not beginning with `.`.",
    ],
    [
      "id: ..",
      "4:5: `id` has characters that it may not have (found ..)",
      "Use letters, numbers, `.`, `_` and `-`, not beginning with `.`.",
    ],
    [
      "lang: en_US",
      "4:7: `lang` is not a language code (found en_US)",
      "Write a language code such as `lang: de` or `lang: pt-BR`.",
    ],
    [
      "comments: maybe",
      "4:11: `comments` must be true, closed or false (found maybe)",
      "Write `comments: true`, `comments: closed` or `comments: false`.",
    ],
    [
      "image: [a.png]",
      "4:8: `image` must be a path, or `src` and `alt` (found [a.png])",
      "Write `image: ./picture.jpg` or `image: { src: ./picture.jpg, alt: What it shows }`.",
    ],
    [
      "image: { alt: A cup }",
      "4:8: `image` must be a path, or `src` and `alt` (found {alt: A cup})",
      "Write `image: ./picture.jpg` or `image: { src: ./picture.jpg, alt: What it shows }`.",
    ],
    [
      "updated: soon",
      "4:10: `updated` is not a date (found soon)",
      "Write `updated: 2026-01-31` or `updated: 2026-01-31 09:30`.",
    ],
    [
      "updated: 2026-02-30",
      "4:10: `updated` names a day or time that does not exist (found 2026-02-30)",
      "Write `updated: 2026-01-31` or `updated: 2026-01-31 09:30`.",
    ],
    [
      "aliases: old/path",
      "4:10: the alias is not an address that a page can have (found old/path)",
      "Write the old address from the first `/` on, such as `/2012/05/old-title/`.",
    ],
    [
      "aliases:\n  - /a/\n  -\n  - /../b/",
      "7:5: the alias is not an address that a page can have (found /../b/)",
      "Write the old address from the first `/` on, such as `/2012/05/old-title/`.",
    ],
    [
      "categories: a/b/c/d/e/f/g/h/i/j/k",
      "4:13: a category nests more than 10 deep (found a/b/c/d/e/f/g/h/i/j/k)",
      "Write fewer `/`; `Parent/Child` is one level.",
    ],
  ])("%j is refused where it stands", (keys, found, remedy) => {
    expect(check(post(keys))).toEqual([`posts/a.md:${found}. ${remedy}`]);
  });

  test("is refused when it is too long for a disk", () => {
    expect(check(post(`id: ${"é".repeat(101)}`))[0]).toMatch(
      /^posts\/a\.md:4:5: `id` is too long \(found é+…\)\. Use at most 200 bytes\.$/,
    );
  });

  test("does not hide another in the same file", () => {
    const text =
      "---\ntitel: One\ndate: 2026-02-30\ndraft: maybe\ntags: [a, [b]]\naliases: [nowhere, '/old/']\nslug: Hello World\n---\n";
    expect(check(text)).toEqual([
      "posts/a.md:1:1: `title` is missing. Add a line `title: …`.",
      "posts/a.md:2:1: warning: unknown key (found `titel`). Did you mean `title`?",
      "posts/a.md:3:7: `date` names a day or time that does not exist (found 2026-02-30). Write `date: 2026-01-31` or `date: 2026-01-31 09:30`.",
      "posts/a.md:4:8: `draft` must be true or false (found maybe). Write `draft: true` or `draft: false`.",
      "posts/a.md:5:11: `tags` must be one text or a list of texts (found [b]). Write `tags: [one, two]`.",
      "posts/a.md:6:11: the alias is not an address that a page can have (found nowhere). Write the old address from the first `/` on, such as `/2012/05/old-title/`.",
      "posts/a.md:7:7: warning: `slug` is not a slug (found Hello World); `hello-world` is used. Write `slug: hello-world`.",
    ]);
  });

  test("does not hide what the file shares with others", () => {
    const { lines } = build({
      posts: {
        "a.md": post("tags: Tea\naliases: /old/"),
        "b.md": post("slug: a\ndraft: maybe\naliases: [wrong, /old/]\ntags: tea"),
      },
    });
    expect(lines.filter((line) => line.startsWith("posts/b.md"))).toEqual([
      "posts/b.md:4:7: the address /posts/a/ is taken (by posts/a.md). Give one of the two another `slug:`.",
      "posts/b.md:5:8: `draft` must be true or false (found maybe). Write `draft: true` or `draft: false`.",
      "posts/b.md:6:11: the alias is not an address that a page can have (found wrong). Write the old address from the first `/` on, such as `/2012/05/old-title/`.",
      "posts/b.md:6:18: the alias /old/ is taken (by posts/a.md). Remove it from one of the two.",
      'posts/b.md:7:7: warning: tag "tea" differs from "Tea" (used in 1 post). Write `Tea`.',
    ]);
  });

  test("keeps its post out of the blog", () => {
    const { blog } = build({ posts: { "a.md": post("draft: maybe"), "b.md": post() } });
    expect(blog.posts.map(({ id }) => id)).toEqual(["b"]);
  });
});

describe("a key", () => {
  test.each([
    ["a: b", "a", "Remove it, or check its spelling."],
    ["layout: post", "layout", "Remove it, or check its spelling."],
    ["Tags: tea", "Tags", "Did you mean `tags`?"],
    ["tag: tea", "tag", "Did you mean `tags`?"],
    ["category: tea", "category", "Did you mean `categories`?"],
    ["catgories: tea", "catgories", "Did you mean `categories`?"],
    ["redirect_from: /a/", "redirect_from", "Did you mean `aliases`?"],
    ["constructor: a", "constructor", "Remove it, or check its spelling."],
    ["__proto__: a", "__proto__", "Remove it, or check its spelling."],
    ["2024: a", "2024", "Remove it, or check its spelling."],
    ["1.10: a", "1.10", "Remove it, or check its spelling."],
    ['"descriptoin": a', "descriptoin", "Did you mean `description`?"],
  ])("that nobody reads is a warning: %j", (keys, key, remedy) => {
    expect(check(post(keys))).toEqual([`posts/a.md:4:1: warning: unknown key (found \`${key}\`). ${remedy}`]);
  });

  test.each([
    ["---\ndate: 2026-01-05\n---\n", "1:1: `title` is missing. Add a line `title: …`."],
    ["---\ndate: 2026-01-05\ntitle:\n---\n", "3:1: `title` is empty. Add a line `title: …`."],
    ['---\ntitle: " "\ndate: 2026-01-05\n---\n', "2:1: `title` is empty. Add a line `title: …`."],
    [
      "---\ntitle: One\n---\n",
      "1:1: `date` is missing. Add a line `date: 2026-01-31`, or begin the file name with the date.",
    ],
    [
      "---\ntitle: One\ndate: ~\n---\n",
      "3:1: `date` is empty. Add a line `date: 2026-01-31`, or begin the file name with the date.",
    ],
  ])("that is required is missed: %j", (text, line) => expect(check(text)).toEqual([`posts/a.md:${line}`]));

  test("that stands twice is an error, and the rest is still read", () => {
    expect(check("---\ntitle: One\ndate: soon\ntags: [a]\ntags: [b]\ntitle: Two\n---\n")).toEqual([
      "posts/a.md:3:7: `date` is not a date (found soon). Write `date: 2026-01-31` or `date: 2026-01-31 09:30`.",
      "posts/a.md:5:1: `tags` is there twice (first in line 4). Remove one of the two.",
      "posts/a.md:6:1: `title` is there twice (first in line 2). Remove one of the two.",
    ]);
  });
});

describe("a date in a file name", () => {
  test("that does not exist is an error when there is no other", () => {
    expect(check("---\ntitle: One\n---\n", "2026-02-30-tea.md")).toEqual([
      "posts/2026-02-30-tea.md:1:1: the file name begins with a day that does not exist (found 2026-02-30). Correct the file name, or add a line `date: 2026-01-31`.",
    ]);
    expect(check(post(), "2026-02-30-tea.md")).toEqual([]);
  });

  test("stands in for one of the same day that cannot be read further", () => {
    const text = "---\ntitle: One\ndate: 2026-01-05 18:30:22 2026 -0800\n---\n";
    expect(check(text, "2026-01-05-tea.md")).toEqual([
      "posts/2026-01-05-tea.md:3:7: warning: `date` is not a date (found 2026-01-05 18:30:22 2026 -0800); the day in the file name is used. Write `date: 2026-01-05 09:30`.",
    ]);
    expect(check(text)[0]).toMatch(/^posts\/a\.md:3:7: `date` is not a date/);
  });
});
