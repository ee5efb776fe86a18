import { describe, expect, test } from "vitest";
import { assignFonts, isPlain } from "../../src/cards/assign-fonts.ts";
import { composeText } from "../../src/cards/compose-text.ts";
import type { Family } from "../../src/cards/font-families.ts";
import { createFontLibrary } from "../../src/eleventy/cards/card-fonts.ts";
import { titles } from "./titles.ts";

const library = createFontLibrary();
const families: readonly Family[] = ["latin", "arabic", "hebrew", "japanese", "korean", "simplified", "traditional"];

/** `latin:Hello |hebrew:שלום`: text by font, in logical order. */
function show(text: string, lang: string): string {
  const runs: { family: Family; text: string }[] = [];
  for (const cluster of assignFonts(text, lang, library).clusters) {
    const last = runs.at(-1);
    if (last?.family === cluster.family) last.text += cluster.text;
    else runs.push({ ...cluster });
  }
  return runs.map((run) => `${run.family}:${run.text}`).join("|");
}

describe("a text is set in fonts", () => {
  test.each([
    ["en", "Hello, 東京", "latin:Hello, |japanese:東京"],
    ["en", "中国 and 台灣", "japanese:中国|latin: and |japanese:台灣"],
    ["en", "说话", "simplified:说话"],
    ["ja", "直す", "japanese:直す"],
    ["ja", "GitHubの「机」2つ", "latin:GitHub|japanese:の「机」|latin:2|japanese:つ"],
    ["zh", "直说“好”", "simplified:直说“好”"],
    ["zh", "直說“好”", "traditional:直說“好”"],
    ["zh-TW", "直說“好”", "traditional:直說“好”"],
    ["zh-HK", "直", "traditional:直"],
    ["zh-Hans", "直", "simplified:直"],
    ["ko", "탁자 2개 “둘”", "korean:탁자|latin: 2|korean:개|latin: “|korean:둘|latin:”"],
    ["ko", "大화", "japanese:大|korean:화"],
    ["ar", "قهوة (GitHub) 12 ٣؟", "arabic:قهوة (|latin:GitHub) 12 |arabic:٣؟"],
    ["he", "שלום, 24%", "hebrew:שלום, 24%"],
    ["ru", "Привет, ёж", "latin:Привет, ёж"],
    ["en", "★ star", "japanese:★|latin: star"],
  ])("%s: %s", (lang, text, expected) => {
    expect(show(text, lang)).toBe(expected);
  });
});

describe("what no font has", () => {
  test.each([
    ["We shipped 🎉 it 👩‍👩‍👧 and ❤️", "We shipped it and", ["🎉", "👩‍👩‍👧", "❤️"], true],
    ["A long लंबी table", "A long table", ["लं", "बी"], true],
    ["लंबी मेज़ GitHub", "GitHub", ["लं", "बी", "मे", "ज़"], false],
    ["ĳs", "ijs", [], true],
    ["สวัสดี", "", ["ส", "วั", "ส", "ดี"], false],
    ["\u{E000}", "", ["\u{E000}"], false],
    ["\u200B\u200F", "\u200B\u200F", [], false],
  ])("is left out of %s and named", (text, drawn, missing, isReadable) => {
    const { clusters, ...rest } = assignFonts(text, "en", library);
    expect(clusters.map((cluster) => cluster.text).join("")).toBe(drawn);
    expect(rest).toEqual({ missing: [...new Set(missing)], isReadable });
  });

  test("costs a letter its marks before it costs the letter", () => {
    const { clusters, missing, isReadable } = assignFonts("Ἐν ἀρχῇ", "el", library);
    expect(clusters.map((cluster) => cluster.text).join("")).toBe("Εν αρχη");
    expect(missing).toEqual(["Ἐ", "ἀ", "ῇ"]);
    expect(isReadable).toBe(true);
  });
});

describe("every glyph is drawn", () => {
  test.each(titles)("of a title in %s, bold and regular", (_, lang, direction, title) => {
    const { clusters, missing } = assignFonts(title, lang, library);
    expect(missing).toEqual([]);
    expect(clusters.map((cluster) => cluster.text).join("")).toBe(title);
    for (const weight of ["bold", "regular"] as const) {
      const runs = composeText(clusters, { lang, direction, weight, library }).setLine(0, clusters.length);
      // Glyph 0 is the box that stands for what a font lacks.
      expect(runs.flatMap((run) => run.glyphs.filter(({ id }) => id === 0))).toEqual([]);
      const inked = runs.flatMap((run) => run.glyphs.map(({ id }) => library(run.family, weight).outline(id)));
      expect(inked.filter((path) => path !== "").length).toBeGreaterThan(title.replace(/\P{L}/gu, "").length * 0.8);
    }
  });

  test("that counts as plain without asking the Latin font", () => {
    const plain = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).filter(isPlain);
    expect(plain.length).toBeGreaterThan(250);
    for (const weight of ["bold", "regular"] as const) {
      expect(plain.filter((character) => !library("latin", weight).has(character))).toEqual([]);
    }
  });

  test("in both weights of a family, so that asking one is enough", () => {
    const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCodePoint(code));
    for (const family of families) {
      const [bold, regular] = [library(family, "bold"), library(family, "regular")];
      const differing = bold === regular ? [] : characters.filter((char) => bold.has(char) && !regular.has(char));
      expect([family, differing]).toEqual([family, []]);
    }
  });
});
