import type { BreakQuality } from "./break-points.ts";

/** A line as the characters from `from` to before `to`, spaces at its end left out. */
export type Line = { readonly from: number; readonly to: number };

/** What lines are made of: text that stays together, and how wide it is in ems. */
export type Piece = {
  readonly from: number;
  readonly to: number;
  /** Without and with the spaces that follow. */
  readonly width: number;
  readonly advance: number;
  /** Of the break behind it. */
  readonly quality: BreakQuality;
};

/** How much worse than a ragged edge a break is that tears words, in widths of a line squared. */
const penalties: Readonly<Record<BreakQuality, number>> = { 0: 0, 1: 0.12, 2: 0.6, 3: 4 };

/**
 * Sets pieces in as few lines as there can be, all about equally long, because a title that ends in one lost word looks
 * like an accident. Undefined where a piece is wider than a line.
 */
export function breakLines(pieces: readonly Piece[], width: number): Line[] | undefined {
  const best: Setting[] = [{ lines: 0, cost: 0, start: 0 }];
  for (let end = 1; end <= pieces.length; end += 1) {
    const found = findBest(pieces, best, { end, width });
    if (!found) return undefined;
    best.push(found);
  }
  const lines: Line[] = [];
  for (let end = pieces.length; end > 0; end = best[end]?.start ?? 0) {
    const first = pieces[best[end]?.start ?? 0];
    const last = pieces[end - 1];
    if (first && last) lines.unshift({ from: first.from, to: last.to });
  }
  return lines;
}

/** The pieces before an index in lines; the last of them begins with the piece `start`. */
type Setting = { readonly lines: number; readonly cost: number; readonly start: number };

type Last = { readonly end: number; readonly width: number };

function findBest(pieces: readonly Piece[], best: readonly Setting[], { end, width }: Last): Setting | undefined {
  const last = pieces[end - 1];
  let found: Setting | undefined;
  let used = last?.width ?? 0;
  const torn = end < pieces.length ? penalties[last?.quality ?? 0] : 0;
  for (let start = end - 1; start >= 0 && used <= width; start -= 1) {
    const before = best[start];
    const cost = (before?.cost ?? 0) + (1 - used / width) ** 2 + torn;
    const lines = (before?.lines ?? 0) + 1;
    if (!found || lines < found.lines || (lines === found.lines && cost < found.cost)) found = { lines, cost, start };
    used += pieces[start - 1]?.advance ?? 0;
  }
  return found;
}
