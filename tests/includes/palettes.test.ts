import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isSamePalette, readPalette, withPalette, type Palette } from "../../src/content/palette.ts";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { contrast } from "./contrast.ts";

const theme = readFileSync(enginePath("_includes/styles/theme.css"), "utf8");
const names = listFiles(enginePath("_includes/styles/palettes")).map((path) => path.replace(".css", ""));
const read = (name: string) => readPalette(readFileSync(enginePath(`_includes/styles/palettes/${name}.css`), "utf8"));

function colorOf(palette: Palette, name: string, scheme: 0 | 1): string {
  return palette.get(`--${name}`)?.match(/#[0-9a-f]{6}/g)?.[scheme] ?? "none";
}

test("there are five, and the blog comes with the first of them", () => {
  expect(names).toEqual(["coffee", "graphite", "harbour", "lavender", "orchard"]);
  expect(isSamePalette(read("coffee"), readPalette(theme))).toBe(true);
});

describe.each(names)("the palette %s", (name) => {
  const palette = read(name);

  test("has every colour of the theme, by day and in the evening", () => {
    expect([...palette.keys()]).toEqual([...readPalette(theme).keys()]);
    expect([...palette.values()].filter((value) => !/^light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\)$/.test(value))).toEqual(
      [],
    );
  });

  test.each([
    ["day", 0],
    ["evening", 1],
  ] as const)("can be read by %s: at least 4.5 to 1 on paper and on pressed paper", (_, scheme) => {
    const papers = ["paper", "sunk"].map((paper) => colorOf(palette, paper, scheme));
    const inks = ["ink", "soft", "accent", "leaf", "sea", "plum", "ochre", "brick"];
    const pale = inks.flatMap((ink) =>
      papers
        .map((paper) => ({ ink, ratio: contrast(colorOf(palette, ink, scheme), paper) }))
        .filter(({ ratio }) => !(ratio >= 4.5)),
    );
    expect(pale).toEqual([]);
  });
});

test("a palette changes the colours of a theme and nothing else", () => {
  const css =
    "/* mine */\n:root {\n  --paper: light-dark(#fff, #000); /* the page */\n  --own: light-dark(#123, #456);\n  --measure: 60ch;\n}\n";
  expect(withPalette(css, new Map([["--paper", "light-dark(#eee, #111)"]]))).toBe(
    css.replace("#fff, #000", "#eee, #111"),
  );
});
