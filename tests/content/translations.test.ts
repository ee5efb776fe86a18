import { describe, expect, test } from "vitest";
import { build, post } from "./model.ts";

const lines = (posts: Readonly<Record<string, string>>): readonly string[] => build({ posts }).lines;
const translation = (of: string, lang: string, keys = ""): string =>
  post(`lang: ${lang}\ntranslationOf: ${of}${keys && `\n${keys}`}`);

/** The group of a text as `id:lang`, the original with a star. */
function groupOf({ blog }: ReturnType<typeof build>, id: string): string[] {
  const { original, entries = [] } = blog.translations.get(id) ?? {};
  return entries.map((entry) => `${entry.id}:${entry.lang}${entry === original ? "*" : ""}`);
}

describe("translations", () => {
  test("and their original are one group, the original first, then by language", () => {
    const posts = { "c.md": translation("a", "ja"), "b.md": translation("a", "de"), "a.md": post(), "d.md": post() };
    const built = build({ posts });
    expect(built.lines).toEqual([]);
    for (const id of ["a", "b", "c"]) expect(groupOf(built, id)).toEqual(["a:en*", "b:de", "c:ja"]);
    expect(groupOf(built, "d")).toEqual([]);
  });

  test("may be pages, or a page of a post", () => {
    const pages = {
      "about.md": "---\ntitle: A\n---\n",
      "ueber.md": "---\ntitle: B\nlang: de\ntranslationOf: about\n---\n",
    };
    const built = build({ posts: { "a.md": translation("about", "fr") }, pages });
    expect(groupOf(built, "about")).toEqual(["about:en*", "ueber:de", "a:fr"]);
  });

  test("are found by an id in any script and Unicode form", () => {
    const posts = { "café.md": post(), "雑談.md": translation("cafe\u0301", "ja"), "x.md": translation("雑談", "de") };
    const built = build({ posts });
    expect(groupOf(built, "café")).toEqual(["café:en*", "x:de", "雑談:ja"]);
  });

  test("that are drafts or wait are left out, and are there in a preview", () => {
    const posts = {
      "a.md": post(),
      "b.md": translation("a", "de", "draft: true"),
      "c.md": "---\ntitle: C\ndate: 2027-01-01\nlang: fr\ntranslationOf: a\n---\n",
    };
    expect(groupOf(build({ posts }), "a")).toEqual([]);
    expect(groupOf(build({ posts, preview: true }), "a")).toEqual(["a:en*", "b:de", "c:fr"]);
  });

  test("hold together while their original is a draft", () => {
    const posts = { "a.md": post("draft: true"), "b.md": translation("a", "de"), "c.md": translation("a", "fr") };
    const built = build({ posts });
    expect(groupOf(built, "b")).toEqual(["b:de", "c:fr"]);
    expect(groupOf(built, "a")).toEqual([]);
  });

  test("of a translation belong to its original, and are told so", () => {
    const posts = { "a.md": post(), "b.md": translation("a", "de"), "c.md": translation("b", "fr") };
    const built = build({ posts });
    expect(groupOf(built, "c")).toEqual(["a:en*", "b:de", "c:fr"]);
    expect(built.lines).toEqual([
      "posts/c.md:5:16: warning: `translationOf` is a translation itself (found b). Write `translationOf: a`.",
    ]);
  });
});

describe("a mistake in `translationOf`", () => {
  test.each([
    ["no id", "nothing", "Write the original's `id`, which is its slug unless it has one."],
    ["a slip", "the-frist-post", "Did you mean `the-first-post`?"],
  ])("is %s", (_, of, remedy) => {
    expect(lines({ "the-first-post.md": post(), "b.md": translation(of, "de") })).toEqual([
      `posts/b.md:5:16: warning: \`translationOf\` is the id of no post or page (found ${of}). ${remedy}`,
    ]);
  });

  test("is the text itself", () => {
    expect(lines({ "a.md": translation("a", "de") })).toEqual([
      "posts/a.md:5:16: warning: `translationOf` is the text's own id (found a). Write the id of the original, or remove the line.",
    ]);
  });

  test("is a circle, which joins nothing", () => {
    const posts = { "a.md": translation("b", "de"), "b.md": translation("a", "fr"), "c.md": translation("a", "ja") };
    const built = build({ posts });
    expect(built.lines).toEqual([
      "posts/a.md:5:16: warning: `translationOf` leads round in a circle (a, b, a). Remove it from the original.",
      "posts/b.md:5:16: warning: `translationOf` leads round in a circle (b, a, b). Remove it from the original.",
    ]);
    expect(built.blog.translations.size).toBe(0);
  });

  test("is a language that is there already: the original's, or another translation's", () => {
    const posts = {
      "a.md": post(),
      "b.md": post("translationOf: a"),
      "c.md": translation("a", "de"),
      "d.md": translation("a", "de"),
      "e.md": translation("a", "de-AT"),
    };
    const built = build({ posts });
    const remedy = "Write its own in `lang`, or remove `translationOf`.";
    expect(built.lines).toEqual([
      `posts/b.md:4:16: warning: the translation has the language of another (en, as posts/a.md). ${remedy}`,
      `posts/d.md:5:16: warning: the translation has the language of another (de, as posts/c.md). ${remedy}`,
    ]);
    expect(groupOf(built, "a")).toEqual(["a:en*", "c:de", "e:de-AT"]);
    expect(groupOf(built, "b")).toEqual([]);
  });

  test("hides no published translation behind a draft in the same language", () => {
    const posts = { "a.md": post(), "b.md": translation("a", "de", "draft: true"), "c.md": translation("a", "de") };
    expect(groupOf(build({ posts }), "a")).toEqual(["a:en*", "c:de"]);
  });

  test("in `lang` is told once", () => {
    const posts = { "a.md": post(), "b.md": translation("a", "deutsch language") };
    expect(lines(posts)).toHaveLength(1);
  });
});
