import { describe, expect, test } from "vitest";
import { editFrontMatter } from "../../src/content/edit-front-matter.ts";
import type { Fix } from "../../src/lib/problem.ts";

const file = (yaml: string) => `---\n${yaml}\n---\n\nSome words.\n---\naliases: [in the text]\n`;
const alias = (...values: string[]): Fix => ({ kind: "add", key: "aliases", values });
const tag = (found: string, value: string, index = 0, key = "tags"): Fix => ({
  kind: "replace",
  path: [key, index],
  found,
  value,
});

describe("an address is added", () => {
  test.each([
    ["on a line of its own", "title: A # one", "title: A # one\naliases: [/old/]"],
    ["below what is there", "title: A\n\n# the end", "title: A\n\n# the end\naliases: [/old/]"],
    [
      "below a text over several lines",
      "title: A\ndescription: |\n  B\n\n",
      "title: A\ndescription: |\n  B\n\n\naliases: [/old/]",
    ],
    ["to a list in brackets", "aliases: [/a/] # kept\ntitle: A", "aliases: [/a/, /old/] # kept\ntitle: A"],
    ["to quoted ones", "aliases: [ \"/a/\", '/b/' ]\ntitle: A", "aliases: [ \"/a/\", '/b/', /old/ ]\ntitle: A"],
    [
      "before a comma at the end",
      "aliases: [\n  /a/, # one\n  /b/,\n]\ntitle: A",
      "aliases: [\n  /a/, # one\n  /b/, /old/,\n]\ntitle: A",
    ],
    ["to an empty list", "aliases: []\ntitle: A", "aliases: [/old/]\ntitle: A"],
    [
      "to lines of their own",
      "aliases:\n  - /a/\n  - /b/ # two\ntitle: A",
      "aliases:\n  - /a/\n  - /b/ # two\n  - /old/\ntitle: A",
    ],
    ["to lines that are not indented", "aliases:\n- /a/\ntitle: A", "aliases:\n- /a/\n- /old/\ntitle: A"],
    ["to lines at the end", "title: A\naliases:\n    -   '/a/'", "title: A\naliases:\n    -   '/a/'\n    -   /old/"],
    ["to a single one", "aliases: /a/ # one\ntitle: A", "aliases: [/a/, /old/] # one\ntitle: A"],
    ["to a single one in quotation marks", 'aliases: "/a,b/"\ntitle: A', 'aliases: ["/a,b/", /old/]\ntitle: A'],
    ["to a single one with a comma", "aliases: /a,b/\ntitle: A", 'aliases: ["/a,b/", /old/]\ntitle: A'],
    ["to nothing", "aliases:\ntitle: A", "aliases: [/old/]\ntitle: A"],
    ["to nothing with a remark", "aliases: # none yet\ntitle: A", "aliases: [/old/] # none yet\ntitle: A"],
    ["to a null", "aliases: ~\ntitle: A", "aliases: [/old/]\ntitle: A"],
  ])("%s", (_, before, after) => expect(editFrontMatter(file(before), alias("/old/"))).toBe(file(after)));

  test.each([
    ["/posts/雑談/", "[/posts/雑談/]"],
    ["/a b/", '["/a b/"]'],
    ["/a,b/[1]/", '["/a,b/[1]/"]'],
    ["/what's:this#/", '["/what\'s:this#/"]'],
    ['/"q"/', '["/\\"q\\"/"]'],
  ])("as YAML takes it: %s", (url, list) => {
    expect(editFrontMatter(file("title: A"), alias(url))).toBe(file(`title: A\naliases: ${list}`));
  });

  test("with others at once", () => {
    expect(editFrontMatter(file("aliases:\n  - /a/"), alias("/b/", "/c/"))).toBe(
      file("aliases:\n  - /a/\n  - /b/\n  - /c/"),
    );
  });
});

describe("a name is replaced", () => {
  test.each([
    [
      "in a list",
      "tags: [ tea,  Javascript ] # two",
      tag("Javascript", "JavaScript", 1),
      "tags: [ tea,  JavaScript ] # two",
    ],
    ["on its line", "tags:\n  - 'it''s'\n  - x", tag("it's", "It's"), "tags:\n  - 'It''s'\n  - x"],
    ["alone", "tags: javascript", tag("javascript", "JavaScript"), "tags: JavaScript"],
    ["in double quotation marks", 'tags: ["c++"]', tag("c++", 'C++ "x"'), 'tags: ["C++ \\"x\\""]'],
    ["with quotation marks that it needs now", "tags: [c]", tag("c", "C, D"), 'tags: ["C, D"]'],
    [
      "with its parents",
      "categories: work / meetings",
      tag("work / meetings", "Work/Meetings", 0, "categories"),
      "categories: Work/Meetings",
    ],
    ["over a line end", "tags: [a,\n  b\n  c]", tag("b c", "B C", 1), "tags: [a,\n  B C]"],
  ])("%s", (_, before, fix, after) => {
    expect(editFrontMatter(file(`title: A\n${before}`), fix)).toBe(file(`title: A\n${after}`));
  });

  test.each([
    ["before", "tags: [milk, tea, Tea]", 2, "tags: [milk, tea]"],
    ["behind", "tags: [Tea, milk, tea] # two", 0, "tags: [tea, milk] # two"],
    ["on its line", "tags:\n  - tea\n  - Tea\n  - milk", 1, "tags:\n  - tea\n  - milk"],
    ["at the end", "tags:\n  - Tea\n  - milk\n  - tea", 0, "tags:\n  - tea\n  - milk"],
    ["with a comment, which stays", "tags:\n  - tea\n  - Tea # why", 1, "tags:\n  - tea\n  - tea # why"],
    ["over lines with comments", "tags: [\n  tea, # one\n  Tea\n]", 1, "tags: [\n  tea, # one\n  tea\n]"],
    ["with a name that is needed", "tags: [tea, &x Tea, *x]", 1, undefined],
  ])("and its double goes: %s", (_, yaml, index, expected) => {
    expect(editFrontMatter(file(yaml), tag("Tea", "tea", index))).toBe(expected && file(expected));
  });

  test("as a whole value", () => {
    const fix: Fix = { kind: "replace", path: ["slug"], found: "A Slug", value: "a-slug" };
    expect(editFrontMatter(file("slug: A Slug"), fix)).toBe(file("slug: a-slug"));
  });
});

describe("everything else stays as it is", () => {
  test("line ends and a byte order mark", () => {
    const text = "\uFEFF---\r\ntitle: A\r\naliases:\r\n  - /a/\r\n---\r\nWords\r\n";
    expect(editFrontMatter(text, alias("/b/"))).toBe(
      "\uFEFF---\r\ntitle: A\r\naliases:\r\n  - /a/\r\n  - /b/\r\n---\r\nWords\r\n",
    );
    const without = "---\r\ntitle: A\r\n...\r\n";
    expect(editFrontMatter(without, alias("/b/"))).toBe("---\r\ntitle: A\r\naliases: [/b/]\r\n...\r\n");
  });

  test.each([
    ["another value stands there", "tags: [tea]", tag("milk", "Milk")],
    ["there is none", "title: A", tag("milk", "Milk")],
    ["it is an alias of YAML", "series: &s Tea\ntags: [*s]", tag("Tea", "tea")],
    ["others refer to it", "tags: [&s Tea]\nseries: *s", tag("Tea", "tea")],
    ["it is a text over several lines", "tags: >\n  Tea", tag("Tea", "tea")],
    ["the front matter is a map in braces", "{ title: A }", alias("/old/")],
    ["the list is another's", "series: &s [a]\naliases: *s", alias("/old/")],
    ["it is there twice", "tags: [a]\ntags: [b]", tag("b", "B")],
    ["it holds what is no address", "aliases: { a: b }", alias("/old/")],
  ])("where %s", (_, yaml, fix) => expect(editFrontMatter(file(yaml), fix)).toBeUndefined());

  test.each(["", "No front matter", "---\ntitle: [\n---\n", "---\ntitle: A\n", "+++\ntitle = 1\n+++\n"])(
    "where it cannot be read: %j",
    (text) => expect(editFrontMatter(text, alias("/old/"))).toBeUndefined(),
  );
});
