import { describe, expect, test } from "vitest";
import { dissect } from "../../client/search/excerpt.ts";
import { parseLanguages, toLeadLanguage } from "../../client/search/lead-language.ts";
import { byDay, narrow, toChoices } from "../../client/search/narrow.ts";
import { formatSearch, parseSearch } from "../../client/search/search-address.ts";

const nothing = { q: "", category: "", tag: "", year: "" };

describe("a search in the address", () => {
  test.each([
    ["?q=tea", { ...nothing, q: "tea" }],
    [
      "?q=green+tea&category=Teams%2FOnboarding&tag=caf%C3%A9&year=2026",
      { q: "green tea", category: "Teams/Onboarding", tag: "café", year: "2026" },
    ],
    ["", nothing],
  ])("%s is read and written alike", (address, search) => {
    expect(parseSearch(address)).toEqual(search);
    expect(formatSearch(search)).toBe(address);
  });

  test("may hold what is nobody's and what is empty", () => {
    expect(parseSearch("?q=%20tea%20&category=&giscus=abc")).toEqual({ ...nothing, q: "tea" });
  });
});

describe("the language of a query", () => {
  const languages = parseLanguages("en ar:Arab:rtl ru:Cyrl ja");

  test.each([
    ["coffee", "en"],
    ["القهوة", "ar"],
    ["one قهوة", "ar"],
    ["кофе", "ru"],
    ["雑談", "en"],
    ["", "en"],
  ])("of %j is %s", (query, lead) => {
    expect(toLeadLanguage(query, languages)).toBe(lead);
  });

  test("is the blog's own where both are written alike", () => {
    expect(toLeadLanguage("кофе", parseLanguages("sr:Cyrl ru:Cyrl"))).toBe("sr");
  });
});

describe("narrowing", () => {
  const facets = {
    categories: ["Teams", "Teams/Onboarding"],
    tags: ["tea", "coffee"],
    pages: {
      a: [20260301, [0, 1], [0]],
      b: [20260401, [0], [0, 1]],
      c: [20250101, [], [1]],
      d: [0, [], []],
    },
  } as const;
  const ids = ["a", "b", "c", "d", "unknown"];

  test.each([
    [{}, ids],
    [{ category: "Teams" }, ["a", "b"]],
    [{ category: "Teams/Onboarding" }, ["a"]],
    [{ tag: "coffee" }, ["b", "c"]],
    [{ tag: "coffee", year: "2026" }, ["b"]],
    [{ tag: "milk" }, []],
  ])("by %j leaves %j", (chosen, expected) => {
    expect(narrow(ids, facets, { ...nothing, ...chosen })).toEqual(expected);
  });

  test("counts each field as the others are set, and offers no choice that leaves nothing", () => {
    const { category, tag, year } = toChoices(ids, facets, { ...nothing, tag: "coffee" });
    expect([...category]).toEqual([["Teams", 1]]);
    expect([...tag]).toEqual([
      ["tea", 2],
      ["coffee", 2],
    ]);
    expect([...year]).toEqual([
      ["2026", 1],
      ["2025", 1],
    ]);
  });

  test("keeps what was chosen among the choices, though it leaves nothing", () => {
    expect([...toChoices(["c"], facets, { ...nothing, category: "Teams" }).category]).toEqual([["Teams", 0]]);
  });

  test("without a query goes by day", () => {
    expect(byDay(ids, facets)).toEqual(["b", "a", "c", "d", "unknown"]);
  });
});

describe("an excerpt", () => {
  const show = (excerpt: string, content: string, title = "Tea") => {
    const { title: own, text } = dissect({ excerpt, content, title });
    const write = (pieces: typeof text) =>
      pieces.map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text)).join("");
    return [write(own), write(text)];
  };

  test.each([
    ["marks words", "in the <mark>tea</mark> pot", "Tea. It is in the tea pot", ["Tea", "… in the [tea] pot"]],
    ["goes on", "Tea. Leaves of", "Tea. Leaves of grass", ["Tea", "Leaves of …"]],
    ["gives the title its marks", "<mark>Tea.</mark> Leaves", "Tea. Leaves", ["[Tea]", "Leaves"]],
    ["may be nothing but the title", "<mark>Tea</mark>", "Tea", ["[Tea]", ""]],
    ["marks no punctuation", "the <mark>«tea»,</mark> cold", "Tea. the «tea», cold", ["Tea", "… the «[tea]», cold"]],
    [
      "takes tags for text",
      "a &lt;img src=x&gt; <mark>b</mark>",
      "Tea. a <img src=x> b",
      ["Tea", "… a <img src=x> [b]"],
    ],
  ])("%s", (_, excerpt, content, expected) => {
    expect(show(excerpt, content)).toEqual(expected);
  });

  test("that begins within the title gives it its marks", () => {
    expect(show("<mark>tea.</mark> Leaves", "Green tea. Leaves", "Green tea")).toEqual(["Green [tea]", "Leaves"]);
  });

  test("of Japanese has no spaces", () => {
    const [excerpt, content] = ["<mark>雑談</mark>の<mark>効用</mark>. 機械が", "雑談の効用. 機械が温まる"];
    expect(show(excerpt, content, "雑談の効用")).toEqual(["[雑談]の[効用]", "機械が …"]);
  });

  test("takes a title with tags for text", () => {
    expect(show("&lt;b&gt; <mark>c</mark>", "<b> c", "<b>")).toEqual(["<b>", "[c]"]);
  });
});
