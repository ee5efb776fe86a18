import type { Token } from "markdown-it";

/** A tag that shows nothing by itself. */
const emptyTag = /<(?!img|picture|video|audio|iframe|svg|object)[^<>]*>/gi;

/**
 * The tokens up to the first `more` mark, with what is open there closed: without ids, footnote references
 * and links within the text, because an excerpt stands on other pages. Changes the tokens: call it last.
 */
export function toExcerpt(tokens: readonly Token[]): Token[] | undefined {
  const end = tokens.findIndex((token) => token.type === "footnote_block_open");
  const text = end < 0 ? tokens : tokens.slice(0, end);
  const index = text.findIndex((token) => token.type === "more" || hasMark(token.children));
  const marked = text[index];
  if (!marked) return undefined;
  if (marked.children) marked.children = cut(marked.children);
  const before = text.slice(0, marked.children ? index + 1 : index);
  const excerpt = [...before, ...unmatchedEnds(text.slice(index + 1))];
  if (!excerpt.some(isVisible)) return undefined;
  excerpt.forEach(strip);
  return excerpt;
}

function hasMark(children: readonly Token[] | null): boolean {
  return children?.some((child) => child.type === "more") ?? false;
}

function cut(children: readonly Token[]): Token[] {
  const index = children.findIndex((child) => child.type === "more");
  const before = children.slice(0, index);
  while (before.at(-1)?.type.endsWith("break")) before.pop();
  const last = before.at(-1);
  if (last?.type === "text") last.content = last.content.trimEnd();
  return [...before, ...unmatchedEnds(children.slice(index + 1))];
}

/** The end tokens whose beginnings are not among `tokens`. */
function unmatchedEnds(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.filter((token) => {
    if (token.nesting === 1) depth += 1;
    if (token.nesting !== -1) return false;
    if (depth === 0) return true;
    depth -= 1;
    return false;
  });
}

function isVisible(token: Token): boolean {
  if (token.type === "html_block") return token.content.replace(emptyTag, "").trim() !== "";
  return token.nesting === 0 && (token.type !== "inline" || (token.children?.length ?? 0) > 0);
}

function strip(token: Token): void {
  token.attrs = token.attrs?.filter(([name]) => name !== "id") ?? null;
  if (!token.children) return;
  token.children = token.children.filter((child) => child.type !== "footnote_ref");
  const hidden: boolean[] = [];
  for (const child of token.children) {
    if (child.type === "link_open") hidden.push(child.attrGet("href")?.startsWith("#") ?? false);
    if (child.type === "link_open" && hidden.at(-1)) child.hidden = true;
    if (child.type === "link_close" && hidden.pop()) child.hidden = true;
  }
}
