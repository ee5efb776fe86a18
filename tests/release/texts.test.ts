import { describe, expect, test } from "vitest";
import { isSameContent, toBlobIds, toContentHash } from "../../src/release/file-content.ts";
import { diffLines } from "../../src/release/line-diff.ts";
import { toNews } from "../../src/release/news.ts";
import { compareVersions, isPrerelease, isVersion } from "../../src/release/version.ts";

const bytes = (text: string) => Buffer.from(text);

describe("versions", () => {
  test("stand in the order of Semantic Versioning", () => {
    const order = [
      "0.9.9",
      "1.0.0-alpha",
      "1.0.0-alpha.1",
      "1.0.0-alpha.beta",
      "1.0.0-beta.2",
      "1.0.0-beta.11",
      "1.0.0-rc.1",
      "1.0.0",
      "v1.0.1",
      "1.2.0",
      "1.10.0",
      "2.0.0",
    ];
    expect(order.toReversed().toSorted(compareVersions)).toEqual(order);
    expect(compareVersions("v1.2.3", "1.2.3+build")).toBe(0);
  });

  test("are told from other words", () => {
    expect(["1.2.3", "v1.2.3", "1.2.3-rc.1", "1.2.3+7"].filter(isVersion)).toHaveLength(4);
    expect(["1.2", "main", "v1", "1.2.3.4", "x1.2.3", "1.2.3 "].filter(isVersion)).toEqual([]);
    expect(["1.0.0-rc.1", "1.0.0"].map(isPrerelease)).toEqual([true, false]);
  });
});

describe("contents", () => {
  test("are the same whatever their line ends", () => {
    expect(isSameContent(bytes("a\nb\n"), bytes("a\r\nb\r\n"))).toBe(true);
    expect(toContentHash(bytes("a\r\n"))).toBe(toContentHash(bytes("a\n")));
    expect(isSameContent(bytes("a\nb"), bytes("a\rb"))).toBe(false);
  });

  test("that are no text differ in every byte", () => {
    expect(isSameContent(bytes("\0a\r\n"), bytes("\0a\n"))).toBe(false);
    const latin = Buffer.from([0xe9, 0x0d, 0x0a]);
    expect(isSameContent(latin, Buffer.from([0xe9, 0x0a]))).toBe(true);
    expect(isSameContent(latin, Buffer.from([0xe8, 0x0a]))).toBe(false);
  });

  test("have the names that git gives them", () => {
    expect(toBlobIds(bytes("hello\n"))).toEqual(["ce013625030ba8dba906f756967f9e9ca394464a"]);
    expect(toBlobIds(bytes("hello\r\n"))).toContain("ce013625030ba8dba906f756967f9e9ca394464a");
  });
});

describe("the news between two versions", () => {
  const changelog = `# Changelog

## [Unreleased]

- Not yet.

## [1.2.0] - 2026-12-01

- Two.

## 1.1.0

- One.

## [1.0.0] - 2026-11-01

- Old.

[1.2.0]: https://example.org/1.2.0
`;

  test.each([
    ["1.0.0", "1.2.0", "## [1.2.0] - 2026-12-01\n\n- Two.\n\n## 1.1.0\n\n- One."],
    ["1.0.0", "1.1.0", "## 1.1.0\n\n- One."],
    ["1.2.0", "1.2.0", ""],
    ["0.9.0", "1.0.0", "## [1.0.0] - 2026-11-01\n\n- Old."],
  ])("after %s up to %s", (after, upTo, news) => {
    expect(toNews(changelog, after, upTo)).toBe(news);
    expect(toNews(changelog.replaceAll("\n", "\r\n"), after, upTo)).toBe(news);
  });

  test("are none in a file that is no changelog", () => {
    expect(toNews("", "1.0.0", "2.0.0")).toBe("");
    expect(toNews("## Something else\n", "1.0.0", "2.0.0")).toBe("");
  });
});

describe("the lines that differ", () => {
  const show = (before: string, after: string): string[] =>
    diffLines(before, after).map(({ sign, number, text }) => `${number}${sign}${text}`);

  test.each([
    ["a\nb\nc\n", "a\nb\nc\n", []],
    ["a\nb\nc\n", "a\nX\nc\n", ["2-b", "2+X"]],
    ["a\nc\n", "a\nb\nc\n", ["2+b"]],
    ["a\nb\nc\n", "a\nc\n", ["2-b"]],
    ["a\n", "a\r\n", []],
    ["", "a\n", ["1+a"]],
    ["a\nb\nc\nd\ne\n", "a\nB\nc\nd\nE\n", ["2-b", "2+B", "5-e", "5+E"]],
    ["x\nx\nx\n", "x\nx\n", ["3-x"]],
  ])("%j → %j", (before, after, lines) => {
    expect(show(before, after)).toEqual(lines);
  });

  test("are all of them where the texts are too long to compare", () => {
    const long = (word: string) =>
      `same\n${Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join("\n")}\n`;
    const lines = diffLines(long("a"), long("b"));
    expect(lines).toHaveLength(6000);
    expect(lines[0]).toEqual({ sign: "-", number: 2, text: "a0" });
  });

  test("give the new text when they are applied to the old one", () => {
    const words = ["a", "b", "c"];
    let seed = 7;
    const random = (most: number): number => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed % most;
    };
    const draw = () => Array.from({ length: random(9) }, () => words[random(3)]);
    for (let round = 0; round < 300; round++) {
      const [before, after] = [draw(), draw()];
      const changes = diffLines(before.join("\n"), after.join("\n"));
      const gone = new Set(changes.filter(({ sign }) => sign === "-").map(({ number }) => number));
      const kept = before.filter((_, index) => !gone.has(index + 1));
      for (const { sign, number, text } of changes) if (sign === "+") kept.splice(number - 1, 0, text);
      expect(kept).toEqual(after);
    }
  });
});
