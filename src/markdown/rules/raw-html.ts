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
    let hasImage = false;
    let lines: LineRange | null = null;
    for (const block of state.tokens) {
      lines = block.map ?? lines;
      for (const token of block.type === "html_block" ? [block] : (block.children ?? [])) {
        if (token.type === "image") hasImage = true;
        if (token.type !== "html_block" && token.type !== "html_inline") continue;
        if (lines) token.map = [...lines];
        survey(token.content, rendering);
        if (!hasImage && /<img[\s/]/i.test(token.content)) rendering.firstImageIsRaw = hasImage = true;
      }
    }
  });
  md.renderer.rules.html_block = md.renderer.rules.html_inline = (tokens, index, _options, env) => {
    const token = tokens[index];
    return token ? placeholderOf(token, Rendering.of(env)) : "";
  };
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
