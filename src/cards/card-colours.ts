import { readThemeToken } from "../lib/theme-token.ts";

/** `#rrggbb`. */
export type Colour = `#${string}`;

/** What a card is printed with, by the names of `theme.css`. */
export type CardColours = {
  readonly paper: Colour;
  readonly ink: Colour;
  readonly soft: Colour;
  readonly accent: Colour;
  readonly leaf: Colour;
};

const defaults: CardColours = {
  paper: "#fbf7f0",
  ink: "#2a211b",
  soft: "#6a5b4d",
  accent: "#8a3b1e",
  leaf: "#486739",
};

/**
 * The owner's colours by day. Paper and ink come together or not at all, since half a pair may be unreadable; the others
 * must stand out from the paper, else ink stands in for them.
 */
export function parseCardColours(css: string): CardColours {
  const paper = readColour(css, "paper");
  const ink = readColour(css, "ink");
  if (!paper || !ink || toContrast(paper, ink) < 4.5) return defaults;
  const pick = (name: "soft" | "accent" | "leaf"): Colour =>
    [readColour(css, name), defaults[name]].find((colour) => colour && toContrast(paper, colour) >= 3) ?? ink;
  return { paper, ink, soft: pick("soft"), accent: pick("accent"), leaf: pick("leaf") };
}

/** Hexadecimal or `rgb()`, alone or as the first of `light-dark()`; what a browser alone could work out is undefined. */
function readColour(css: string, name: string): Colour | undefined {
  const value = readThemeToken(css, name)?.light ?? "";
  const hex = /^#(?:([\da-f]{6})|([\da-f]{3}))(?![\da-f])/i.exec(value);
  if (hex) return `#${(hex[1] ?? hex[2]?.replace(/./g, "$&$&") ?? "").toLowerCase()}`;
  const channels = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)/.exec(value)?.slice(1).map(Number);
  return channels?.every((channel) => channel < 256) ? toHex(channels) : undefined;
}

function toHex(channels: readonly number[]): Colour {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}

/** Red, green and blue, 0 to 255. */
export function toChannels(colour: Colour): [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** As WCAG counts it: 1 to 21. */
function toContrast(a: Colour, b: Colour): number {
  const [darker = 0, lighter = 0] = [toLuminance(a), toLuminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function toLuminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = toChannels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
