import { expect, test } from "vitest";
import { toGiscusLanguage } from "../../client/giscus-language.ts";

test.each([
  ["en", "en"],
  ["en-GB", "en"],
  ["de-AT", "de"],
  ["pt-BR", "pt"],
  ["el", "gr"],
  ["el-CY", "gr"],
  ["km", "kh"],
  ["sr-Latn", "hbs"],
  ["hr", "hbs"],
  ["gsw-CH", "gsw"],
  ["iw", "he"],
  ["in", "id"],
  ["zh", "zh-Hans"],
  ["zh-CN", "zh-CN"],
  ["zh-TW", "zh-TW"],
  ["zh-HK", "zh-HK"],
  ["zh-SG", "zh-Hans"],
  ["zh-MO", "zh-Hant"],
  ["zh-Hans", "zh-Hans"],
  ["zh-Hant-HK", "zh-Hant"],
  ["zh-Latn", "en"],
  ["sw", "en"],
  ["", "en"],
  ["no such tag", "en"],
  ["sw de", "de"],
  ["sw xx", "en"],
  ["fa de", "fa"],
])("%s is %s", (tag, code) => {
  expect(toGiscusLanguage(tag)).toBe(code);
});
