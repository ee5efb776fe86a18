import type { Cluster } from "./assign-fonts.ts";
import { findBreaks, type BreakQuality } from "./break-points.ts";
import { breakLines, type Line, type Piece } from "./break-lines.ts";
import { composeText, type ComposedText, type TextStyle } from "./compose-text.ts";

/** A size in pixels and how many lines of it there is room for. */
export type Step = { readonly size: number; readonly lines: number };

export type FittedText = { readonly text: ComposedText; readonly size: number; readonly lines: readonly Line[] };

/**
 * Sets a title as large as its lines fit, larger sizes first. What is too long for the smallest is cut behind a word and
 * ends in `…`; a word that is wider than a line is torn only then.
 */
export function fitTitle(
  clusters: readonly Cluster[],
  style: TextStyle,
  { width, steps }: { readonly width: number; readonly steps: readonly Step[] },
): FittedText {
  const text = composeText(clusters, style);
  for (const quality of qualities) {
    const pieces = toPieces(text, style.lang, quality);
    const set = ({ size, lines: room }: Step): FittedText | undefined => {
      const lines = breakLines(pieces, width / size);
      return lines && lines.length <= room ? { text, size, lines } : undefined;
    };
    // Torn words are bad enough without being large.
    for (const step of quality === 3 ? steps.slice(-2) : steps) {
      const found = set(step);
      if (found) return found;
    }
    const smallest = steps.at(-1);
    const isTooLong = smallest && quality >= 2 && breakLines(pieces, width / smallest.size);
    const cut = isTooLong && cutTitle(clusters, style, { pieces, quality, width, step: smallest });
    if (cut) return cut;
  }
  throw new Error("A line of a card has no room for one character");
}

const qualities: readonly BreakQuality[] = [1, 2, 3];

type Cut = {
  readonly pieces: readonly Piece[];
  readonly quality: BreakQuality;
  readonly width: number;
  readonly step: Step;
};

/** Undefined where not even the first piece has room for an ellipsis behind it. */
function cutTitle(clusters: readonly Cluster[], style: TextStyle, cut: Cut): FittedText | undefined {
  const { pieces, quality, width, step } = cut;
  const { size, lines: room } = step;
  for (let count = findRoom(pieces, width / size, room); count > 0; count -= 1) {
    const text = composeText(withEllipsis(clusters.slice(0, pieces[count - 1]?.to), style), style);
    const lines = breakLines(toPieces(text, style.lang, quality), width / size);
    if (lines && lines.length <= room) return { text, size, lines };
  }
  return undefined;
}

/** How many pieces stand in that many lines at most. */
function findRoom(pieces: readonly Piece[], width: number, lines: number): number {
  let total = 0;
  const index = pieces.findIndex(({ advance }) => (total += advance) > width * lines);
  return index < 0 ? pieces.length : index;
}

/** Only a word ends a cut text: neither a comma nor an opening bracket stands before the ellipsis. */
export function withEllipsis(clusters: readonly Cluster[], { library, weight }: TextStyle): Cluster[] {
  const end = clusters.findLastIndex(({ text }) => /[\p{L}\p{M}\p{N}]/u.test(text)) + 1;
  const kept = clusters.slice(0, end);
  const family = kept.at(-1)?.family ?? "latin";
  return [...kept, { text: "…", family: library(family, weight).has("…") ? family : "latin" }];
}

/** Text between breaks of a quality or better, with its spaces apart. */
function toPieces(text: ComposedText, lang: string, quality: BreakQuality): Piece[] {
  const graphemes = text.clusters.map((cluster) => cluster.text);
  const pieces: Piece[] = [];
  let from = 0;
  for (const [index, found] of findBreaks(graphemes, lang).entries()) {
    const isLast = index === graphemes.length - 1;
    if (!isLast && (found === undefined || found > quality)) continue;
    const end = index + 1;
    const to = graphemes[index] === " " ? index : end;
    pieces.push({ from, to, width: text.measure(from, to), advance: text.measure(from, end), quality: found ?? 0 });
    from = end;
  }
  return pieces;
}
