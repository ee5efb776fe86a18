import type { MarkdownIt, Token } from "markdown-it";
import { Rendering } from "../rendering.ts";
import { proseTokens } from "./prose.ts";

const narrowSpace = "\u202f";
const noBreakSpace = "\u00a0";

/** Dashes and dots as a typesetter has them; in French also the spaces before `; ! ? :`. */
export function dashes(md: MarkdownIt): void {
  md.core.ruler.at("replacements", (state) => {
    const isFrench = /^fr\b/i.test(Rendering.of(state.env).context.language);
    for (const block of state.tokens) {
      if (block.type !== "inline" || !(isFrench || /--|\.\.\./.test(block.content))) continue;
      for (const token of proseTokens(block.children ?? [])) setProse(token, isFrench);
    }
  });
}

function setProse(token: Token, isFrench: boolean): void {
  if (token.content.includes("--")) token.content = toDashes(token.content);
  if (token.content.includes("...")) token.content = token.content.replace(/(^|[^./])\.{3}(?!\.)/g, "$1…");
  if (isFrench) token.content = toFrenchSpaces(token.content);
}

/** `---` is an em dash; `--` is an en dash between words or between spaces, and stays in `--option`. */
function toDashes(text: string): string {
  return text
    .replace(/(^|[^-])---(?=[^-]|$)/g, "$1—")
    .replace(/(^|\s)--(?=\s|$)/g, "$1–")
    .replace(/(^|[^-\s])--(?=[^-\s]|$)/g, "$1–");
}

/** Only where the author put a space: it must not break there. */
function toFrenchSpaces(text: string): string {
  return text
    .replace(/ ([;!?»])/g, `${narrowSpace}$1`)
    .replace(/« /g, `«${narrowSpace}`)
    .replace(/ :(?=\s|$)/g, `${noBreakSpace}:`);
}
