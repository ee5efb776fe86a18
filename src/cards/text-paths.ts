import type { Colour } from "./card-colours.ts";
import type { ComposedText, TextStyle } from "./compose-text.ts";
import type { Family, Weight } from "./font-families.ts";

export type Placed = {
  /** Left end of the line and its baseline, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
};

type Part = { readonly text: ComposedText; readonly from: number; readonly to: number };

/** The outlines of one line of text as SVG; `inked` gives them their colour. */
export function toPaths({ text, from, to }: Part, { library, weight }: TextStyle, { x, y, size }: Placed): string {
  return text
    .setLine(from, to)
    .map((run) => {
      const { outline, unitsPerEm } = library(run.family, weight);
      const scale = (size * run.scale) / unitsPerEm;
      const glyphs = run.glyphs.map((glyph) => {
        const path = outline(glyph.id);
        if (path === "") return "";
        const at = `${round(glyph.x * unitsPerEm)} ${round(glyph.y * unitsPerEm)}`;
        return `<path transform="translate(${at})" d="${path}"/>`;
      });
      const place = `translate(${round(x + run.x * size)} ${round(y)}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})`;
      return `<g transform="${place}"${thicken(run.family, weight, unitsPerEm)}>${glyphs.join("")}</g>`;
    })
    .join("");
}

/** Chinese comes in one weight: where it must be bold, a line around each character in its own colour makes it so. */
function thicken(family: Family, weight: Weight, unitsPerEm: number): string {
  const hasOneWeight = family === "simplified" || family === "traditional";
  return weight === "bold" && hasOneWeight ? ` stroke-width="${round(0.02 * unitsPerEm)}" stroke-linejoin="round"` : "";
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What is drawn in one colour. */
export function inked(colour: Colour, ...paths: readonly string[]): string {
  return `<g fill="${colour}" stroke="${colour}" stroke-width="0">${paths.join("")}</g>`;
}
