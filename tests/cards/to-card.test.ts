import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { formatDay } from "../../_includes/strings/format-date.ts";
import { parseCardColours } from "../../src/cards/card-colours.ts";
import { findMissingGlyphs } from "../../src/cards/missing-glyphs.ts";
import { toBlogCard, toEntryCard } from "../../src/cards/to-card.ts";
import { formatProblem } from "../../src/lib/problem.ts";
import { toSlug } from "../../src/lib/slug.ts";
import { toPermalink } from "../../src/lib/permalink.ts";
import { createFontLibrary } from "../../src/eleventy/cards/card-fonts.ts";
import { makePost, makeSite, makeTerm } from "../includes/make-context.ts";

const library = createFontLibrary();
const colours = parseCardColours("");
const studio = (settings: Parameters<typeof makeSite>[0] = {}) => ({
  site: makeSite(settings),
  colours,
  library,
  formatDay,
});
const author = (name: string) => ({ key: name, name, slug: toSlug(name), permalink: toPermalink("authors", name) });

describe("the card of a post", () => {
  test("says what the post says, in its language", () => {
    const post = makePost({
      title: "Das  Gespräch\tam Tisch",
      lang: "de",
      categories: [makeTerm("categories", "Leute", "Nachbarn")],
      authors: [author("Ada"), author("Ben")],
    });
    expect(toEntryCard(post, studio())).toEqual({
      title: "Das Gespräch am Tisch",
      kicker: "Nachbarn",
      author: "Ada und Ben",
      date: "11. März 2024",
      source: "The Long Table",
      lang: "de",
      direction: "ltr",
      colours,
    });
  });

  test("keeps the default category to itself", () => {
    expect(toEntryCard(makePost(), studio({ defaultCategory: "Notes" }))?.kicker).toBeUndefined();
  });

  test("has the day of the site's time zone", () => {
    const date = DateTime.fromISO("2024-03-11T23:30:00Z", { zone: "Asia/Tokyo" });
    expect(toEntryCard(makePost({ date }), studio({ timezone: "Asia/Tokyo" }))?.date).toBe("March 12, 2024");
  });

  test.each([
    ["ar", "قهوة", "rtl"],
    ["ar", "GitHub", "rtl"],
    ["en", "שלום from here", "rtl"],
    ["en", "Here and שלום", "ltr"],
    ["ja", "雑談", "ltr"],
  ])("in %s begins where %s begins: %s", (lang, title, direction) => {
    expect(toEntryCard(makePost({ lang, title }), studio())?.direction).toBe(direction);
  });

  test("has no control characters, overrides of direction or halves of characters in it", () => {
    const title = "a\u0000\u0007b \u202Egnp.exe\u2066 \uD800c\u2029d\u00ADe\u{E0041}";
    expect(toEntryCard(makePost({ title }), studio())?.title).toBe("a b gnp.exe c de");
  });

  test("writes the date in numbers where no font has the month's letters, and leaves out such a name", () => {
    const authors = [author("สมชาย"), author("Ada")];
    const card = toEntryCard(makePost({ title: "Tea", lang: "th", authors }), studio());
    expect(card).toMatchObject({ date: "2024-03-11", author: "Ada" });
  });

  test("is the blog's where no font can write the title", () => {
    expect(toEntryCard(makePost({ title: "नमस्ते", lang: "hi" }), studio())).toBeUndefined();
  });
});

describe("the blog's own card", () => {
  test("has its name, what it is about and its address", () => {
    expect(toBlogCard(studio({ url: "https://table.example/blog/" }))).toMatchObject({
      title: "The Long Table",
      description: "A small magazine.",
      source: "table.example/blog",
    });
  });

  test("has the address for a name that no font can write", () => {
    expect(toBlogCard(studio({ title: "โต๊ะยาว" }))).toMatchObject({ title: "table.example", source: "table.example" });
  });

  test("does not show an address that is only this machine's", () => {
    expect(toBlogCard(studio({ url: "http://localhost:8080/" })).source).toBe("The Long Table");
  });
});

describe("what cards leave out", () => {
  const find = (...posts: readonly Parameters<typeof makePost>[0][]) =>
    findMissingGlyphs(
      posts.map((settings, index) => makePost({ id: `p${index}`, ...settings })),
      library,
      (_, keys) => ({ line: keys.includes("title") ? 2 : 4, column: 8 }),
    ).map(formatProblem);

  test("is told at the title", () => {
    expect(find({ title: "Tea" }, { title: "The ლ" })).toEqual([
      "posts/p1.md:2:8: warning: the social card leaves out what its fonts lack (found ლ in the title). " +
        "Leave it so, write it in letters, or give the post an `image:`.",
    ]);
  });

  test("is told once where it is emoji, however many posts have some", () => {
    expect(find({ title: "🎉 A" }, { title: "B ☕ 👩‍👩‍👧" }, { title: "C 🇩🇪" })).toEqual([
      expect.stringContaining(
        "posts/p0.md:2:8: warning: the social card leaves out what its fonts lack (found 🎉 in the title, and the like in 2 more)",
      ),
    ]);
  });

  test("is told once for a language that no font knows", () => {
    const hindi = ["नमस्ते", "चाय", "मेज़"].map((title) => ({ title, lang: "hi" }));
    expect(find(...hindi)).toEqual([
      expect.stringMatching(
        /^posts\/p0\.md:2:8: warning: no font of the social cards can write this title \(found न म .*in the title, and the like in 2 more\)\. Give it an `image:`/u,
      ),
    ]);
  });

  test("is told once for a name, at its key", () => {
    const authors = [author("สมชาย")];
    expect(find({ authors }, { authors })).toEqual([
      expect.stringContaining("posts/p0.md:4:8: warning: the social card leaves out what its fonts lack (found ส ม"),
    ]);
  });

  test("is named by its number where nothing could be seen", () => {
    expect(find({ title: "A \u{F8FF} logo" })[0]).toContain("(found U+F8FF in the title)");
  });
});
