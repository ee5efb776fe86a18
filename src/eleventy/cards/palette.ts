import { toChannels, type CardColours, type Colour } from "../../cards/card-colours.ts";

/** The colours of an indexed picture. */
export type Palette = {
  /** Red, green and blue of each. */
  readonly bytes: Uint8Array;
  /** Which one stands for a pixel: red in the lowest byte, then green and blue. */
  readonly indexOf: (pixel: number) => number;
};

/**
 * How many mixtures with paper are kept of a colour. Letters need them for their edges only; the rings are so faint that
 * they would turn grey among the mixtures of ink.
 */
const shades: readonly (readonly [name: keyof CardColours, count: number])[] = [
  ["ink", 12],
  ["soft", 8],
  ["accent", 24],
  ["leaf", 24],
];

/** Everything on a card is one of its colours or a mixture of one with paper; `share` is that of the shades to keep. */
export function toPalette(colours: CardColours, share: number): Palette {
  const paper = toChannels(colours.paper);
  const mixed = [paper, ...shades.flatMap(([name, count]) => mixWith(paper, colours[name], count * share))];
  // Found when first asked for: a card has some hundreds of colours of all that there could be.
  const indices = new Int16Array(1 << (3 * bits)).fill(-1);
  // Paper is nearly all of a card: it must not become its neighbour by being rounded.
  indices[toCell(paper[0] | (paper[1] << 8) | (paper[2] << 16))] = 0;
  return {
    bytes: Uint8Array.from(mixed.flat()),
    indexOf: (pixel) => {
      const cell = toCell(pixel);
      const known = indices[cell] ?? -1;
      if (known >= 0) return known;
      return (indices[cell] = findNearest(mixed, toCentre(cell)));
    },
  };
}

type Channels = readonly [red: number, green: number, blue: number];

function mixWith(paper: Channels, colour: Colour, count: number): Channels[] {
  const full = toChannels(colour);
  return Array.from({ length: count }, (_, step) => {
    const channel = (index: 0 | 1 | 2) =>
      Math.round(paper[index] + ((full[index] - paper[index]) * (step + 1)) / count);
    return [channel(0), channel(1), channel(2)];
  });
}

/** Of each channel the upper bits decide, so that the same pixel has the same index on every card. */
const bits = 6;

function toCell(pixel: number): number {
  return ((pixel >> 2) & 0x3f) | ((pixel >> 4) & 0xfc0) | ((pixel >> 6) & 0x3f000);
}

function toCentre(cell: number): Channels {
  return [((cell & 0x3f) << 2) + 2, (((cell >> bits) & 0x3f) << 2) + 2, ((cell >> (2 * bits)) << 2) + 2];
}

function findNearest(colours: readonly Channels[], [red, green, blue]: Channels): number {
  let nearest = 0;
  let least = Infinity;
  for (const [index, colour] of colours.entries()) {
    const distance = (colour[0] - red) ** 2 + (colour[1] - green) ** 2 + (colour[2] - blue) ** 2;
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}
