import type { Direction } from "../lib/direction.ts";
import type { Cluster } from "./assign-fonts.ts";
import { toLevels, toVisualRuns } from "./bidi.ts";
import type { Family, FontLibrary, Weight } from "./font-families.ts";
import { memoise } from "../lib/memoise.ts";
import type { Shaped } from "./typeface.ts";

/** Text of one font, `x` ems from the left end of its line; `scale` makes fonts look equally large beside each other. */
export type SetRun = Shaped & { readonly family: Family; readonly x: number; readonly scale: number };

/** A text whose parts can be measured and set; places are indices of its clusters. */
export type ComposedText = {
  readonly clusters: readonly Cluster[];
  /** In ems. */
  readonly measure: (from: number, to: number) => number;
  /** From left to right, as they are seen. */
  readonly setLine: (from: number, to: number) => SetRun[];
};

export type TextStyle = {
  readonly lang: string;
  readonly direction: Direction;
  readonly weight: Weight;
  readonly library: FontLibrary;
};

/** How large a font is set where Latin has 1: East Asian characters fill their squares, Arabic ones are small. */
const scales: Readonly<Record<Family, number>> = {
  latin: 1,
  arabic: 1.12,
  hebrew: 1.02,
  japanese: 0.9,
  korean: 0.98,
  simplified: 1,
  traditional: 0.92,
};

/** Large bold letters stand a little closer; the Simplified Chinese ones are drawn wide apart. */
const tracking: Partial<Record<`${Family} ${Weight}`, number>> = {
  "latin bold": -0.012,
  "simplified bold": -0.05,
  "simplified regular": -0.05,
};

/** Prepares a text for being cut into lines: the order of its directions is that of the whole, not of each line. */
export function composeText(clusters: readonly Cluster[], style: TextStyle): ComposedText {
  const levels = toLevels(
    clusters.map(({ text: [first = ""] }) => first),
    style.direction,
  );
  const shapeRun = ({ family, text, level }: LogicalRun): Shaped => {
    const shaped = style.library(family, style.weight).shape(text, level % 2 === 1 ? "rtl" : "ltr", style.lang);
    const closer = tracking[`${family} ${style.weight}`];
    return closer === undefined ? shaped : track(shaped, closer);
  };
  const setLine = (from: number, to: number): SetRun[] => {
    let x = 0;
    return toVisualRuns(levels, from, to)
      .flatMap((run) => splitByFamily(clusters, run))
      .map((run) => {
        const scale = scales[run.family];
        const shaped = shapeRun(run);
        const set = { ...shaped, family: run.family, x, scale };
        x += shaped.width * scale;
        return set;
      });
  };
  const measureOnce = memoise((key: string) => {
    const [from = 0, to = 0] = key.split(" ").map(Number);
    return setLine(from, to).reduce((sum, { width, scale }) => sum + width * scale, 0);
  });
  return { clusters, measure: (from, to) => measureOnce(`${from} ${to}`), setLine };
}

type LogicalRun = { readonly family: Family; readonly text: string; readonly level: number };

/** Cut where the font changes, in the order in which the parts are seen. */
function splitByFamily(
  clusters: readonly Cluster[],
  { from, to, level }: { readonly from: number; readonly to: number; readonly level: number },
): LogicalRun[] {
  const runs: { family: Family; text: string; level: number }[] = [];
  for (const { family, text } of clusters.slice(from, to)) {
    const last = runs.at(-1);
    if (last?.family === family) last.text += text;
    else runs.push({ family, text, level });
  }
  return level % 2 === 1 ? runs.toReversed() : runs;
}

function track({ glyphs, width }: Shaped, space: number): Shaped {
  return {
    glyphs: glyphs.map((glyph, index) => ({ ...glyph, x: glyph.x + index * space })),
    width: width + glyphs.length * space,
  };
}
