import { describe, expect, it } from "vitest";
import { readFront } from "../../../src/importers/markdown/front/read-front.ts";

const read = (text: string, allowsOpenTop = false) => {
  const { data, body, bodyLine, isBroken, findings } = readFront(text, { allowsOpenTop });
  return { data, body, bodyLine, isBroken, findings: findings.map(({ line, outcome }) => [line, outcome]) };
};

const sound = { isBroken: false, findings: [] };

describe("front matter", () => {
  it.each([
    [
      "YAML",
      "---\ntitle: 1.10\ntags: [no, 'b: c']\nempty:\n---\nText\n",
      { title: "1.10", tags: ["no", "b: c"], empty: null },
      6,
    ],
    [
      "TOML",
      '+++\ntitle = "Tea"\nn = 5\nyes = true\n[extra]\na = [1, 2]\n+++\nText\n',
      { title: "Tea", n: "5", yes: "true", extra: { a: ["1", "2"] } },
      8,
    ],
    ["JSON", '{\n  "title": "Tea {}}",\n  "n": 1.5\n}\nText\n', { title: "Tea {}}", n: "1.5" }, 5],
    ["JSON with marks", ';;;\n"title": "Tea",\n"n": 1\n;;;\nText\n', { title: "Tea", n: "1" }, 5],
    ["a named language", '---json\n{ "title": "Tea" }\n---\nText\n', { title: "Tea" }, 4],
    ["long marks", "-----\ntitle: Tea\n-----\nText\n", { title: "Tea" }, 4],
    ["dots as an end", "---\ntitle: Tea\n...\nText\n", { title: "Tea" }, 4],
    ["nothing between the marks", "---\n---\nText\n", {}, 3],
    ["none", "Text\n", {}, 1],
  ])("is read as %s", (_, text, data, bodyLine) => {
    expect(read(text)).toEqual({ data, body: "Text\n", bodyLine, ...sound });
  });

  it.each([
    ["2020-05-01T10:00:00Z", "2020-05-01T10:00:00Z"],
    ["2020-05-01", "2020-05-01"],
    ["2020-05-01 10:00:00", "2020-05-01T10:00:00"],
    ["2020-05-01T10:00:00-08:00", "2020-05-01T10:00:00-08:00"],
  ])("keeps what a date of TOML says of its zone: %s", (date, text) => {
    expect(read(`+++\ndate = ${date}\n+++\n`).data).toEqual({ date: text });
  });

  it("needs no mark at its top in Hexo", () => {
    expect(read("title: Tea\ntags:\n- a\n---\nText\n", true)).toEqual({
      data: { title: "Tea", tags: ["a"] },
      body: "Text\n",
      bodyLine: 5,
      ...sound,
    });
    expect(read("title: Tea\n---\nText\n").data).toEqual({});
  });

  it("takes no heading for the end of front matter without a mark at its top", () => {
    expect(read("Note: this is text\n\nHeading\n---\nText\n", true).data).toEqual({});
  });

  it("reads tabs as blanks, and says so", () => {
    const { data, findings } = read("---\ntitle: Tea\ntags:\n\t- a\n\t- b\n---\n");
    expect(data).toEqual({ title: "Tea", tags: ["a", "b"] });
    expect(findings).toEqual([[4, "repaired"]]);
  });

  it("lets the last of two equal keys count, and says so", () => {
    expect(read("---\ntitle: One\ntitle: Two\n---\n")).toMatchObject({
      data: { title: "Two" },
      findings: [[3, "changed"]],
    });
  });

  it.each([
    [
      "---\ntitle: Tea: black\ndate: 2020-05-01\ndraft: true\n---\nText\n",
      { title: "Tea: black", date: "2020-05-01", draft: "true" },
      2,
    ],
    ['+++\ntitle = "Tea\ndate = 2020-05-01\n+++\nText\n', { title: "Tea", date: "2020-05-01" }, 2],
    ["+++\ntitle = 'a'\ntitle = 'b'\n+++\nText\n", { title: "b" }, 3],
  ])("reads each key by itself where the whole is broken: %j", (text, data, line) => {
    const front = read(text);
    expect(front).toMatchObject({ data, isBroken: true, body: "Text\n" });
    expect(front.findings).toEqual([[line, "repaired"]]);
  });

  it("keeps everything where there is no end", () => {
    const text = "---\ntitle: Tea\n\nText\n";
    expect(read(text)).toMatchObject({ data: {}, body: text, isBroken: true });
  });

  it.each([
    ["YAML", `---\na: ${"[".repeat(20_000)}\n---\n`],
    ["TOML", `+++\na = ${"[".repeat(20_000)}\n+++\n`],
    ["JSON", `{"a": ${"[".repeat(20_000)}${"]".repeat(20_000)}}\n`],
    [
      "aliases",
      `---\na: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n---\n`,
    ],
  ])("survives what is nested without end: %s", (_, text) => {
    expect(() => readFront(text, { allowsOpenTop: false })).not.toThrow();
  });
});
