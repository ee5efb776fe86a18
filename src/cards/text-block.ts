import { assignFonts } from "./assign-fonts.ts";
import type { Direction } from "../lib/direction.ts";
import type { TextStyle } from "./compose-text.ts";
import { fitTitle, type Step } from "./fit-title.ts";
import type { Family, Weight } from "./font-families.ts";
import { toPaths } from "./text-paths.ts";
import { margin, measure } from "./card-layout.ts";
import { cardWidth } from "./card.ts";

/** Lines of text whose height is known before they have a place. */
export type TextBlock = { readonly height: number; readonly size: number; readonly draw: (bottom: number) => string };

type Room = {
  /** Where the lines of the card begin. */
  readonly side: Direction;
  readonly height: number;
  readonly sizes: readonly Step[];
};

/** Ems from baseline to baseline, above the first and below the last: marks and tails need room. */
type Leading = { readonly line: number; readonly above: number; readonly below: number };

const leadings: Readonly<Record<Family, Leading>> = {
  latin: { line: 1.1, above: 0.72, below: 0.24 },
  hebrew: { line: 1.22, above: 0.78, below: 0.26 },
  arabic: { line: 1.5, above: 0.98, below: 0.5 },
  japanese: { line: 1.24, above: 0.8, below: 0.14 },
  korean: { line: 1.26, above: 0.84, below: 0.18 },
  simplified: { line: 1.24, above: 0.84, below: 0.14 },
  traditional: { line: 1.24, above: 0.84, below: 0.16 },
};

/** A text as large as its room allows, on the side where its lines begin. */
export function toTextBlock(text: string, style: TextStyle, { side, height, sizes }: Room): TextBlock {
  const { clusters } = assignFonts(text, style.lang, style.library);
  if (clusters.length === 0) return { height: 0, size: 0, draw: () => "" };
  const leading = toLeading(new Set(clusters.map(({ family }) => family)), style.weight);
  const toHeight = (size: number, lines: number) => size * (leading.above + leading.below + leading.line * (lines - 1));
  const steps = sizes.map(({ size, lines }) => {
    const fitting = [5, 4, 3, 2].find((count) => toHeight(size, count) <= height) ?? 1;
    return { size, lines: Math.min(lines, fitting) };
  });
  const fitted = fitTitle(clusters, style, { width: measure, steps });
  const { size, lines } = fitted;
  const draw = (bottom: number): string =>
    lines
      .map((line, index) => {
        const width = fitted.text.measure(line.from, line.to) * size;
        const x = side === "rtl" ? cardWidth - margin - width : margin;
        const y = bottom - size * (leading.below + leading.line * (lines.length - 1 - index));
        return toPaths({ text: fitted.text, ...line }, style, { x, y, size });
      })
      .join("");
  return { height: toHeight(size, lines.length), size, draw };
}

/** Small text wants more air than a title. */
function toLeading(families: ReadonlySet<Family>, weight: Weight): Leading {
  const all = [...families].map((family) => leadings[family]);
  const largest = (name: keyof Leading) => Math.max(...all.map((leading) => leading[name]));
  const air = weight === "regular" ? 0.2 : 0;
  return { line: largest("line") + air, above: largest("above"), below: largest("below") };
}
