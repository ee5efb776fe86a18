import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toLevels, toVisualRuns } from "../../src/cards/bidi.ts";
import { toGraphemes } from "../../src/cards/graphemes.ts";
import type { Direction } from "../../src/lib/direction.ts";
import { launchBrowser } from "../support/launch-browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

type Line = { readonly direction: Direction; readonly graphemes: readonly string[] };

const alphabet = [
  ...Array.from('abcאבגابج012٣٤   .,:-+/%()[]!?"€#«»「」日々،؟\u200E\u200F'),
  // A letter with its mark is one grapheme.
  "é",
  "بَ",
  "שָ",
];

/** Lines of letters of both directions, digits, signs and brackets, the same in every run. */
function makeLines(count: number): Line[] {
  let seed = 20261123;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((seed / 0x80000000) * below);
  };
  return Array.from({ length: count }, () => {
    const text = Array.from({ length: 3 + next(15) }, () => alphabet[next(alphabet.length)]).join("");
    const direction = next(2) === 0 ? "ltr" : "rtl";
    return { direction, graphemes: toGraphemes(text.replace(/ +/g, " ").trim()) };
  });
}

type Box = { readonly left: number; readonly width: number };

/** Where a browser puts the left end of each grapheme, and how wide it is. */
async function measureLines(lines: readonly Line[]): Promise<Box[][]> {
  const page = await browser.newPage();
  try {
    await page.setContent("<style>p { font: 20px monospace; white-space: pre; width: max-content }</style>");
    return await page.evaluate(
      (all) =>
        all.map(({ direction, graphemes }) => {
          const line = document.createElement("p");
          const text = document.createTextNode(graphemes.join(""));
          line.dir = direction;
          line.append(text);
          document.body.append(line);
          let offset = 0;
          const boxes = graphemes.map((grapheme) => {
            const range = document.createRange();
            range.setStart(text, offset);
            offset += grapheme.length;
            range.setEnd(text, offset);
            const { left, width } = range.getBoundingClientRect();
            return { left, width };
          });
          line.remove();
          return boxes;
        }),
      lines,
    );
  } finally {
    await page.close();
  }
}

test("a line of a card has its letters in the order in which a browser shows them", async () => {
  const lines = makeLines(500);
  const measured = await measureLines(lines);
  const differing = lines.filter(({ graphemes, direction }, index) => {
    const levels = toLevels(
      graphemes.map(([first = ""]) => first),
      direction,
    );
    const order = toVisualRuns(levels, 0, graphemes.length).flatMap(({ from, to, level }) => {
      const part = Array.from({ length: to - from }, (_, offset) => from + offset);
      return level % 2 === 1 ? part.toReversed() : part;
    });
    const seen = order.flatMap((place) => measured[index]?.[place] ?? []).filter(({ width }) => width > 0.5);
    return seen.some(({ left }, place) => left < (seen[place - 1]?.left ?? -Infinity) - 0.5);
  });
  expect(differing.map(({ direction, graphemes }) => `${direction}: ${graphemes.join("")}`)).toEqual([]);
  // Else nothing was put to the test.
  expect(new Set(measured.flat().map(({ left }) => Math.round(left))).size).toBeGreaterThan(100);
});
