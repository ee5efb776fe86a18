import type { MarkdownIt } from "markdown-it";

/** `~~text~~` is a deletion, as GFM says; markdown-it writes `<s>`. */
export function strikethrough(md: MarkdownIt): void {
  md.renderer.rules.s_open = () => "<del>";
  md.renderer.rules.s_close = () => "</del>";
}
