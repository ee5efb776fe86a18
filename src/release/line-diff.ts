/** One line that differs, with its number: of the old text where it went, of the new one where it came. */
export type ChangedLine = { readonly sign: "-" | "+"; readonly number: number; readonly text: string };

// A table of this many cells is filled in some ten milliseconds.
const mostCells = 4_000_000;

/** The lines in which two texts differ, in order. */
export function diffLines(before: string, after: string): readonly ChangedLine[] {
  const [old, now] = [toLines(before), toLines(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let same = 0;
  const most = Math.min(old.length, now.length) - start;
  while (same < most && old[old.length - 1 - same] === now[now.length - 1 - same]) same += 1;
  return diffMiddle(old.slice(start, old.length - same), now.slice(start, now.length - same), start + 1);
}

function toLines(text: string): string[] {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function diffMiddle(old: readonly string[], now: readonly string[], first: number): readonly ChangedLine[] {
  const isLarge = (old.length + 1) * (now.length + 1) > mostCells;
  const table = isLarge ? undefined : toTable(old, now);
  const changes: ChangedLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (table && i < old.length && j < now.length && old[i] === now[j]) {
      i += 1;
      j += 1;
    } else if (i < old.length && (j >= now.length || !table || table.at(i + 1, j) >= table.at(i, j + 1))) {
      changes.push({ sign: "-", number: first + i, text: old[i] ?? "" });
      i += 1;
    } else {
      changes.push({ sign: "+", number: first + j, text: now[j] ?? "" });
      j += 1;
    }
  }
  return changes;
}

/** For each pair of places, how many lines the two rests have in common. */
function toTable(old: readonly string[], now: readonly string[]) {
  const width = now.length + 1;
  const cells = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => cells[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      cells[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return { at };
}
