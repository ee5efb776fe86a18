import { describe, expect, test } from "vitest";
import { assignFonts } from "../../src/cards/assign-fonts.ts";
import { cleanLine } from "../../src/cards/clean-line.ts";
import { fitLine } from "../../src/cards/fit-line.ts";
import { fitTitle } from "../../src/cards/fit-title.ts";
import type { TextStyle } from "../../src/cards/compose-text.ts";
import { createFontLibrary } from "../../src/eleventy/cards/card-fonts.ts";
import { titles } from "./titles.ts";

const library = createFontLibrary();
const width = 1040;
const steps = [
  { size: 112, lines: 2 },
  { size: 72, lines: 4 },
  { size: 54, lines: 5 },
];

function fit(title: string, lang = "en", direction: TextStyle["direction"] = "ltr") {
  const style = { lang, direction, weight: "bold", library } as const;
  const { clusters } = assignFonts(cleanLine(title), lang, library);
  const { text, size, lines } = fitTitle(clusters, style, { width, steps });
  const texts = lines.map(({ from, to }) =>
    text.clusters
      .slice(from, to)
      .map((cluster) => cluster.text)
      .join(""),
  );
  const widths = lines.map(({ from, to }) => text.measure(from, to) * size);
  return { size, texts, widest: Math.max(...widths) };
}

describe("a title", () => {
  test.each(titles)("in %s stands within its lines, whole", (_, lang, direction, title) => {
    const { texts, widest } = fit(title, lang, direction);
    expect(texts.join(" ").replaceAll(" ", "")).toBe(title.replaceAll(" ", ""));
    expect(texts.length).toBeLessThanOrEqual(5);
    expect(widest).toBeLessThanOrEqual(width);
    expect(texts.filter((text) => text.trim() !== text)).toEqual([]);
  });

  test("is large when it is short, and never torn", () => {
    expect(fit("Two chairs")).toMatchObject({ size: 112, texts: ["Two chairs"] });
    expect(fit("A letter to whoever edits this blog next, and to whoever reads it").size).toBe(72);
  });

  test("that is far too long ends in an ellipsis behind a word, on five lines", () => {
    const { size, texts, widest } = fit("On the quiet habit of writing things down, ".repeat(20));
    expect(size).toBe(54);
    expect(texts).toHaveLength(5);
    expect(texts.at(-1)).toMatch(/ (?:On|the|quiet|habit|of|writing|things|down)…$/);
    expect(widest).toBeLessThanOrEqual(width);
  });

  test.each([
    ["ja", "長い会議のあとで誰も覚えていない決定を、どうやって翌朝の短い手紙に書き残すか。"],
    ["ar", "القهوة أولًا ثم الكلام في اليوم التالي "],
    ["ko", "회의가 끝난 뒤에 부엌 문 앞에서 나누는 짧은 이야기 "],
  ])("of %s that is far too long ends in one too", (lang, text) => {
    const { texts, widest } = fit(text.repeat(12), lang, lang === "ar" ? "rtl" : "ltr");
    expect(texts).toHaveLength(5);
    expect(texts.at(-1)).toMatch(/[^、。，\s]…$/);
    expect(widest).toBeLessThanOrEqual(width);
  });

  test("of one word that is wider than a line is torn, but not made smaller than the smallest", () => {
    const word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    const { size, texts, widest } = fit(word);
    expect([72, 54]).toContain(size);
    expect(texts.join("")).toBe(word);
    expect(widest).toBeLessThanOrEqual(width);
    const endless = fit("W".repeat(1000));
    expect(endless.texts).toHaveLength(5);
    expect(endless.texts.join("")).toMatch(/^W{80,}…$/);
    expect(endless.widest).toBeLessThanOrEqual(width);
  });
});

describe("a line at the foot", () => {
  const line = (name: string, room: number) => {
    const style = { lang: "en", direction: "ltr", weight: "regular", library } as const;
    const { text, width: ems, isWhole } = fitLine(assignFonts(name, "en", library).clusters, style, room);
    return { text: text.clusters.map((cluster) => cluster.text).join(""), fits: ems <= room, isWhole };
  };

  test("is cut where it is too long", () => {
    expect(line("Ines Marland", 20)).toEqual({ text: "Ines Marland", fits: true, isWhole: true });
    const cut = line("Ines Marland, Tobias Okafor and others", 10);
    expect(cut).toMatchObject({ fits: true, isWhole: false });
    expect(cut.text).toMatch(/^Ines Marland, \p{L}+…$/u);
  });
});
