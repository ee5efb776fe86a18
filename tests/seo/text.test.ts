import { describe, expect, test } from "vitest";
import { cutText } from "../../src/seo/cut-text.ts";
import { toDescription } from "../../src/seo/description.ts";
import { toOpenGraphLocale } from "../../src/seo/open-graph.ts";
import { toPageTitle } from "../../src/seo/page-title.ts";

describe("cutText", () => {
  test.each([
    ["leaves a fitting text", "one two", 7, "en", "one two"],
    ["folds white space", " one\n\ttwo ", 20, "en", "one two"],
    ["cuts after a whole word", "one two three", 9, "en", "one two…"],
    ["leaves no mark before the ellipsis", "one, (two three)", 7, "en", "one…"],
    ["cuts a word that alone is too long", "abcdefghij", 5, "en", "abcd…"],
    ["cuts between Japanese words", "私は毎朝コーヒーを飲みます", 9, "ja", "私は毎朝コーヒー…"],
    ["counts a character outside the basic plane once", "𝒜𝒷𝒸 𝒹ℯ𝒻", 7, "en", "𝒜𝒷𝒸 𝒹ℯ𝒻"],
    ["splits no surrogate pair", "𝒜".repeat(10), 5, "en", `${"𝒜".repeat(4)}…`],
    ["survives an unknown language", "one two three", 9, "no-such-language-tag", "one two…"],
  ])("%s", (_, text, limit, lang, expected) => {
    expect(cutText(text, limit, lang)).toBe(expected);
  });
});

describe("toPageTitle", () => {
  test("names the blog where both fit", () => {
    expect(toPageTitle("Tea", "Café", "en")).toBe("Tea · Café");
    expect(toPageTitle("a".repeat(60), "b".repeat(7), "en")).toBe(`${"a".repeat(60)} · ${"b".repeat(7)}`);
  });

  test("is the title alone where they don't", () => {
    expect(toPageTitle("a".repeat(60), "b".repeat(8), "en")).toBe("a".repeat(60));
  });

  test("cuts a title that alone is too long", () => {
    const title = toPageTitle("word ".repeat(20), "Café", "en");
    expect(title).toBe(`${"word ".repeat(14).trim().slice(0, 69)}…`);
    expect(title.length).toBeLessThanOrEqual(70);
  });
});

describe("toDescription", () => {
  test("is cut to what is shown, near its end", () => {
    const description = toDescription("lorem ipsum ".repeat(40), "en") ?? "";
    expect(description.length).toBeGreaterThanOrEqual(150);
    expect(description.length).toBeLessThanOrEqual(160);
    expect(description).toMatch(/(?:lorem|ipsum)…$/);
  });

  test("is none rather than empty", () => {
    expect(toDescription(" ", "en")).toBeUndefined();
  });
});

test.each([
  ["en", "en_US"],
  ["en-GB", "en_GB"],
  ["pt", "pt_BR"],
  ["zh-Hant", "zh_TW"],
  ["ar", "ar_EG"],
  ["no_tag", "no_tag"],
])("Open Graph says %s as %s", (lang, expected) => {
  expect(toOpenGraphLocale(lang)).toBe(expected);
});
