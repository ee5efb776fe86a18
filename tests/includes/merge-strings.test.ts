import { describe, expect, test } from "vitest";
import { en } from "../../_includes/strings/en.ts";
import { mergeStrings, type StringsSource } from "../../_includes/strings/merge-strings.ts";
import type { OwnStrings } from "../../_includes/strings/strings.ts";
import { languages } from "../../_includes/strings/to-strings.ts";
import { formatProblem } from "../../src/lib/problem.ts";

const own = (lang: string, value: unknown, text = ""): StringsSource => {
  return { lang, file: `_data/strings/${lang}.ts`, text, value };
};
const lines = (...sources: StringsSource[]) => mergeStrings(sources, "en").problems.map(formatProblem);

describe("our own languages", () => {
  test("are complete", () => {
    expect(lines()).toEqual([]);
  });

  test("say what they lack, and English stands in", () => {
    const { posts: _, markdown, ...rest } = languages.find(({ lang }) => lang === "de") ?? en;
    const { table: __, ...labels } = markdown;
    const german = { ...own("de", { ...rest, markdown: labels }), file: "_includes/strings/de.ts" };
    const { stringsOf, problems } = mergeStrings([], "de", [own("en", en), german]);
    expect(problems.map(formatProblem)).toEqual([
      "_includes/strings/de.ts:1:1: warning: the language `de` is not complete (without `posts`, `markdown.table`). " +
        "Add these words as `_includes/strings/en.ts` has them; English stands in for them.",
    ]);
    expect(problems[0]?.id).toBe("strings-missing");
    const { posts, archive, markdown: found } = stringsOf("de");
    expect([posts, archive, found.table, found.footnotes]).toEqual(["Posts", "Archiv", "Table", "Fußnoten"]);
  });
});

describe("the owner's words", () => {
  test("come before ours, one by one", () => {
    const value = { postedIn: "Abgelegt unter", markdown: { alerts: { tip: "Kniff" } } } satisfies OwnStrings;
    const { stringsOf, problems } = mergeStrings([own("de", value)], "en");
    expect(problems).toEqual([]);
    expect(stringsOf("de-AT")).toMatchObject({
      lang: "de-AT",
      postedIn: "Abgelegt unter",
      archive: "Archiv",
      markdown: { alerts: { tip: "Kniff", note: "Hinweis" } },
    });
  });

  test("of a variety are laid over its language, in whatever order they are read", () => {
    const sources = [own("pt-BR", { archive: "Arquivo" }), own("pt", { ...en, archive: "Arquivos", posts: "Artigos" })];
    for (const order of [sources, sources.toReversed()]) {
      const { stringsOf, problems } = mergeStrings(order, "en");
      expect(problems).toEqual([]);
      expect(stringsOf("pt-BR")).toMatchObject({ archive: "Arquivo", posts: "Artigos" });
      expect(stringsOf("pt-PT")).toMatchObject({ lang: "pt-PT", archive: "Arquivos" });
    }
  });

  test("of a language that nobody had are asked for one by one", () => {
    const { markdown, postCount: _, ...rest } = en;
    const [problem] = mergeStrings(
      [own("pt", { ...rest, markdown: { ...markdown, table: undefined } })],
      "en",
    ).problems;
    expect(problem?.message).toBe("the language `pt` is not complete (without `postCount`, `markdown.table`)");
  });

  test.each([
    [{ taged: "x" }, "unknown key (found `taged`). Did you mean `tagged`?"],
    [
      { markdown: { alerts: { tipp: "x" } } },
      "unknown key (found `markdown.alerts.tipp`). Did you mean `markdown.alerts.tip`?",
    ],
    [{ xyzzy: 1 }, "unknown key (found `xyzzy`). Remove it."],
    [{ tagged: 7 }, "`tagged` must be some text (found 7). Write it as `_includes/strings/en.ts` does."],
    [
      { postCount: "posts" },
      "`postCount` must be a function that returns text (found posts). Write it as `_includes/strings/en.ts` does.",
    ],
    [{ tagged: () => "x" }, /^`tagged` must be some text \(found .*\)\. Write it/],
    [
      { searchCount: { one: "x" } },
      /^`searchCount` must be an object with a text for each plural form, `other` among them/,
    ],
    [{ markdown: "x" }, "`markdown` must be an object (found x). Write it as `_includes/strings/en.ts` does."],
    [
      { searchComment: "someone" },
      "`searchComment` lacks `{name}` (found someone). Write it as `_includes/strings/en.ts` does.",
    ],
  ])("that cannot be used are named, and ours stand: %j", (value, expected) => {
    const { stringsOf, problems } = mergeStrings([own("de", value)], "en");
    const messages = problems.map(({ message, remedy }) => `${message}. ${remedy}`);
    expect(messages).toHaveLength(1);
    expect(messages.join("\n")).toMatch(expected);
    expect(stringsOf("de").postCount(2)).toBe("2 Beiträge");
    expect(stringsOf("de").markdown.table).toBe("Tabelle");
  });

  test("that cannot be used are found in their file", () => {
    const text = 'export default {\n  postedIn: "Abgelegt unter",\n  taged: "Stichworte",\n};\n';
    const [line] = lines(own("de", { postedIn: "Abgelegt unter", taged: "Stichworte" }, text));
    expect(line).toMatch(/^_data\/strings\/de\.ts:3:3: warning: unknown key/);
  });
});
