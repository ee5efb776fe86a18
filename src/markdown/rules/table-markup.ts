import type { MarkdownIt, Token } from "markdown-it";
import { escapeHtml } from "../../lib/safe-html.ts";
import { Rendering } from "../rendering.ts";

/**
 * Alignment as classes, because the page's CSP has no inline styles. Each table stands in a box that scrolls
 * and can be reached by keyboard: a `group`, not a `region`, so that ten tables are not ten landmarks.
 */
export function tableMarkup(md: MarkdownIt): void {
  md.core.ruler.push("table_markup", (state) => {
    state.tokens.forEach((token, index) => {
      if (token.type === "th_open") markHeaderCell(token, state.tokens[index + 1], state.tokens[index + 2]);
      if (token.type === "th_open" || token.type === "td_open") markAlignment(token);
    });
  });
  md.renderer.rules.table_open = (_tokens, _index, _options, env) => {
    const label = escapeHtml(Rendering.of(env).labels.table);
    return `<div class="table" role="group" tabindex="0" aria-label="${label}">\n<table>\n`;
  };
  md.renderer.rules.table_close = () => "</table>\n</div>\n";
}

/** An empty header cell is no header: assistive technology would announce nothing. */
function markHeaderCell(open: Token, content: Token | undefined, close: Token | undefined): void {
  if (content?.content === "" && close) {
    open.tag = "td";
    close.tag = "td";
  } else {
    open.attrSet("scope", "col");
  }
}

function markAlignment(token: Token): void {
  const [, side] = /^text-align:(left|center|right)$/.exec(token.attrGet("style") ?? "") ?? [];
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
  if (side) token.attrPush(["class", `align-${side}`]);
}
