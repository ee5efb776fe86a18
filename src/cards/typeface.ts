import { Blob, Buffer as ShapingBuffer, Direction as ShapingDirection, Face, Font, shape } from "harfbuzzjs";
import type { Direction } from "../lib/direction.ts";
import { memoise } from "../lib/memoise.ts";

/** A glyph in its place on a line; lengths in ems, `y` upwards. */
type Glyph = { readonly id: number; readonly x: number; readonly y: number };

/** Text of one font and one direction, from the left. */
export type Shaped = { readonly glyphs: readonly Glyph[]; readonly width: number };

/** One font file: what it has, how it sets a text and what its glyphs look like. */
export type Typeface = {
  readonly has: (character: string) => boolean;
  readonly shape: (text: string, direction: Direction, lang: string) => Shaped;
  /** SVG path in units of the font, `y` upwards; empty for a space. */
  readonly outline: (id: number) => string;
  readonly unitsPerEm: number;
};

/** Shapes with HarfBuzz: joins, ligatures, kerning and marks of every script, as a browser does. */
export function createTypeface(bytes: Uint8Array): Typeface {
  const face = new Face(new Blob(bytes));
  const font = new Font(face);
  const unitsPerEm = face.upem;
  const buffer = new ShapingBuffer();
  return {
    has: memoise((character) => font.nominalGlyph(toStandIn(character).codePointAt(0) ?? 0) !== undefined),
    shape: (text, direction, lang) => {
      buffer.reset();
      buffer.addText(toStandIn(text));
      buffer.setDirection(direction === "rtl" ? ShapingDirection.RTL : ShapingDirection.LTR);
      buffer.setLanguage(lang);
      // What is left to guess is the script.
      buffer.guessSegmentProperties();
      shape(font, buffer);
      return place(buffer, unitsPerEm);
    },
    outline: memoise((id) => font.glyphToPath(id)),
    unitsPerEm,
  };
}

/** The hyphen that keeps a word together looks like any other, and fonts lack it. */
function toStandIn(text: string): string {
  return text.replaceAll("\u2011", "\u2010");
}

function place(buffer: ShapingBuffer, unitsPerEm: number): Shaped {
  const positions = buffer.getGlyphPositions();
  let pen = 0;
  const glyphs = buffer.getGlyphInfos().map(({ codepoint: id }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const glyph = { id, x: (pen + xOffset) / unitsPerEm, y: yOffset / unitsPerEm };
    pen += xAdvance;
    return glyph;
  });
  return { glyphs, width: pen / unitsPerEm };
}
