import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import { dollarsAt, findDisplayEnd, findMath } from "../math/find-math.ts";
import { locateTex } from "../math/locate-tex.ts";
import { toMathml } from "../math/to-mathml.ts";
import { Rendering } from "../rendering.ts";
import type { LineRange } from "../source-text.ts";
import { isInCode } from "./prose.ts";

/**
 * Formulas: `$…$` and `$$…$$` in text, `$$` over several lines, and blocks of code whose language is `math`. They
 * become MathML before anything is rendered; a formula with a mistake becomes code, with a warning.
 */
export function math(md: MarkdownIt): void {
  md.inline.ruler.after("escape", "math", (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x24) return false;
    const found = findMath(state.src, state.pos);
    const length = dollarsAt(state.src, state.pos);
    if (!found && length === 1) return false;
    if (!silent && !found) state.pending += "$".repeat(length);
    if (!silent && found) {
      const token = state.push("math_inline", "math", 0);
      token.content = found.tex;
      token.markup = found.mark;
    }
    state.pos = found?.end ?? state.pos + length;
    return true;
  });
  md.block.ruler.before("fence", "math", blockMath, { alt: ["paragraph", "reference", "blockquote", "list"] });
  md.core.ruler.push("math", convertAll);
  md.renderer.rules.math_inline = (tokens, index, _options, env) => render(tokens[index], env);
  md.renderer.rules.math_block = (tokens, index, _options, env) => `${render(tokens[index], env)}\n`;
}

/** Lines that begin with `$$` and end with the next one; inside of them nothing is Markdown. */
function blockMath(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const begin = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (dollarsAt(state.src, begin) !== 2 || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  if (silent && closesEarlierOne(state, startLine)) return false;
  const close = findBlockEnd(state, startLine, endLine);
  if (!close) return false;
  const lines = state.getLines(startLine, close.line + 1, state.blkIndent, false);
  const tex = lines.slice(lines.indexOf("$$") + 2, lines.lastIndexOf("$$"));
  if (tex.trim() === "") return false;
  if (silent) return true;
  state.line = close.line + 1;
  pushBlock(state, tex, [startLine, state.line]);
  return true;
}

function findBlockEnd(state: StateBlock, startLine: number, endLine: number): { line: number } | undefined {
  for (let line = startLine; line < endLine; line += 1) {
    const first = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    if (line > startLine && (state.isEmpty(line) || (state.sCount[line] ?? 0) < state.blkIndent)) return undefined;
    const end = state.eMarks[line] ?? first;
    const close = findDisplayEnd(state.src, line === startLine ? first + 2 : first, end);
    if (close >= 0) return state.src.slice(close + 2, end).trim() === "" ? { line } : undefined;
  }
  return undefined;
}

/** Lines of one paragraph that are looked through; more would take quadratic time. */
const maxLookBack = 50;

/** In the middle of a paragraph, whether a `$$` before this line is still open. */
function closesEarlierOne(state: StateBlock, startLine: number): boolean {
  let isOpen = false;
  for (let line = startLine - 1; line >= Math.max(0, startLine - maxLookBack) && !state.isEmpty(line); line -= 1) {
    const text = state.src.slice(state.bMarks[line], state.eMarks[line]);
    if (text.split("$$").length % 2 === 0) isOpen = !isOpen;
  }
  return isOpen;
}

function pushBlock(state: StateBlock, tex: string, map: [number, number]): void {
  const token = state.push("math_block", "math", 0);
  token.block = true;
  token.content = tex;
  token.markup = "$$";
  token.map = map;
}

function convertAll(state: StateCore): void {
  const rendering = Rendering.of(state.env);
  let lines: LineRange | null = null;
  for (const block of state.tokens) {
    lines = block.map ?? lines;
    if (block.type === "fence" && /^\s*math\s*$/i.test(block.info)) block.type = "math_block";
    if (block.type === "math_block") convert(block, lines, rendering);
    if (block.type === "inline" && block.content.includes("$")) convertChildren(block.children ?? [], lines, rendering);
  }
}

function convertChildren(children: readonly Token[], lines: LineRange | null, rendering: Rendering): void {
  const isCode = isInCode(children);
  for (const token of children) {
    if (token.type === "image") (token.children ?? []).forEach(toText);
    if (token.type !== "math_inline") continue;
    if (isCode(token)) toText(token);
    else convert(token, lines, rendering);
  }
}

/** In a picture's text and in the author's own `<code>` a dollar is a dollar. */
function toText(token: Token): void {
  if (token.type !== "math_inline") return;
  token.type = "text";
  token.content = toSource(token);
}

function convert(token: Token, lines: LineRange | null, rendering: Rendering): void {
  const isInline = token.type === "math_inline";
  const result = toMathml(token.content, { isDisplay: !isInline || token.markup === "$$" });
  if ("html" in result) {
    token.meta = result.html;
    return;
  }
  const { what, offset = 0 } = result.mistake;
  const message = `formula is not understood: ${what}`;
  const remedy = isInline ? "Correct it, or write `\\$` for a dollar." : "Correct it.";
  rendering.warn({ id: "math", message, remedy }, locateTex(token, { lines, offset, rendering }));
  token.type = isInline ? "code_inline" : "fence";
  token.content = isInline ? toSource(token) : `${token.content.replace(/^\n|\n$/g, "")}\n`;
  token.info = "";
}

function toSource({ content, markup }: Token): string {
  return markup + content + markup.split("").toReversed().join("");
}

/** A formula by itself scrolls in its box where it is too wide, and can be reached by keyboard. */
function render(token: Token | undefined, env: unknown): string {
  Rendering.of(env).parts.add("math");
  const html = String(token?.meta ?? "");
  if (token?.type === "math_block") return `<div class="math" tabindex="0">${html}</div>`;
  return token?.markup === "$$" ? `<span class="math" tabindex="0">${html}</span>` : html;
}
