import { Resvg } from "@resvg/resvg-js";
import type { Card } from "../../cards/card.ts";
import type { CardColours } from "../../cards/card-colours.ts";
import { toCardSvg } from "../../cards/card-svg.ts";
import { createFontLibrary } from "./card-fonts.ts";
import { encodePng } from "./encode-png.ts";
import { toPalette, type Palette } from "./palette.ts";

export type DrawCard = (card: Card) => Uint8Array;

/** Bytes that a card may have at most, and below which nobody tries for fewer. */
const limit = 60_000;
const smallEnough = 45_000;

/** Draws cards as PNG, one after the other; fonts and colours are kept between them. */
export function createCardPainter(): DrawCard {
  const library = createFontLibrary();
  const palettes = new Map<string, Palette>();
  const paletteOf = (colours: CardColours, share: number): Palette => {
    const name = [share, ...Object.values(colours)].join();
    const palette = palettes.get(name) ?? toPalette(colours, share);
    palettes.set(name, palette);
    return palette;
  };
  return (card) => {
    const image = new Resvg(toCardSvg(card, library), { font: { loadSystemFonts: false } }).render();
    const { pixels: rgba, width, height } = image;
    const encode = (share: number, isDense: boolean) =>
      encodePng({ rgba, width, height }, paletteOf(card.colours, share), isDense);
    const quick = encode(1, false);
    if (quick.length <= smallEnough) return quick;
    // Five full lines of Chinese: the edges of letters can do with fewer shades.
    const whole = encode(1, true);
    return whole.length <= limit ? whole : encode(1 / 3, true);
  };
}
