import { describe, expect, test } from "vitest";
import { shorten, toSlug, toSpelledSlug } from "../../src/lib/slug.ts";

describe("toSlug", () => {
  test.each([
    ["你好", "你好"],
    ["شهر", "شهر"],
    ["Ünïcode", "ünïcode"],
    ["U\u0308ni\u0308code", "ünïcode"],
    ["हिन्दी में", "हिन्दी-में"],
    ["ภาษาไทย", "ภาษาไทย"],
    ["İstanbul", "i\u0307stanbul"],
    ["ΟΔΟΣ", "οδος"],
    ["STRASSE Straße", "strasse-straße"],
    ["don't", "don-t"],
    ["C", "c"],
    ["C++", "c"],
    ["C#", "c"],
    ["snake_case", "snake_case"],
    ["  Hello,   World!  ", "hello-world"],
    ["a/b\\c", "a-b-c"],
    ["../../etc/passwd", "etc-passwd"],
    ["1.10", "1-10"],
    ["Ⅳ ½", "ⅳ-½"],
    ["-- a --", "a"],
    ["می\u200cخواهم", "می-خواهم"],
  ])("turns %j into %j", (text, slug) => expect(toSlug(text)).toBe(slug));

  test.each([
    ["🎉", "u1f389"],
    ["++", "u2b-u2b"],
    ["❤\uFE0F", "u2764-ufe0f"],
    ["\u0301", "u301"],
    ["\uD800", "ud800"],
    ["", "empty"],
    [" \n", "empty"],
  ])("names %j, which has no letter, by its code points", (text, slug) => expect(toSlug(text)).toBe(slug));

  test("is the same for what it made itself", () => {
    for (const text of ["Ünïcode!", "🎉", "İ", "é".repeat(300), "ß-ﬁ", "Ａ", ""]) {
      expect(toSlug(toSlug(text))).toBe(toSlug(text));
    }
  });

  test.each(["a", "é", "你", "𝔘", "e\u0301\u0323", "a\u0301"])("fits %j, many times over, on a disk", (char) => {
    const slug = toSlug(char.repeat(400));
    expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(200);
    expect(slug).toMatch(/-[0-9a-f]{10}$/);
    expect(slug).not.toContain("\uFFFD");
  });

  test("keeps two long texts apart that begin alike, the same way on every run", () => {
    const [one, two] = [toSlug(`${"x".repeat(300)}1`), toSlug(`${"x".repeat(300)}2`)];
    expect(one).not.toBe(two);
    expect(one).toBe(`${"x".repeat(189)}-${one.slice(-10)}`);
    expect(one).toBe(toSlug(`${"x".repeat(300)}1`));
  });
});

describe("toSpelledSlug", () => {
  test.each([
    ["C++", "c-plus-plus"],
    ["C#", "c-sharp"],
    [".NET", "dot-net"],
    ["R&D", "r-and-d"],
    ["a 🎉", "a-u1f389"],
  ])("spells %j as %j", (text, slug) => expect(toSpelledSlug(text)).toBe(slug));
});

describe("shorten", () => {
  test("leaves a text that fits", () => expect(shorten("été", 5)).toBe("été"));
  test("cuts between characters", () => {
    const short = shorten("ééééééééééé", 20);
    expect(short).toMatch(/^é{4}-[0-9a-f]{10}$/);
  });
});
