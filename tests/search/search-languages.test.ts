import { describe, expect, test } from "vitest";
import { formatLanguages, toSearchLanguages } from "../../src/search/search-languages.ts";
import { makeContext, makePost, makeSite } from "../includes/make-context.ts";

function languagesOf(own: string, ...langs: readonly string[]): string {
  const site = makeSite({ language: own });
  const posts = langs.map((lang, index) => makePost({ id: `p${index}`, lang }));
  return formatLanguages(toSearchLanguages(makeContext(posts, { site }).blog));
}

describe("the languages of the index", () => {
  test.each([
    ["has the blog's own first", "en", ["de", "de", "en"], "en de"],
    ["then those with most to find", "en", ["fr", "de", "en", "de"], "en de fr"],
    ["leaves out one in which there is nothing", "en", ["de"], "de"],
    ["takes a variety of the blog's own for it", "en", ["de", "de", "en-GB"], "en-gb de"],
    ["names scripts of languages with a stemmer of their own", "en", ["en", "ru"], "en ru:Cyrl"],
    ["names directions that are not the blog's", "en", ["en", "ar", "he"], "en ar:Arab:rtl he::rtl"],
    ["names nothing of a blog that runs from the right", "ar", ["ar", "en"], "ar:Arab en::ltr"],
    ["knows no script for those without one", "en", ["en", "ja"], "en ja"],
  ])("%s", (_, own, langs, expected) => {
    expect(languagesOf(own, ...langs)).toBe(expected);
  });

  test("are none where nothing can be found", () => {
    expect(toSearchLanguages(makeContext([makePost({ noindex: true })]).blog)).toEqual([]);
  });
});
