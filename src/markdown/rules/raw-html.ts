import type { MarkdownIt, Token } from "markdown-it";
import { Rendering } from "../rendering.ts";
import type { LineRange } from "../source-text.ts";
import { toPlaceholder } from "../html/raw-html-placeholder.ts";

/**
 * The author's own HTML leaves the token stream as numbered placeholders;
 * `containHtml` puts it back, balanced and resolved, into the finished page.
 */
export function rawHtml(md: MarkdownIt): void {
  md.set({ html: true });
  md.core.ruler.push("raw_html", (state) => {
    const rendering = Rendering.of(state.env);
    let lines: LineRange | null = null;
    for (const block of state.tokens) {
      lines = block.map ?? lines;
      for (const token of block.type === "html_block" ? [block] : (block.children ?? [])) {
        if (token.type !== "html_block" && token.type !== "html_inline") continue;
        if (lines) token.map = [...lines];
        survey(token.content, rendering);
      }
    }
    findFirstImage(state.tokens, rendering);
  });
  md.renderer.rules.html_block = md.renderer.rules.html_inline = (tokens, index, _options, env) => {
    const token = tokens[index];
    return token ? placeholderOf(token, Rendering.of(env)) : "";
  };
}

/** What a phone and a window show of a text before anybody scrolls, in characters. */
const nearTop = 800;

function findFirstImage(blocks: readonly Token[], rendering: Rendering): void {
  let before = 0;
  for (const block of blocks) {
    for (const token of block.children ?? [block]) {
      const isHtml = token.type === "html_block" || token.type === "html_inline";
      const index = isHtml ? token.content.search(/<img[\s/]/i) : 0;
      if (token.type === "image" || (isHtml && index >= 0)) {
        rendering.firstImageIsRaw = isHtml;
        rendering.firstImageIsNear = before + index < nearTop;
        return;
      }
      before += token.content.length;
    }
  }
}

function survey(html: string, rendering: Rendering): void {
  if (/<h1[\s/>]/i.test(html)) rendering.shiftsHeadings = true;
  for (const [, id = ""] of html.matchAll(/\s(?:id|name)\s*=\s*["']?([^\s"'<>]+)/gi)) rendering.rawIds.add(id);
}

function placeholderOf(token: Token, rendering: Rendering): string {
  return toPlaceholder(
    rendering.rawHtml.push({ html: token.content, lines: token.map, isBlock: token.type === "html_block" }) - 1,
  );
}
