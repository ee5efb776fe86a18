import { assignFonts } from "./assign-fonts.ts";
import { cardWidth, type Card } from "./card.ts";
import { margin, measure, toStyle } from "./card-layout.ts";
import { fitLine } from "./fit-line.ts";
import type { FontLibrary, Weight } from "./font-families.ts";
import { signWidth, toSign } from "./rings.ts";
import { inked, toPaths } from "./text-paths.ts";

const baseline = 573;
const sourceSize = 36;
/** Smaller rather than cut. */
const bylineSizes: readonly number[] = [30, 26];
/** Between the blog's name and who wrote it. */
const gap = 40;

/** The blog's name where lines begin; opposite who wrote it, which may be cut, and when, which may not. */
export function toFoot(card: Card, library: FontLibrary): string {
  const { source, author = "", date = "", colours, direction } = card;
  const line = createFootLine(card, library);
  const indent = sourceSize * (signWidth + 0.4);
  const name = line(source, "bold", sourceSize, measure * (author || date ? 0.55 : 0.9) - indent);
  const bylines = bylineSizes.map((size) => {
    const when = line(date, "regular", size, measure * 0.4);
    const dot = line(author && date ? "·" : "", "regular", size, measure);
    const space = dot.width > 0 ? size * 0.26 : 0;
    const who = line(author, "regular", size, measure - indent - name.width - gap - when.width - dot.width - 2 * space);
    const whenStart = cardWidth - margin - when.width;
    const dotStart = whenStart - space - dot.width;
    return { who, paths: [who.draw(dotStart - space - who.width), dot.draw(dotStart), when.draw(whenStart)] };
  });
  const byline = bylines.find(({ who }) => who.isWhole) ?? bylines.at(-1);
  const signLeft = direction === "rtl" ? cardWidth - margin - sourceSize * signWidth : margin;
  return [
    toSign(card, { x: signLeft, y: baseline - sourceSize * 0.32, size: sourceSize }),
    inked(colours.ink, name.draw(margin + indent)),
    inked(colours.soft, ...(byline?.paths ?? [])),
  ].join("");
}

/** `draw` counts from the side where lines begin. */
type FootLine = { readonly width: number; readonly isWhole: boolean; readonly draw: (start: number) => string };

function createFootLine(card: Card, library: FontLibrary) {
  return (text: string, weight: Weight, size: number, room: number): FootLine => {
    const style = toStyle(card, library, weight, text);
    const fitted = fitLine(assignFonts(text, card.lang, library).clusters, style, room / size);
    const width = fitted.width * size;
    const draw = (start: number) => {
      const x = card.direction === "rtl" ? cardWidth - start - width : start;
      return toPaths({ text: fitted.text, from: 0, to: fitted.text.clusters.length }, style, { x, y: baseline, size });
    };
    return { width, isWhole: fitted.isWhole, draw };
  };
}
