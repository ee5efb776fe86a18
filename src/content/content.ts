import type { Rendered } from "../markdown/rendered.ts";
import type { SafeHtml } from "../lib/safe-html.ts";
import type { Entry } from "./post.ts";

/** What a list shows of a post: HTML that the author cut with `<!-- more -->`, or one plain text. */
export type Excerpt = { readonly html: SafeHtml } | { readonly text: string };

/** The excerpt by FORMATS.md's rule: up to `<!-- more -->`, else the description, else the first paragraph. */
export function toExcerpt(entry: Pick<Entry, "description">, rendered: Rendered): Excerpt {
  if (rendered.excerptHtml !== undefined) return { html: rendered.excerptHtml };
  return { text: entry.description ?? rendered.firstParagraph };
}
