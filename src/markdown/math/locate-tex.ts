import type { Token } from "markdown-it";
import type { Rendering } from "../rendering.ts";
import type { LineRange, Position } from "../source-text.ts";

type Place = {
  /** Of the block in which the formula stands. */
  readonly lines: LineRange | null;
  /** Index in its TeX. */
  readonly offset: number;
  readonly rendering: Rendering;
};

/** Where in the file a place of a formula is: its lines may stand indented, or in a quotation. */
export function locateTex({ type, content, markup }: Token, { lines, offset, rendering }: Place): Position {
  const { source, context } = rendering;
  const before = content.slice(0, offset).split("\n");
  const row = before.length - 1;
  const column = before.at(-1)?.length ?? 0;
  let line = (lines?.[0] ?? 0) + (markup === "$$" ? 0 : 1) + row;
  if (type === "math_inline") {
    const [firstRow = ""] = `${markup}${content}`.split("\n");
    const start = source.find(firstRow, lines);
    if (row === 0) return { line: start.line, column: start.column + markup.length + column };
    line = start.line - context.firstLine + row;
  }
  const text = content.split("\n")[row] ?? "";
  if (text.trim() === "") return { line: line + context.firstLine, column: 1 };
  const start = source.find(text.trim(), [line, line + 1]);
  return { line: start.line, column: start.column + Math.max(0, column - (text.length - text.trimStart().length)) };
}
