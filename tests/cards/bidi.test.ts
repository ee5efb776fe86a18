import { expect, test } from "vitest";
import { findDirection, toLevels, toVisualRuns } from "../../src/cards/bidi.ts";
import { toGraphemes } from "../../src/cards/graphemes.ts";

/** As a reader sees it from left to right; what runs from the right is reversed. */
function toVisual(text: string, direction: "ltr" | "rtl"): string {
  const characters = toGraphemes(text);
  const runs = toVisualRuns(toLevels(characters, direction), 0, characters.length);
  return runs
    .map(({ from, to, level }) => {
      const part = characters.slice(from, to);
      return (level % 2 === 1 ? part.toReversed() : part).join("");
    })
    .join("");
}

// tests/browser/card-text.test.ts asks a browser about hundreds more.
test.each([
  ["ltr", "tea", "tea"],
  ["rtl", "tea", "tea"],
  ["rtl", "אבג", "גבא"],
  ["ltr", "tea אבג cup", "tea גבא cup"],
  ["rtl", "tea אבג cup", "cup גבא tea"],
  ["rtl", "אב 24 גד", "דג 24 בא"],
  ["rtl", "אב ٢٤ גד", "דג ٢٤ בא"],
  ["rtl", "אב (tea) גד", "דג )tea( בא"],
  ["rtl", "אב tea (cup)", "tea (cup) בא"],
  ["ltr", "tea (אב) cup", "tea (בא) cup"],
  ["ltr", "אב ג, tea", "ג בא, tea"],
  ["rtl", "10–12 %", "% 12–10"],
  ["rtl", "אב 5€", "5€ בא"],
  ["rtl", "ב 1,5 א", "א 1,5 ב"],
  ["rtl", "C++ א", "א ++C"],
  ["rtl", "C++\u200E א", "א C++\u200E"],
  ["ltr", "", ""],
] as const)("%s: %s is seen as %s", (direction, text, expected) => {
  expect(toVisual(text, direction)).toBe(expected);
});

test.each([
  ["“שלום” from", "rtl"],
  ["24 cups", "ltr"],
  ["قهوة", "rtl"],
  ["雑談", "ltr"],
  ["24 % – ?", undefined],
])("the first letter of %s says that it runs %s", (text, direction) => {
  expect(findDirection(text)).toBe(direction);
});
