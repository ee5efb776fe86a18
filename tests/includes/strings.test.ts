import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { languages } from "../../_includes/strings/to-strings.ts";
import type { Strings } from "../../_includes/strings/strings.ts";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { isRecord } from "../../src/lib/is-record.ts";

const counts = [0, 1, 2, 3, 5, 11, 100];

/** What functions of more than numbers are called with. */
const calls: Readonly<Record<string, (count: number) => readonly unknown[]>> = {
  reaction: (count) => ["HEART", count],
  commentMinimized: (count) => (count === 0 ? [undefined] : [count === 1 ? "other" : "duplicate"]),
};

/** Every text of a language by its path, each function called with `count`. */
function toTexts(words: object, count: number, path = ""): Map<string, unknown> {
  const texts = new Map<string, unknown>();
  for (const [key, word] of Object.entries(words)) {
    const here = path + key;
    if (isRecord(word)) toTexts(word, count, `${here}.`).forEach((text, inner) => texts.set(inner, text));
    else if (typeof word !== "function") texts.set(here, word);
    else texts.set(here, Reflect.apply(word, undefined, calls[key]?.(count) ?? [count, count]));
  }
  return texts;
}

const [english, ...others] = languages.map((strings) => [strings.lang, strings] as const);

describe.each(others)("%s", (lang, strings) => {
  const isForm = (path: string) => path.startsWith("searchCount.");

  test("has every word that English has, and no other", () => {
    const paths = (words: Strings) => [...toTexts(words, 1).keys()].filter((path) => !isForm(path)).toSorted();
    expect(english && paths(strings)).toEqual(english && paths(english[1]));
  });

  test.each(counts)("says something everywhere for %i", (count) => {
    const empty = [...toTexts(strings, count)].filter(([, text]) => typeof text !== "string" || text.trim() === "");
    expect(empty).toEqual([]);
    expect([...toTexts(strings, count).values()].join("\n")).not.toMatch(/undefined|NaN|\[object/);
  });

  test("leaves nothing in English, but for words that both have", () => {
    const shared: Readonly<Record<string, readonly string[]>> = {
      de: ["feed", "comma", "permalink"],
      fr: ["titledPage", "comma", "conversation", "markdown.alerts.note", "markdown.alerts.important"],
      es: ["comma"],
    };
    const same = [...toTexts(strings, 3)].filter(([path, text]) => text === toTexts(english?.[1] ?? {}, 3).get(path));
    expect(same.map(([path]) => path)).toEqual(shared[lang] ?? []);
  });

  test("keeps what a script puts in", () => {
    const toPlaces = (words: Strings) => {
      const texts = [...toTexts(words, 1)].filter(([path]) => !isForm(path));
      return texts.flatMap(([path, text]) => (/\{\w+\}/.exec(String(text)) ?? []).map((place) => `${path} ${place}`));
    };
    expect(english && toPlaces(strings)).toEqual(english && toPlaces(english[1]));
  });
});

test.each(languages.map((strings) => [strings.lang, strings] as const))(
  "%s has a form of the number of results for every kind of number",
  (lang, { searchCount }) => {
    const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
    expect(Object.keys(searchCount).toSorted()).toEqual(pluralCategories.toSorted());
  },
);

test.each(languages)("what is heard of a link to a post begins with what is seen: $lang", (strings) => {
  expect(strings.continueReadingOf("T").startsWith(strings.continueReading)).toBe(true);
});

describe("counts", () => {
  const stringsOf = (lang: string) => languages.find((strings) => strings.lang === lang);

  test.each([
    ["en", ["0 comments", "1 comment", "2 comments", "3 comments", "5 comments", "11 comments", "100 comments"]],
    [
      "de",
      [
        "0 Kommentare",
        "1 Kommentar",
        "2 Kommentare",
        "3 Kommentare",
        "5 Kommentare",
        "11 Kommentare",
        "100 Kommentare",
      ],
    ],
    [
      "fr",
      [
        "0 commentaire",
        "1 commentaire",
        "2 commentaires",
        "3 commentaires",
        "5 commentaires",
        "11 commentaires",
        "100 commentaires",
      ],
    ],
    [
      "es",
      [
        "0 comentarios",
        "1 comentario",
        "2 comentarios",
        "3 comentarios",
        "5 comentarios",
        "11 comentarios",
        "100 comentarios",
      ],
    ],
    [
      "ja",
      ["コメント0件", "コメント1件", "コメント2件", "コメント3件", "コメント5件", "コメント11件", "コメント100件"],
    ],
    ["ar", ["لا تعليقات", "تعليق واحد", "تعليقان", "3 تعليقات", "5 تعليقات", "11 تعليقًا", "100 تعليق"]],
  ])("in %s take the form that the number wants", (lang, expected) => {
    expect(counts.map((count) => stringsOf(lang)?.commentCount(count))).toEqual(expected);
  });

  test("in Arabic are six kinds of phrase, whatever is counted", () => {
    const arabic = stringsOf("ar");
    for (const phrase of [arabic?.postCount, arabic?.commentCount, arabic?.earlierComments, arabic?.upvotes]) {
      const forms = [0, 1, 2, 3, 11, 100].map((count) => phrase?.(count).replace(/\d+ /, ""));
      expect(new Set(forms).size).toBe(6);
    }
  });

  test("of millions are followed by a preposition in French and Spanish", () => {
    expect(stringsOf("fr")?.postCount(2_000_000)).toBe("2\u202f000\u202f000 d’articles");
    expect(stringsOf("es")?.postCount(2_000_000)).toBe("2.000.000 de artículos");
  });
});

test("French has a narrow space before its double signs, and no other", () => {
  const french = languages.find(({ lang }) => lang === "fr") ?? {};
  const texts = [...toTexts(french, 3).values()].map(String);
  expect(texts.filter((text) => /[ \u00a0][:;?!]|\w[:;?!](?:\s|$)/.test(text))).toEqual([]);
  expect(texts.some((text) => text.includes("\u202f:"))).toBe(true);
});

test("pages ask their context for words, so that the owner's come first", () => {
  const files = ["_includes/components", "_includes/layouts", "pages"].flatMap((folder) =>
    listFiles(enginePath(folder)).map((path) => `${folder}/${path}`),
  );
  const asking = files.filter((file) => readFileSync(enginePath(file), "utf8").includes("strings/to-strings.ts"));
  expect([files.length > 50, asking]).toEqual([true, []]);
});
