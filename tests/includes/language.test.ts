import { expect, test } from "vitest";
import {
  formatDate,
  formatDay,
  formatMonth,
  formatMonthName,
  formatYear,
} from "../../_includes/strings/format-date.ts";
import { formatNumber } from "../../_includes/strings/format-number.ts";
import { toLanguageAttributes } from "../../_includes/strings/language.ts";
import { createStringsOf, languages, toStrings } from "../../_includes/strings/to-strings.ts";
import { toDirection } from "../../src/lib/direction.ts";
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
  expect(formatDate(DateTime.utc(2024, 3, 11), "fa")).toBe("۱۱ مارس ۲۰۲۴");
  expect(formatDate(DateTime.utc(2024, 3, 11), "th")).toBe("11 มีนาคม 2024");
});

test("Arabic has the digits of its newspapers, unless the tag says which", () => {
  const date = DateTime.utc(2024, 3, 11);
  for (const lang of ["ar", "ar-EG", "ar-SA"]) {
    expect(formatDate(date, lang)).toBe("11 مارس 2024");
    expect(formatDay(date.toMillis(), "UTC", lang)).toBe("11 مارس 2024");
    expect(formatNumber(1234, lang)).toBe("1,234");
  }
  expect(formatDate(date, "ar-u-nu-arab")).toBe("١١ مارس ٢٠٢٤");
});

test("months stand alone as headings do", () => {
  expect(formatMonth(2024, 3, "es")).toBe("Marzo de 2024");
  expect(formatMonthName(2024, 3, "fr")).toBe("Mars");
  expect(formatMonth(2024, 3, "ja")).toBe("2024年3月");
});

test("counts are plural as the language says", () => {
  const { postCount } = toStrings("en");
  expect([0, 1, 2].map(postCount)).toEqual(["0 posts", "1 post", "2 posts"]);
});

test("a language without strings gets those of the blog, else English", () => {
  const stringsOf = createStringsOf(languages, "de-AT");
  expect(stringsOf("xx")).toMatchObject({ lang: "de-AT", archive: "Archiv" });
  expect(stringsOf("fr-CA")).toMatchObject({ lang: "fr-CA", archive: "Archives" });
  expect(createStringsOf(languages, "xx")("yy").lang).toBe("en");
});
