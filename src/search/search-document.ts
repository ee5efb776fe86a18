import { escapeHtml, type SafeHtml } from "../lib/safe-html.ts";
import type { SearchComment } from "./search-record.ts";

type SearchDocumentParts = {
  readonly lang: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly body: SafeHtml;
  /** Found, but shown in no excerpt; empty ones are left out. */
  readonly meta: Readonly<Record<string, string>>;
  readonly comments: readonly SearchComment[];
};

/** What is on the page for the eye or for going to and fro. */
export const unsearched: readonly string[] = [".anchor", ".footnote-ref", ".footnote-back", "annotation", "style"];

/**
 * A document for Pagefind, which takes headings with ids as sections and gives them weight by level. So each comment
 * begins with an `h6`, the lightest, which nothing else is: the results tell comments by it.
 */
export function toSearchDocument({ lang, title, description, body, meta, comments }: SearchDocumentParts): string {
  const metas = Object.entries(meta).filter(([, content]) => content !== "");
  return [
    `<!doctype html><html lang="${escapeHtml(lang)}"><head>`,
    ...metas.map(([name, content]) => `<meta data-pagefind-meta="${name}[content]" content="${escapeHtml(content)}">`),
    `</head><body><h1>${escapeHtml(title)}</h1>`,
    ...(description ? [`<p>${escapeHtml(description)}</p>`] : []),
    toSearchableHtml(body),
    ...comments.map(toSection),
    "</body></html>",
  ].join("\n");
}

function toSection({ anchor, name, text }: SearchComment): string {
  return `<h6 id="${escapeHtml(anchor)}">${escapeHtml(name || nameless)}</h6><p>${escapeHtml(text)}</p>`;
}

/** Stands for somebody who gave no name: a section without a title would be none. */
const nameless = "?";

/** Any tag in the form in which our renderers write it. */
const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*\/?>/g;

/** A formula and what it is in TeX; a diagram and what it says. */
const formula = /<math\b[^>]*?\salttext="([^"]*)"[^>]*>.*?<\/math>/gs;
const drawing = /<svg class="drawing\b[^>]*?\saria-label="([^"]*)"[^>]*>.*?<\/svg>/gs;

/** Words for pictures, ids for headings alone, and no heading as light as a comment's. */
function toSearchableHtml(html: SafeHtml): string {
  return html
    .replace(formula, "$1")
    .replace(drawing, "<p>$1</p>")
    .replace(tag, (whole, slash: string, name: string, attributes: string) => {
      if (name === "img") return ` ${/\salt="([^"]*)"/.exec(attributes)?.[1] ?? ""} `;
      if (name === "h6") return `<${slash}h5${attributes}>`;
      return /^h[1-5]$/.test(name) ? whole : whole.replace(/\sid="[^"]*"/, "");
    });
}
