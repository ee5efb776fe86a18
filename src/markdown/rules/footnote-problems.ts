import type { MarkdownIt } from "markdown-it";
import { Rendering } from "../rendering.ts";
import type { LineRange } from "../source-text.ts";

const reference = /\[\^([\p{L}\p{N}_-]+)\]/gu;

/**
 * Warns of notes that would be lost: those that nothing refers to, and references without a note.
 * Before escaped characters become text like any other, because `\\[^a]` is no reference.
 */
export function footnoteProblems(md: MarkdownIt): void {
  md.core.ruler.before("text_join", "footnote_problems", (state) => {
    const rendering = Rendering.of(state.env);
    for (const [key, number] of Object.entries(rendering.footnotes?.refs ?? {})) {
      if (number < 0) warnOfUnused(key.slice(1), rendering);
    }
    if (!state.src.includes("[^")) return;
    let lines: LineRange | null = null;
    for (const block of state.tokens) {
      lines = block.map ?? lines;
      for (const token of block.children ?? []) {
        if (token.type !== "text") continue;
        for (const [, label = ""] of token.content.matchAll(reference)) warnOfMissing(label, lines, rendering);
      }
    }
  });
}

function warnOfUnused(label: string, rendering: Rendering): void {
  const message = `footnote is not shown, because nothing refers to it ([^${label}]:)`;
  const remedy = `Write \`[^${label}]\` where it belongs, or remove it.`;
  rendering.warn({ id: "footnote-unused", message, remedy }, rendering.source.find(`[^${label}]:`, null));
}

function warnOfMissing(label: string, lines: LineRange | null, rendering: Rendering): void {
  const message = `footnote is not there ([^${label}])`;
  const remedy = `Add a line \`[^${label}]: …\`, or write \`\\[^${label}]\` if it is text.`;
  rendering.warn({ id: "footnote-missing", message, remedy }, rendering.source.find(`[^${label}]`, lines));
}
