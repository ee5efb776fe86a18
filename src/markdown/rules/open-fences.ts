import type { MarkdownIt, Token } from "markdown-it";
import { Rendering } from "../rendering.ts";

/** Warns of a code block that nothing closes: all that follows in the text is code. */
export function openFences(md: MarkdownIt): void {
  md.core.ruler.push("open_fences", (state) => {
    // In a list or a quotation it ends with what it is in, and nothing is lost.
    const fence = state.tokens.findLast((token) => token.type === "fence" && token.level === 0);
    // A formula with a mistake is shown as code, too.
    if (!fence || !/^[`~]/.test(fence.markup)) return;
    const lines = state.src.split("\n");
    const [from = 0, to = 0] = fence.map ?? [];
    if (to < lines.length && lines.slice(to).some((line) => line.trim() !== "")) return;
    if (to - 1 > from && isClosing(lines[to - 1] ?? "", fence)) return;
    const opening = (lines[from] ?? "").trim();
    const message = `the code block is never closed (found ${opening})`;
    const remedy = `Write ${fence.markup} on a line of its own below the code.`;
    Rendering.of(state.env).warn(
      { id: "code-open", message, remedy },
      Rendering.of(state.env).source.find(opening, [from, from + 1]),
    );
  });
}

function isClosing(line: string, { markup }: Token): boolean {
  const text = line.trim();
  return text.startsWith(markup) && text === markup.charAt(0).repeat(text.length);
}
