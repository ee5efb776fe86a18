import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";

/** `<!-- more -->` in any spacing and case, and WordPress's `<!--more Keep reading-->`; not `<!-- more on this -->`. */
const mark = /<!--(?:\s{0,9}more\s{0,9}|more(?:\s[^>]{0,99})?)-->/i;
const marksAtStart = new RegExp(`^(?:${mark.source}[ \\t]*)+`, "i");
const marks = new RegExp(mark.source, "gi");

/** The end of the excerpt becomes a `more` token, which renders as nothing: as a line, in a paragraph, in the author's HTML. */
export function moreMark(md: MarkdownIt): void {
  md.block.ruler.before("html_block", "more", blockMark, { alt: ["paragraph", "reference", "blockquote", "list"] });
  md.inline.ruler.before("html_inline", "more", (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x3c || !state.src.startsWith("<!--", state.pos)) return false;
    const [found] = marksAtStart.exec(state.src.slice(state.pos, state.pos + 200)) ?? [];
    if (found === undefined) return false;
    if (!silent) state.push("more", "", 0);
    state.pos += found.trimEnd().length;
    return true;
  });
  md.core.ruler.push("more", (state) => {
    if (!state.tokens.some((token) => token.type === "html_block" && mark.test(token.content))) return;
    state.tokens = state.tokens.flatMap((token) => (token.type === "html_block" ? splitHtml(state, token) : [token]));
  });
  // In a tight list only this break keeps the words before and after it apart.
  md.renderer.rules.more = (tokens, index) => (tokens[index]?.block && tokens[index - 1]?.hidden ? "\n" : "");
}

/** A line that begins with the mark; what follows it on the line is a block of its own, as if it began there. */
function blockMark(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (!state.src.startsWith("<!--", start)) return false;
  const [found] = marksAtStart.exec(state.src.slice(start, state.eMarks[line])) ?? [];
  if (found === undefined) return false;
  if (silent) return true;
  state.push("more", "", 0).map = [line, line + 1];
  const end = start + found.length;
  if (end >= (state.eMarks[line] ?? 0)) {
    state.line = line + 1;
    return true;
  }
  return parseRest(state, line, { endLine, end });
}

function parseRest(state: StateBlock, line: number, { endLine, end }: { endLine: number; end: number }): boolean {
  const begin = state.bMarks[line] ?? 0;
  const shift = state.tShift[line] ?? 0;
  state.bMarks[line] = end;
  state.tShift[line] = 0;
  const isParsed = state.md.block.ruler.getRules("").some((rule) => rule(state, line, endLine, false));
  state.bMarks[line] = begin;
  state.tShift[line] = shift;
  return isParsed;
}

function splitHtml(state: StateCore, token: Token): Token[] {
  // In a script or a comment it is no mark.
  if (!mark.test(token.content) || /^\s*<(script|style|textarea|!--)/i.test(token.content)) return [token];
  const [before = "", ...rest] = token.content.split(marks);
  const after = new state.Token("html_block", "", 0);
  after.content = rest.join("");
  const [from = 0, to = 0] = token.map ?? [];
  after.map = [Math.min(to, from + before.split("\n").length - 1), to];
  after.block = true;
  token.content = before;
  return [token, new state.Token("more", "", 0), after];
}
