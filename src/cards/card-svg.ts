import { cardHeight, cardWidth, type Card } from "./card.ts";
import { toFoot } from "./card-foot.ts";
import { margin, measure, ruleTop, toStyle } from "./card-layout.ts";
import type { Step } from "./fit-title.ts";
import type { FontLibrary } from "./font-families.ts";
import { toRings } from "./rings.ts";
import { toTextBlock } from "./text-block.ts";
import { inked } from "./text-paths.ts";

const titleSizes: readonly Step[] = [
  { size: 132, lines: 1 },
  { size: 112, lines: 2 },
  { size: 98, lines: 3 },
  { size: 84, lines: 3 },
  { size: 72, lines: 4 },
  { size: 62, lines: 4 },
  { size: 54, lines: 5 },
];

const descriptionSizes: readonly Step[] = [
  { size: 38, lines: 2 },
  { size: 34, lines: 3 },
];

const kickerSizes: readonly Step[] = [{ size: 32, lines: 1 }];

/** Draws a card. All text is outlines: whoever shows the SVG needs no font, and nothing in a title is markup. */
export function toCardSvg(card: Card, library: FontLibrary): string {
  const { colours } = card;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${cardHeight}">`,
    `<path fill="${colours.paper}" d="M0 0h${cardWidth}v${cardHeight}H0z"/>`,
    toRings(card),
    toHead(card, library),
    `<path fill="${colours.ink}" d="M${margin} ${ruleTop}h${measure}v4H${margin}zm0 8h${measure}v2H${margin}z"/>`,
    toFoot(card, library),
    "</svg>",
  ];
  return parts.join("");
}

/** The title stands on the rule; what is free is above it. */
function toHead(card: Card, library: FontLibrary): string {
  const { title, kicker = "", description = "", colours, direction: side } = card;
  const bottom = ruleTop - 34;
  const descriptionStyle = toStyle(card, library, "regular", description);
  const below = toTextBlock(description, descriptionStyle, { side, height: 130, sizes: descriptionSizes });
  const titleBottom = below.height > 0 ? bottom - below.height - 30 : bottom;
  const height = 330 - (bottom - titleBottom);
  const main = toTextBlock(title, toStyle(card, library, "bold"), { side, height, sizes: titleSizes });
  const above = toTextBlock(kicker, toStyle(card, library, "bold", kicker), { side, height: 64, sizes: kickerSizes });
  return [
    inked(colours.accent, above.draw(titleBottom - main.height - 22)),
    inked(colours.ink, main.draw(titleBottom)),
    inked(colours.soft, below.draw(bottom)),
  ].join("");
}
