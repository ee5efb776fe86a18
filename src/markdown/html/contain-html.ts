import type { Rendering } from "../rendering.ts";
import { AuthorHtml, type AuthorHtmlOptions } from "./author-html.ts";
import { HtmlWriter } from "./html-writer.ts";
import { splitAtPlaceholders } from "./raw-html-placeholder.ts";

const tag = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g;

/**
 * Puts the author's HTML back into the rendered text. What the author leaves open ends with the text at the latest,
 * and nothing closes an element of the page around it. Only the author's pieces are parsed; ours are known.
 */
export function containHtml(html: string, rendering: Rendering, options: AuthorHtmlOptions = {}): string {
  rendering.source.rewind();
  const writer = new HtmlWriter();
  const author = new AuthorHtml(writer, rendering, options);
  splitAtPlaceholders(html).forEach((piece, index) => {
    const raw = index % 2 === 1 ? rendering.rawHtml[Number(piece)] : undefined;
    if (raw) author.write(raw);
    else copyOwn(piece, writer);
  });
  author.finish();
  return writer.finish();
}

/** Our own HTML holds `<` and `>` in tags only, all of them balanced. */
function copyOwn(html: string, writer: HtmlWriter): void {
  let end = 0;
  let isUnlinked = false;
  for (const match of html.matchAll(tag)) {
    const [text, slash, name = ""] = match;
    if (match.index > end) writer.text(html.slice(end, match.index));
    end = match.index + text.length;
    if (name === "a" && (isUnlinked || (writer.isInside("a") && isEnlargement(text)))) isUnlinked = !slash;
    else if (slash) writer.end(name, "renderer");
    else writer.start({ name, html: text, origin: "renderer" });
  }
  writer.text(html.slice(end));
}

/** In a link of the author's a picture keeps that one. */
function isEnlargement(html: string): boolean {
  return html.startsWith('<a class="zoom"');
}
