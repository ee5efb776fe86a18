import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { escapeHtml } from "../../lib/safe-html.ts";
import { toPlainText } from "../plain-text.ts";
import { Rendering } from "../rendering.ts";

/**
 * Ids, levels below the page's title, and anchors. The anchor follows the heading inside a box,
 * as on GitHub, so that it is no part of the heading's name; feeds strip `<a class="anchor"…>…</a>`.
 */
export function headings(md: MarkdownIt): void {
  md.core.ruler.push("headings", (state) => {
    const rendering = Rendering.of(state.env);
    if (state.tokens.some((token) => token.type === "heading_open" && token.tag === "h1")) {
      rendering.shiftsHeadings = true;
    }
    state.tokens.forEach((_token, index) => markHeading(state, index, rendering));
    state.tokens = state.tokens.filter((token) => token.type !== "empty");
  });
  md.renderer.rules.heading_open = (tokens, index, options, _env, renderer) => {
    const tag = renderer.renderToken(tokens, index, options);
    return tokens[index]?.attrGet("id") ? `<div class="heading">${tag}` : tag;
  };
  md.renderer.rules.heading_close = (tokens, index, options, env, renderer) => {
    const tag = renderer.renderToken(tokens, index, options);
    const id = tokens[index - 2]?.attrGet("id");
    if (!id) return tag;
    const text = toPlainText(tokens[index - 1]?.children ?? [], "alt");
    const label = escapeHtml(Rendering.of(env).labels.section(text));
    return `${tag.trimEnd()}<a class="anchor" href="#${escapeHtml(id)}" aria-label="${label}">#</a></div>\n`;
  };
}

function markHeading(state: StateCore, index: number, rendering: Rendering): void {
  const [open, inline, close] = state.tokens.slice(index, index + 3);
  if (open?.type !== "heading_open" || !inline || !close) return;
  if (!inline.children?.length) return drop([open, inline, close]);
  const level = toLevel(open, rendering);
  open.tag = close.tag = `h${level}`;
  const text = toPlainText(inline.children, "alt").trim();
  const id = rendering.ids.takeForHeading(text);
  open.attrSet("id", id);
  rendering.headings.push({ level, id, text, line: rendering.context.firstLine + (open.map?.[0] ?? 0) });
}

/** A lone `#` would be a heading without a name. */
function drop(tokens: readonly Token[]): void {
  for (const token of tokens) token.type = "empty";
}

function toLevel(open: Token, rendering: Rendering): number {
  const level = Number(open.tag.slice(1));
  return rendering.shiftsHeadings ? Math.min(6, level + 1) : level;
}
