/** A piece of a text and what stands in its place. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** A text after some edits, and on which line of the text before them each of its lines began. */
export type Edited = { readonly text: string; readonly toSourceLine: (line: number) => number };

/** All that is not named in an edit stays as it is, byte for byte. Of two that overlap the first counts. */
export function applyEdits(text: string, edits: readonly Edit[]): Edited {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: string[] = [];
  const shifts: { line: number; by: number }[] = [];
  let at = 0;
  let line = 1;
  let shift = 0;
  for (const { start, end, text: replacement } of sorted) {
    if (start < at) continue;
    const kept = text.slice(at, start);
    pieces.push(kept, replacement);
    const added = countLines(replacement);
    line += countLines(kept) + added;
    shift += countLines(text.slice(start, end)) - added;
    if (shifts.at(-1)?.by !== shift) shifts.push({ line: line + (added > 0 ? 0 : 1), by: shift });
    at = end;
  }
  pieces.push(text.slice(at));
  return { text: pieces.join(""), toSourceLine: (number) => number + (findShift(shifts, number)?.by ?? 0) };
}

function findShift(shifts: readonly { line: number; by: number }[], line: number) {
  let low = 0;
  let high = shifts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shifts[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return shifts[low - 1];
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Line, from 1, of an index; for many of one text. */
export function createLineFinder(text: string): (index: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (index) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
