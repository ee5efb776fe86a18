import type { MarkdownIt, Token } from "markdown-it";
import { Rendering } from "../rendering.ts";
import type { LineRange } from "../source-text.ts";
import { resolveHref } from "../resolve-href.ts";

/** Links lead where the blog says that they lead; external ones say so. */
export function links(md: MarkdownIt): void {
  // Resolvers, and the search for a link's place, want the address as written; `encodeUrl` comes after them.
  md.normalizeLink = (url) => url;
  md.core.ruler.push("links", (state) => {
    const rendering = Rendering.of(state.env);
    let lines: LineRange | null = null;
    rendering.source.rewind();
    for (const block of state.tokens) {
      lines = block.map ?? lines;
      const children = block.children ?? [];
      const dead = new Set<Token>();
      let isDead = false;
      for (const [index, token] of children.entries()) {
        if (token.type === "link_close" && isDead) dead.add(token);
        if (token.type !== "link_open") continue;
        if (children[index + 1]?.type === "link_close") warnOfNoText(token, lines, rendering);
        isDead = !resolveToken(token, lines, rendering);
        if (isDead) dead.add(token);
      }
      if (dead.size > 0) block.children = children.filter((token) => !dead.has(token));
    }
  });
}

function warnOfNoText(token: Token, lines: LineRange | null, rendering: Rendering): void {
  const written = token.attrGet("href") ?? "";
  const message = `link has no text, so that nobody sees it (${written})`;
  const remedy = "Write in the square brackets where it leads.";
  rendering.warn({ id: "link-text", message, remedy }, rendering.source.find(`](${written}`, lines));
}

/** False when it leads nowhere, so that its words stand without it. */
function resolveToken(token: Token, lines: LineRange | null, rendering: Rendering): boolean {
  const written = token.attrGet("href") ?? "";
  const link = resolveHref(written, rendering, () => rendering.source.find(written || "]()", lines));
  token.attrSet("href", link.href);
  if (link.isExternal) token.attrSet("rel", "external");
  return !link.isDead;
}
