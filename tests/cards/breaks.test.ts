import { describe, expect, test } from "vitest";
import { breakLines, type Piece } from "../../src/cards/break-lines.ts";
import { findBreaks } from "../../src/cards/break-points.ts";
import { toGraphemes } from "../../src/cards/graphemes.ts";

/** With `|` where a line may end, at worst by a break of that quality. */
function show(text: string, lang: string, worst: number): string {
  const graphemes = toGraphemes(text);
  const breaks = findBreaks(graphemes, lang);
  return graphemes.map((grapheme, index) => grapheme + ((breaks[index] ?? 9) <= worst ? "|" : "")).join("");
}

describe("a line may end", () => {
  test.each([
    ["between words", "en", 1, "A good apology", "A |good |apology"],
    ["best behind a comma or colon", "en", 0, "Two chairs: a letter, sent", "Two chairs: |a letter, |sent"],
    ["not before a French sign", "fr", 1, "« Quoi ? » dit-elle", "« Quoi ? » |dit-elle"],
    ["before a German mark", "de", 1, "Er rief »Tee« laut", "Er |rief |»Tee« |laut"],
    ["not before a dash", "en", 1, "Tea – or coffee", "Tea – |or |coffee"],
    ["before an ampersand", "en", 1, "Tea & toast", "Tea |& |toast"],
    ["not at a space that is not to be broken", "fr", 1, "Quoi\u00A0? Rien", "Quoi\u00A0? |Rien"],
    ["in a compound, if need be", "en", 2, "well-known 5-4", "well-|known |5-4"],
    ["behind a part of an address", "en", 2, "a.example/b", "a.|example/|b"],
    ["in a word in an emergency", "en", 3, "tea-pot", "t|e|a-|p|o|t"],
    ["not behind a hyphen that holds a word", "en", 3, "a\u2011b", "a\u2011b"],
    ["not within a grapheme", "en", 3, "e\u0301👩‍👩‍👧x", "e\u0301|👩‍👩‍👧|x"],
    ["in Japanese, where a phrase begins", "ja", 0, "雑談の効用と机", "雑談の|効用と|机"],
    ["in Japanese, between words if need be", "ja", 1, "言語処理の本", "言語|処理の|本"],
    ["not before a comma or behind a bracket", "ja", 2, "机、「茶」だ。", "机、|「茶」|だ。"],
    ["not before a small kana or a long vowel", "ja", 2, "ちょっとコーヒー", "ちょっ|と|コー|ヒー"],
    ["in Chinese, between words", "zh", 1, "会议结束以后我们", "会议|结束|以后|我们"],
    ["in Korean, at spaces alone", "ko", 2, "긴 탁자에서", "긴 |탁자에서"],
    ["between Latin and Japanese", "ja", 1, "机はGitHub", "机は|GitHub"],
    ["in Arabic, at spaces", "ar", 1, "القهوة أولًا، ثم", "القهوة |أولًا، |ثم"],
  ])("%s", (_, lang, worst, text, expected) => {
    expect(show(text, lang, worst)).toBe(expected);
  });
});

/** Words of so many ems, a space of one after each. */
function pieces(...widths: readonly number[]): Piece[] {
  return widths.map((width, index) => ({ from: index, to: index + 1, width, advance: width + 1, quality: 1 }));
}

describe("lines", () => {
  const lengths = (words: readonly Piece[], width: number) =>
    breakLines(words, width)?.map(({ from, to }) => to - from);

  test("are as few as can be and about equally long", () => {
    expect(lengths(pieces(3, 3, 3, 3, 3), 19)).toEqual([5]);
    expect(lengths(pieces(3, 3, 3, 3), 12)).toEqual([2, 2]);
    expect(lengths(pieces(2, 2, 2, 8), 11)).toEqual([3, 1]);
  });

  test("rather end between phrases than be equal", () => {
    const words = pieces(3, 3, 3, 3, 3).map((piece, index) => ({ ...piece, quality: index === 1 ? 0 : 2 }) as const);
    expect(lengths(words, 12)).toEqual([2, 3]);
  });

  test("are none where a word is too wide", () => {
    expect(lengths(pieces(3, 13), 12)).toBeUndefined();
  });
});
