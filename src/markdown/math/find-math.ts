/** A formula as it stands in text. */
export type FoundMath = {
  readonly tex: string;
  /** `$`, `$$` or GitHub's `` $` ``. */
  readonly mark: string;
  /** Index after the closing mark. */
  readonly end: number;
};

/** A group that holds a `$` of its own is shorter than this; the bound keeps the search for its end linear. */
const maxGroup = 1_000;

/**
 * The formula that begins at a `$`, by Pandoc's rule: no space after the opening `$`, none before the closing one and
 * no digit after it, so that `$5 and $10` is text. Between `$$` spaces are free. The first `$` that is not escaped
 * decides: no later one is tried.
 */
export function findMath(text: string, start: number): FoundMath | undefined {
  const length = dollarsAt(text, start);
  if (length === 2) return findDisplay(text, start);
  if (length !== 1 || !/\S/.test(text.charAt(start + 1))) return undefined;
  const close = findDollar(text, start + 1);
  if (close <= start + 1 || /[0-9]/.test(text.charAt(close + 1))) return undefined;
  if (/\s/.test(text.charAt(close - 1)) && !isEscaped(text, close - 1)) return undefined;
  const tex = text.slice(start + 1, close);
  const [, quoted] = /^`([^`]+)`$/.exec(tex) ?? [];
  return quoted === undefined ? { tex, mark: "$", end: close + 1 } : { tex: quoted, mark: "$`", end: close + 1 };
}

function isEscaped(text: string, index: number): boolean {
  let start = index;
  while (text.charAt(start - 1) === "\\") start -= 1;
  return (index - start) % 2 === 1;
}

/** How many `$` stand at an index: three and more are no mark of a formula. */
export function dollarsAt(text: string, index: number): number {
  let end = index;
  while (text.charAt(end) === "$") end += 1;
  return end - index;
}

function findDisplay(text: string, start: number): FoundMath | undefined {
  const close = findDisplayEnd(text, start + 2, text.length);
  const tex = text.slice(start + 2, Math.max(start + 2, close));
  return tex.trim() === "" ? undefined : { tex, mark: "$$", end: close + 2 };
}

/** Where the next `$$` stands before `end`; -1 for none. */
export function findDisplayEnd(text: string, from: number, end: number): number {
  let index = from;
  for (;;) {
    index = findDollar(text, index);
    if (index < 0 || index >= end) return -1;
    const length = dollarsAt(text, index);
    if (length === 2) return index + 2 <= end ? index : -1;
    index += length;
  }
}

/** The next `$` that is neither escaped nor inside `\text{…}`; -1 for none. */
function findDollar(text: string, from: number): number {
  const stop = /[\\$]/g;
  stop.lastIndex = from;
  for (let found = stop.exec(text); found; found = stop.exec(text)) {
    if (found[0] === "$") return found.index;
    stop.lastIndex = text.startsWith("\\text{", found.index) ? endOfGroup(text, found.index + 5) : found.index + 2;
  }
  return -1;
}

/** Index after the `}` that closes the `{` at `open`; after that `{` when none does. */
function endOfGroup(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length && index < open + maxGroup; index += 1) {
    const char = text.charAt(index);
    if (char === "\\") index += 1;
    else if (char === "{") depth += 1;
    else if (char === "}") depth -= 1;
    if (depth === 0) return index + 1;
  }
  return open + 1;
}
