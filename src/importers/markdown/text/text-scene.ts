import MarkdownIt from "markdown-it";
import definitionLists from "markdown-it-deflist";
import footnotes from "markdown-it-footnote";

/** What a character of a text is part of. `other`: blank lines and definitions of links. */
export type Part = "other" | "prose" | "code" | "html";

export type TextScene = {
  readonly partAt: (index: number) => Part;
  /** In a block of code, not in a code span. */
  readonly isCodeBlock: (index: number) => boolean;
  /** Ranges of prose, paragraph by paragraph. */
  readonly prose: readonly { readonly start: number; readonly end: number; readonly isParagraph: boolean }[];
  readonly html: readonly { readonly start: number; readonly end: number }[];
};

const parts: readonly Part[] = ["other", "prose", "code", "html", "code"];
const codeSpan = 4;

/** Blocks alone: what stands in a line is found by those who look for it. */
const md = new MarkdownIt({ html: true }).use(footnotes).use(definitionLists);
md.core.ruler.disable(["inline", "linkify", "replacements", "smartquotes", "text_join"], true);
md.core.ruler.disable("footnote_tail", true);

/** Where a text has code, HTML and prose, as the new blog's own parser sees its blocks. */
export function toTextScene(text: string): TextScene {
  const mask = new Uint8Array(text.length);
  const starts = lineStarts(text);
  const rangeOf = ([from, to]: readonly [number, number]) => ({
    start: starts[from] ?? text.length,
    end: starts[to] ?? text.length,
  });
  const prose: { start: number; end: number; isParagraph: boolean }[] = [];
  const html: { start: number; end: number }[] = [];
  let last = "";
  for (const { type, map } of md.parse(text, {})) {
    const kind = toKind(type);
    if (map && kind !== undefined) {
      const range = rangeOf(map);
      mask.fill(kind, range.start, range.end);
      if (kind === 3) html.push(range);
      if (kind === 1) prose.push({ ...range, isParagraph: last === "paragraph_open" });
    }
    last = type;
  }
  for (const { start, end } of prose) markSpans(text, { start, end, mask });
  return {
    partAt: (index) => parts[mask[index] ?? 0] ?? "other",
    isCodeBlock: (index) => mask[index] === 2,
    prose,
    html,
  };
}

function toKind(type: string): number | undefined {
  if (type === "inline" || type === "table_open") return 1;
  if (type === "fence" || type === "code_block") return 2;
  return type === "html_block" ? 3 : undefined;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Code spans and comments: a run of backticks ends at the next one of its length in the same block. */
function markSpans(text: string, { start, end, mask }: { start: number; end: number; mask: Uint8Array }): void {
  const part = text.slice(start, end);
  if (!part.includes("`") && !part.includes("<!--")) return;
  const runs = Array.from(part.matchAll(/`+/g), ({ index, 0: { length } }) => ({ index, length }));
  const nextOf = findNextRuns(runs);
  const byIndex = new Map(runs.map(({ index }, number) => [index, number]));
  const mark = /\\.|`+|<!--/gs;
  let hasNoComment = false;
  for (let found = mark.exec(part); found; found = mark.exec(part)) {
    const [sign] = found;
    if (sign.startsWith("\\")) continue;
    const isComment = sign === "<!--";
    const next = isComment ? undefined : nextOf[byIndex.get(found.index) ?? -1];
    const close = isComment && !hasNoComment ? part.indexOf("-->", mark.lastIndex) : (next ?? -1);
    if (close < 0) {
      hasNoComment ||= isComment;
      continue;
    }
    const stop = close + (isComment ? 3 : sign.length);
    mask.fill(isComment ? 3 : codeSpan, start + found.index, start + stop);
    mark.lastIndex = stop;
  }
}

/** For each run of backticks, where the next one of the same length is. */
function findNextRuns(runs: readonly { readonly index: number; readonly length: number }[]): (number | undefined)[] {
  const last = new Map<number, number>();
  const next: (number | undefined)[] = runs.map(() => undefined);
  for (let number = runs.length - 1; number >= 0; number -= 1) {
    const run = runs[number];
    if (!run) continue;
    next[number] = last.get(run.length);
    last.set(run.length, run.index);
  }
  return next;
}
