import { expect, test } from "vitest";
import { formatDate, formatMonth, formatYear } from "../../_includes/strings/format-date.ts";
import { toDirection, toLanguageAttributes } from "../../_includes/strings/language.ts";
import { toStrings } from "../../_includes/strings/to-strings.ts";
import { DateTime } from "luxon";

test.each([
  ["ar", "rtl"],
  ["he", "rtl"],
  ["fa-IR", "rtl"],
  ["ur", "rtl"],
  ["az-Arab", "rtl"],
  ["ar-Latn", "ltr"],
  ["en", "ltr"],
  ["ja", "ltr"],
  ["no language", "ltr"],
])("%s is written %s", (lang, direction) => {
  expect(toDirection(lang)).toBe(direction);
});

test("a language is marked only where it changes, its direction only where that changes", () => {
  expect(toLanguageAttributes("en", "en")).toEqual({});
  expect(toLanguageAttributes("de", "en")).toEqual({ lang: "de" });
  expect(toLanguageAttributes("ar", "en")).toEqual({ lang: "ar", dir: "rtl" });
  expect(toLanguageAttributes("en", "he")).toEqual({ lang: "en", dir: "ltr" });
});

test("dates and archives are written as the language writes them", () => {
  expect(formatDate(DateTime.utc(2024, 3, 11), "de")).toBe("11. März 2024");
  expect(formatMonth(2024, 3, "en")).toBe("March 2024");
  expect(formatYear(2024, "en")).toBe("2024");
  // Archives are cut by Gregorian months, so a Persian blog must not name them after another calendar.
  expect(formatYear(2024, "fa")).toContain("۲۰۲۴");
});

test("counts are plural as the language says", () => {
  const { postCount } = toStrings("en");
  expect([0, 1, 2].map(postCount)).toEqual(["0 posts", "1 post", "2 posts"]);
});

test("a language without strings gets the next one's", () => {
  expect(toStrings("xx", "en-GB").lang).toBe("en-GB");
  expect(toStrings("xx").lang).toBe("en");
});
