import type { MarkdownIt, Token } from "markdown-it";
import { escapeHtml } from "../../lib/safe-html.ts";
import { Rendering } from "../rendering.ts";
import { isNoteMeta } from "./footnote-tail.ts";

/** Footnotes with names for those who hear them, and ids that hold the text's own, for pages with several texts. */
export function footnoteMarkup(md: MarkdownIt): void {
  const { rules } = md.renderer;
  rules.footnote_ref = (tokens, index, _options, env) => {
    const rendering = Rendering.of(env);
    const { number, id, referenceId } = toNames(tokens[index], rendering);
    const label = escapeHtml(rendering.labels.footnote(number));
    const link = `<a href="#fn-${id}" id="fnref-${referenceId}" role="doc-noteref" aria-label="${label}">${number}</a>`;
    return `<sup class="footnote-ref">${link}</sup>`;
  };
  rules.footnote_block_open = (_tokens, _index, _options, env) => {
    const { labels, parts } = Rendering.of(env);
    parts.add("notes");
    const label = escapeHtml(labels.footnotes);
    return `<section class="footnotes" role="doc-endnotes" aria-label="${label}">\n<ol>\n`;
  };
  rules.footnote_block_close = () => "</ol>\n</section>\n";
  rules.footnote_open = (tokens, index, _options, env) =>
    `<li id="fn-${toNames(tokens[index], Rendering.of(env)).id}">`;
  rules.footnote_close = () => "</li>\n";
  rules.footnote_anchor = (tokens, index, _options, env) => {
    const rendering = Rendering.of(env);
    const { number, repeat, referenceId } = toNames(tokens[index], rendering);
    const label = escapeHtml(rendering.labels.footnoteBack(number) + (repeat ? ` (${repeat})` : ""));
    // U+FE0E: an arrow, not an emoji.
    return ` <a class="footnote-back" href="#fnref-${referenceId}" role="doc-backlink" aria-label="${label}">↩\ufe0e</a>`;
  };
}

/** `number` counts from 1; `repeat` is 2, 3… where a note is referred to again, and empty the first time. */
function toNames(token: Token | undefined, rendering: Rendering) {
  const meta: unknown = token?.meta;
  const { id: note, subId = 0 } = isNoteMeta(meta) ? meta : { id: 0 };
  const number = String(note + 1);
  const id = `${toIdPart(rendering.context.documentId)}-${number}`;
  const repeat = subId > 0 ? String(subId + 1) : "";
  return { number, id, repeat, referenceId: repeat ? `${id}-${repeat}` : id };
}

/** A document id may hold a dot, and marks above letters, which no anchor of ours has; `_2e` keeps `a.b` and `a-b` apart. */
function toIdPart(documentId: string): string {
  return documentId.replace(/[^\p{L}\p{N}_-]/gu, (char) => `_${char.codePointAt(0)?.toString(16)}`);
}
