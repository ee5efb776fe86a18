import type { Card } from "./card.ts";
import { cardWidth } from "./card.ts";
import { findDirection } from "./bidi.ts";
import type { TextStyle } from "./compose-text.ts";
import type { FontLibrary, Weight } from "./font-families.ts";

/** Left and right of everything that is read, in pixels. */
export const margin = 80;
export const measure = cardWidth - 2 * margin;

/** Where the double rule begins between the title and the foot. */
export const ruleTop = 506;

/** How a text of the card is set. Names and dates run as their own letters do, whatever the title does. */
export function toStyle({ lang, direction }: Card, library: FontLibrary, weight: Weight, text?: string): TextStyle {
  const own = text === undefined ? undefined : findDirection(text);
  return { lang, direction: own ?? direction, weight, library };
}
