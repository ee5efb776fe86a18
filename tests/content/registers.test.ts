import { describe, expect, test } from "vitest";
import { parseAuthors, parseTerms } from "../../src/content/registers.ts";
import { formatProblem } from "../../src/lib/problem.ts";
import { toFile, toJson } from "./model.ts";

const terms = (value: unknown) => {
  const { value: register, problems } = parseTerms(toJson("terms.json", value));
  return { register, lines: problems.map(formatProblem) };
};
const authors = (value: unknown) => {
  const { value: register, problems } = parseAuthors(toJson("authors.json", value));
  return { register, lines: problems.map(formatProblem) };
};

describe("terms.json", () => {
  test("may be missing", () => {
    expect(parseTerms(undefined)).toMatchObject({ value: { categories: new Map(), tags: new Map() }, problems: [] });
  });

  test("gives slugs and descriptions", () => {
    const { register, lines } = terms({
      categories: { "A/B": { slug: "b", description: "Two\nlines." } },
      tags: { C: {} },
    });
    expect(lines).toEqual([]);
    expect(register.categories.get("A/B")).toEqual({ slug: "b", description: "Two lines." });
    expect([...register.tags.keys()]).toEqual(["C"]);
  });

  test("may be indented with tabs and begin with a byte order mark", () => {
    const text = '\uFEFF{\r\n\t"tags": {\r\n\t\t"C": {\r\n\t\t\t"slug": "C"\r\n\t\t}\r\n\t}\r\n}\r\n';
    expect(terms(text).lines).toEqual(['_data/terms.json:4:12: `slug` is not a slug (found C). Write `"slug": "c"`.']);
  });

  test("refuses two slugs that make one address, and names both", () => {
    const { lines } = terms({ tags: { "C++": { slug: "c" }, D: { slug: "d" }, "C#": { slug: "c" } } });
    expect(lines).toEqual([
      '_data/terms.json:10:15: the slug "c" of "C#" is taken (by "C++"). Give one of the two another.',
    ]);
  });

  test("may give one slug below two parents, or to a tag and a category", () => {
    const value = { categories: { "A/B": { slug: "x" }, "C/D": { slug: "x" } }, tags: { E: { slug: "x" } } };
    expect(terms(value).lines).toEqual([]);
    expect(terms({ categories: { "A/B": { slug: "x" }, "a/C": { slug: "x" } } }).lines).toHaveLength(1);
  });

  test("refuses two keys that are one term", () => {
    expect(terms({ tags: { Tea: {}, tea: { slug: "t" } } }).lines).toEqual([
      '_data/terms.json:4:5: "tea" is the same term as another key (as "Tea"). Join the two.',
    ]);
  });

  test("reports every mistake in it, and keeps what is right", () => {
    const { register, lines } = terms({
      tag: {},
      categories: [],
      tags: { a: "x", b: { slug: "B" }, c: { slag: "c" }, d: { slug: "d" }, "": {}, e: { description: 5 } },
    });
    expect(lines).toEqual([
      "_data/terms.json:2:3: warning: unknown key (found `tag`). Did you mean `tags`?",
      '_data/terms.json:3:17: `categories` must be an object (found []). Write `{ "key": { … } }`.',
      '_data/terms.json:5:10: `a` must be an object (found x). Write `{ "key": { … } }`.',
      '_data/terms.json:7:15: `slug` is not a slug (found B). Write `"slug": "b"`.',
      "_data/terms.json:10:7: warning: unknown key (found `slag`). Did you mean `slug`?",
      '_data/terms.json:15:9: a key must not be empty (found ). Write `{ "key": { … } }`.',
      '_data/terms.json:17:22: `description` must be text (found 5). Write `"description": "some text"`.',
    ]);
    const right = [...register.tags].filter(([, { isWrong }]) => !isWrong);
    expect(right.map(([key]) => key)).toEqual(["c", "d"]);
  });

  const slugRemedy = "Write lower-case letters, numbers and `-`.";
  test.each([
    ["../../x", 'Write `"slug": "x"`.'],
    ["a/b", 'Write `"slug": "a-b"`.'],
    ["A", 'Write `"slug": "a"`.'],
    [5, slugRemedy],
    [["a"], slugRemedy],
  ])("refuses the slug %j", (slug, remedy) => {
    expect(terms({ tags: { a: { slug } } }).lines).toEqual([expect.stringContaining(remedy)]);
  });

  test("takes an empty slug for none", () => expect(terms({ tags: { a: { slug: "" } } }).lines).toEqual([]));
});

describe("authors.json", () => {
  test("may be missing", () => expect(parseAuthors(undefined)).toMatchObject({ value: new Map(), problems: [] }));

  test("gives what is known of authors", () => {
    const ada = { name: "Ada", bio: "Writes.", url: "https://ada.example/", avatar: "/ada.png" };
    const { register, lines } = authors({
      ada,
      bob: { avatar: "pictures/b%C3%B6b.png" },
      eve: { avatar: "https://x.example/e.png" },
    });
    expect(lines).toEqual([]);
    expect(register.get("ada")).toEqual(ada);
    expect(register.get("bob")?.avatar).toBe("/pictures/böb.png");
    expect(register.get("eve")?.avatar).toBe("https://x.example/e.png");
  });

  test.each(["javascript:alert(1)", "ada.example", "//ada.example", "https:// "])("refuses the address %j", (url) => {
    expect(authors({ ada: { url } }).lines).toEqual([
      `_data/authors.json:3:12: \`url\` is not an address (found ${url.trim()}). Write a full address such as \`https://example.org/\`.`,
    ]);
  });
});

describe("JSON that is none", () => {
  test.each([
    ["", "1:1", "the end of the file", "Close what is open: a bracket is missing at the end."],
    ['{\n  "a": {},\n}', "3:1", "}", "Remove the comma in front of it, or write what is missing."],
    ['{\n  "a": }', "2:8", "}", "Remove the comma in front of it, or write what is missing."],
    ['{\n  "a": {}\n  "b": {}\n}', "3:3", '"b": {}', "Write a comma between two entries."],
    ['{\n  "a" {}\n}', "2:7", "{}", 'Write a colon behind the name: `"name": …`.'],
    ["{\n  a: {}\n}", "2:3", "a: {}", 'Write names and texts in double quotes, on one line: `"name": "text"`.'],
    ["{ 'a': {} }", "1:3", "'a': {} }", 'Write names and texts in double quotes, on one line: `"name": "text"`.'],
    ["{\n  // note\n}", "2:3", "// note", "Remove the comment; JSON has none."],
    [
      '{ "a": { "b": "x\ny" } }',
      "1:15",
      '"x',
      'Write names and texts in double quotes, on one line: `"name": "text"`.',
    ],
    ['{ "a": 01 }', "1:8", "01 }", 'Write names and texts in double quotes, on one line: `"name": "text"`.'],
    ['{ "a": {} } x', "1:13", "x", "Remove what stands behind the object."],
    ['{ "a": {', "1:9", "the end of the file", "Close what is open: a bracket is missing at the end."],
  ])("%j is refused where it breaks", (text, place, found, remedy) => {
    expect(terms(text).lines).toEqual([
      `_data/terms.json:${place}: the file is not valid JSON (found ${found}). ${remedy}`,
    ]);
  });

  test.each(["[]", "null", '"a"', "5"])("%s is refused, as it is no object", (text) => {
    expect(terms(text).lines[0]).toContain("_data/terms.json:1:1: the file is no JSON object (found ");
  });

  test("is refused when it is not UTF-8", () => {
    const { problems } = parseTerms(toFile("_data", "terms.json", Uint8Array.from([0x7b, 0xff])));
    expect(problems.map(formatProblem)[0]).toMatch(/^_data\/terms\.json:1:2: the file is not UTF-8 text/);
  });
});
