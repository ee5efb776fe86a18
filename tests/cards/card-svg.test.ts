import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Card } from "../../src/cards/card.ts";
import { parseCardColours } from "../../src/cards/card-colours.ts";
import { toCardSvg } from "../../src/cards/card-svg.ts";
import { createFontLibrary } from "../../src/eleventy/cards/card-fonts.ts";

const library = createFontLibrary();

function draw(settings: Partial<Card>): string {
  const card: Card = {
    title: "Two chairs",
    kicker: "Management",
    author: "Ines Marland",
    date: "20 January 2025",
    source: "The Long Table",
    lang: "en",
    direction: "ltr",
    colours: parseCardColours(""),
    ...settings,
  };
  return toCardSvg(card, library);
}

/** Left ends of the lines of text, in pixels. */
function findLines(svg: string): number[] {
  return [...svg.matchAll(/<g transform="translate\(([\d.]+) [\d.]+\) scale/g)].map(([, x]) => Number(x));
}

describe("the drawing of a card", () => {
  test("has outlines and nothing that a title could have brought", () => {
    const hostile = `</svg><script>alert("1")</script>&amp;<text>&#x202e;' url(#accent) <image href="//evil.example/">`;
    const svg = draw({ title: hostile, kicker: hostile, author: hostile, source: hostile, description: hostile });
    expect(new Set(Array.from(svg.matchAll(/<\/?([a-zA-Z]+)/g), ([, name]) => name))).toEqual(
      new Set(["svg", "path", "linearGradient", "stop", "g", "circle"]),
    );
    expect(svg).not.toMatch(/evil|alert|&/);
    expect(svg.match(/<svg/g)).toHaveLength(1);
  });

  test("is mirrored where lines begin at the right", () => {
    const plain = { kicker: undefined, author: undefined, date: undefined };
    const [title = 0, source = 0] = findLines(draw(plain));
    const [mirroredTitle = 0, mirroredSource = 0] = findLines(draw({ ...plain, direction: "rtl" }));
    expect([title, source]).toEqual([80, expect.closeTo(80 + 36 * 2, 1)]);
    expect(mirroredTitle).toBeGreaterThan(300);
    expect(mirroredSource).toBeGreaterThan(700);
  });

  test("stays within its margins, whatever is in it", () => {
    const long = "Bartholomew Featherstonehaugh and Wilhelmina Krautkrämer-Oppenheimer ".repeat(3);
    const svg = draw({ title: long.repeat(5), kicker: long, author: long, source: long, description: long.repeat(5) });
    const lines = findLines(svg);
    expect(Math.min(...lines)).toBeGreaterThanOrEqual(80);
    expect(Math.max(...lines)).toBeLessThan(1120);
    const heights = Array.from(svg.matchAll(/<g transform="translate\([\d.]+ ([\d.-]+)\)/g), ([, y]) => Number(y));
    expect(Math.min(...heights)).toBeGreaterThan(40);
    expect(Math.max(...heights)).toBe(573);
  });

  test("runs names and dates as their own letters do", () => {
    const rtl = { title: "שלום", direction: "rtl", lang: "en", author: undefined } as const;
    const date = draw({ ...rtl, date: "5 May 2026" });
    // The digit stands at the left edge, which is where the line ends.
    const five = library("latin", "regular").shape("5", "ltr", "en").glyphs[0]?.id ?? 0;
    const foot = date.slice(date.lastIndexOf("<g transform"));
    expect(foot.indexOf(library("latin", "regular").outline(five))).toBe(foot.indexOf(' d="') + ' d="'.length);
  });
});

// A card's address and its place in the cache are made of what it says and of the version of its design. If this test
// fails, raise `design` in src/eleventy/cards/card-versions.ts and put the new hash here.
test("a card of design 1 looks as it always did", () => {
  const cards = [
    draw({}),
    draw({ title: "القهوة أولًا: GitHub (24)", lang: "ar", direction: "rtl", kicker: "قهوة", date: "٥ مايو ٢٠٢٦" }),
    draw({ title: "On the quiet habit of writing things down, ".repeat(9), description: "A small magazine." }),
  ];
  const hash = createHash("sha256").update(cards.join("\n")).digest("hex");
  expect(hash.slice(0, 16)).toBe("474d1f92eecf56eb");
});
