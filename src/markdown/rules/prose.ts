import type { Token } from "markdown-it";

const codeTag = /^<(\/?)(code|kbd|samp|pre|script|style|tt|var)[\s/>]/i;

/** The text tokens that typography may touch: not addresses shown as text, not what stands in the author's `<code>`. */
export function proseTokens(children: readonly Token[]): Token[] {
  const prose: Token[] = [];
  let codeDepth = 0;
  let autolinks = 0;
  for (const token of children) {
    if (token.type === "html_inline") codeDepth = Math.max(0, codeDepth + codeStep(token.content));
    else if (token.info === "auto") autolinks += token.nesting;
    else if (token.type === "text" && codeDepth === 0 && autolinks === 0) prose.push(token);
  }
  return prose;
}

/** Whether a token stands in the author's `<code>` or its like. */
export function isInCode(children: readonly Token[]): (token: Token) => boolean {
  const inside = new Set<Token>();
  let depth = 0;
  for (const token of children) {
    if (token.type === "html_inline") depth = Math.max(0, depth + codeStep(token.content));
    if (depth > 0) inside.add(token);
  }
  return (token) => inside.has(token);
}

function codeStep(tag: string): number {
  const [, slash] = codeTag.exec(tag) ?? [];
  return slash === undefined ? 0 : slash === "/" ? -1 : 1;
}
