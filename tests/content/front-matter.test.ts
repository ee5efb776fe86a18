import { describe, expect, test } from "vitest";
import { build, check, only, post } from "./model.ts";

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

describe("a file", () => {
  test("may begin with a byte order mark", () => {
    const read = only(bytes([0xef, 0xbb, 0xbf], post()));
    expect([read.title, read.source.body, read.source.bodyLine]).toEqual(["A title", "\nSome words.\n", 5]);
  });

  test.each([
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("may end its lines with %s", (_, newline) => {
    const text = "---\ntitle: One\ndate: 2026-01-05\ntags:\n  - a\n---\n\nFirst.\n\nSecond.\n";
    expect(only(text.replaceAll("\n", newline))).toMatchObject({
      title: "One",
      source: { body: "\nFirst.\n\nSecond.\n", bodyLine: 7 },
    });
  });

  test("has the same positions whatever ends its lines", () => {
    const text = "---\ntitle: One\ndate: soon\ntagz: a\n---\n";
    expect(check(text.replaceAll("\n", "\r\n"))).toEqual(check(text));
    expect(check(`\uFEFF${text}`)).toEqual(check(text));
  });

  test.each([
    ["---", "---"],
    ["--- ", "---  "],
    ["---", "..."],
    ["---\t", "...\t"],
  ])("holds its front matter between %j and %j", (start, end) => {
    const text = `${start}\ntitle: One\ndate: 2026-01-05\n${end}\nBody\n---\nMore\n`;
    expect(only(text)).toMatchObject({ title: "One", source: { body: "Body\n---\nMore\n", bodyLine: 5 } });
  });

  test("may end with its front matter", () => {
    expect(only("---\ntitle: One\ndate: 2026-01-05\n---").source.body).toBe("");
  });

  const begin = "Begin the file with `---`, `title: …`, `date: …` and `---`, each on a line of its own.";
  test.each([
    ["", "1:1: the file is empty. Write a post with `title:` and `date:` in it, or delete it."],
    [" \n\n", "1:1: the file is empty. Write a post with `title:` and `date:` in it, or delete it."],
    ["# Hello\n", `1:1: the file has no front matter (found # Hello). ${begin}`],
    ["---\ntitle: One\n", "1:1: the front matter has no end. Add a line `---` below its last key."],
    ["---", "1:1: the front matter has no end. Add a line `---` below its last key."],
    [
      "\n---\ntitle: One\n---\n",
      "1:1: the front matter does not begin at the top. Remove what stands above its first `---`.",
    ],
    [
      '+++\ntitle = "One"\n+++\n',
      "1:1: the front matter is TOML (found `+++`). Write it as YAML between `---` lines; `npm run import -- markdown DIR` does it for a whole folder.",
    ],
    [
      "---\n---\nBody\n",
      "1:1: `date` is missing. Add a line `date: 2026-01-31`, or begin the file name with the date.",
    ],
  ])("%j is refused with what to do", (text, line) => expect(check(text)).toContain(`posts/a.md:${line}`));

  test.each([
    ["in Latin-1", bytes("---\ntitle: Caf", [0xe9], "\ndate: 2026-01-05\n---\n"), "2:11", "0xE9"],
    ["broken in its text", bytes(post(), "é", [0xff], "\n"), "7:2", "0xFF"],
    ["cut inside a character", bytes(post(), "\nab", [0xe4, 0xbd]), "8:3", "0xE4"],
    ["broken behind a replacement character", bytes("---\n\uFFFD\uFFFDx", [0xc0], "\n"), "2:4", "0xC0"],
    ["in UTF-16", bytes([0xff, 0xfe], "-"), "1:1", "0xFF"],
    ["broken behind a byte order mark", bytes([0xef, 0xbb, 0xbf], "a", [0xff]), "1:2", "0xFF"],
  ])("%s is refused at its first broken byte", (_, content, place, found) => {
    expect(check(content)).toEqual([
      `posts/a.md:${place}: the file is not UTF-8 text (found the byte ${found}). Save it with the encoding UTF-8.`,
    ]);
  });
});

describe("front matter", () => {
  test.each(["1.10", "2024", "yes", "007", "2026-01-05", "1e3", "true", '"null"', "0x1F"])(
    "keeps the title %s as typed",
    (title) => {
      expect(only(post("", title)).title).toBe(title.replaceAll('"', ""));
    },
  );

  test("makes one line of a text on several", () => {
    const read = only("---\ntitle: >\n  One\n  two\ndate: 2026-01-05\ndescription: |\n  A\n  B\n---\n");
    expect([read.title, read.description]).toEqual(["One two", "A B"]);
  });

  test("lets nothing through that no page can show", () => {
    expect(only(post("", '"a\\0b\\uD800c\\x1b[31m"')).title).toBe("a\uFFFDb\uFFFDc\uFFFD[31m");
  });

  test.each(["tags:", "tags: ~", "tags: null", "tags: []", 'tags: ""', "tags: [~, '']"])("%j is no tag", (keys) => {
    expect(only(post(keys)).tags).toEqual([]);
    expect(check(post(keys))).toEqual([]);
  });

  test.each(["categories:", "categories: []", "categories: [~]", "categories: /", "categories: ' / '"])(
    "%j is the default category",
    (keys) => expect(only(post(keys)).categories.map(({ name }) => name)).toEqual(["Uncategorized"]),
  );

  test.each([
    ["tags: one", ["one"]],
    ["tags: [one, two]", ["one", "two"]],
    ["tags:\n  - one\n  - two", ["one", "two"]],
    ["tags:\n- one\n-\n- two", ["one", "two"]],
    ["tags: [no, 1.10, 2024, null]", ["no", "1.10", "2024"]],
    ["tags: &t [one]\nseries: x", ["one"]],
  ])("%j names %j", (keys, tags) => expect(only(post(keys)).tags.map(({ name }) => name)).toEqual(tags));

  test.each([
    ["true", true],
    ["True", true],
    ["TRUE", true],
    ['"true"', true],
    ["false", false],
    ["False", false],
    ["", false],
  ])("pinned: %s is %s", (written, pinned) => expect(only(post(`pinned: ${written}`)).pinned).toBe(pinned));

  test.each([
    ["comments: true", "open"],
    ["comments: closed", "closed"],
    ["comments: false", "none"],
    ["comments: False", "none"],
    ["comments:", "open"],
  ])("%j makes the conversation %s", (keys, mode) => expect(only(post(keys)).comments).toBe(mode));

  test("gives a page a conversation only when it asks for one", () => {
    const page = (keys: string): string => `---\ntitle: One\n${keys}---\n`;
    const { blog } = build({ pages: { "a.md": page(""), "b.md": page("comments: true\n") } });
    expect(blog.pages.map(({ comments }) => comments)).toEqual(["none", "open"]);
  });

  test("takes what it knows and says nothing", () => {
    const read = only(
      post(
        [
          "updated: 2026-02-01",
          "id: old.id_1-é",
          "slug: tea",
          "description: One sentence.",
          "draft: true",
          "noindex: true",
          "toc: false",
          "image: { src: ./a.png, alt: A cup }",
          "series: Tea",
          "lang: pt-br",
          "translationOf: the",
        ].join("\n"),
      ),
    );
    expect(read).toMatchObject({
      id: "old.id_1-é",
      slug: "tea",
      description: "One sentence.",
      status: "draft",
      noindex: true,
      toc: false,
      image: { src: "./a.png", alt: "A cup", line: 11, column: 8 },
      series: "Tea",
      lang: "pt-BR",
      translationOf: "the",
    });
    expect(read.updated?.toISO()).toBe("2026-02-01T00:00:00.000Z");
  });

  test("takes the date of the file name for one that is not there", () => {
    const text = "---\ntitle: One\n---\n";
    expect(only(text, "2026-03-04-tea.md")).toMatchObject({ slug: "tea" });
    expect(only(text, "2026-03-04-tea.md").date.toISODate()).toBe("2026-03-04");
    expect(only(post(), "2026-03-04-tea.md").date.toISODate()).toBe("2026-01-05");
  });

  test("resolves dates in the blog's time zone", () => {
    const { blog } = build({ posts: { "a.md": post() }, site: { timezone: "Asia/Tokyo" } });
    expect(blog.posts[0]?.date.toISO()).toBe("2026-01-05T00:00:00.000+09:00");
  });
});
