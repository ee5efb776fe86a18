import { escapeHtml } from "../lib/safe-html.ts";
import { toHtmlAttributes } from "./html/html-text.ts";
import type { FoundImage } from "./markdown-context.ts";
import type { Rendering } from "./rendering.ts";

type Attributes = readonly (readonly [name: string, value: string | undefined])[];

/** An `<img>`, in a `<picture>` when the blog has it in better formats. */
export function toPictureHtml({ sources = [], sizes }: FoundImage, attributes: Attributes): string {
  const image = `<img${toHtmlAttributes(attributes)}>`;
  if (sources.length === 0) return image;
  const better = sources.map(({ type, srcset }) => {
    // With one file there is nothing to choose by its width.
    const chosen = sizes === undefined ? [] : [["sizes", sizes] as const];
    return `<source${toHtmlAttributes([["type", type], ["srcset", srcset], ...chosen])}>`;
  });
  return `<picture>${better.join("")}${image}</picture>`;
}

type NamedImage = { readonly image: FoundImage; readonly alt: string };

/**
 * A plain link around a picture to itself, as large as anybody needs it; a script makes more of it. Not in an excerpt,
 * which leads to the whole post.
 */
export function toEnlargingHtml(picture: string, { image: { large }, alt }: NamedImage, rendering: Rendering): string {
  if (large === undefined || rendering.isExcerpt) return picture;
  rendering.parts.add("images");
  const name = alt.trim() === "" ? ` aria-label="${escapeHtml(rendering.labels.enlarge)}"` : "";
  return `<a class="zoom" href="${escapeHtml(large)}"${name}>${picture}</a>`;
}

/** What stands for an image on another host: a link to it, or, in a link, which may hold no other, its words. */
export function toRemoteHtml(address: string, { words, isLinked }: { words: string; isLinked: boolean }): string {
  const text = escapeHtml(words);
  return isLinked ? text : `<a href="${escapeHtml(address)}" rel="external">${text}</a>`;
}
