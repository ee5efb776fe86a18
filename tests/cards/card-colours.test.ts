import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCardColours } from "../../src/cards/card-colours.ts";
import { enginePath } from "../../src/eleventy/engine.ts";

const ours = parseCardColours("");

describe("the colours of cards", () => {
  test("are those of theme.css by day", () => {
    expect(parseCardColours(readFileSync(enginePath("_includes/styles/theme.css"), "utf8"))).toEqual(ours);
  });

  test.each([
    ["--paper: light-dark(#FFF, #000); --ink: light-dark(#123, #fff);", { paper: "#ffffff", ink: "#112233" }],
    ["--paper:#fefefe;--ink:rgb(0 0 64)", { paper: "#fefefe", ink: "#000040" }],
    ["/* --paper: #000; */ --paper: #fff; --ink: rgb(1, 2, 3);", { paper: "#ffffff", ink: "#010203" }],
    ["--paper: #111; --ink: #eee; --accent: #f80;", { paper: "#111111", ink: "#eeeeee", accent: "#ff8800" }],
  ])("are read from %s", (css, expected) => {
    expect(parseCardColours(`:root { ${css} }`)).toMatchObject(expected);
  });

  test.each([
    ["a colour that only a browser can work out", "--paper: oklch(97% 0.01 80); --ink: #000;"],
    ["half a pair", "--paper: #000;"],
    ["ink that nobody could read", "--paper: #fff; --ink: #aaa;"],
    ["no colour at all", "--paper: url(x); --ink: var(--y);"],
  ])("are ours in place of %s", (_, css) => {
    expect(parseCardColours(`:root { ${css} }`)).toEqual(ours);
  });

  test("stand out from the paper, or are ink", () => {
    const colours = parseCardColours(":root { --paper: #000; --ink: #fff; --accent: #200; --soft: #888; }");
    expect(colours).toEqual({ paper: "#000000", ink: "#ffffff", soft: "#888888", accent: "#ffffff", leaf: "#486739" });
  });
});
