import type { ContentContext } from "../../../../src/importers/wordpress/content/content-context.ts";
import { toHtml } from "../../../../src/importers/wordpress/content/to-html.ts";

const library: Readonly<
  Record<string, { url: string; alt?: string; caption?: string; title?: string; mime?: string }>
> = {
  1: { url: "/1.jpg", alt: 'One "door"', caption: "The <em>door</em>" },
  2: { url: "/2.jpg", title: "Two" },
  3: { url: "/3.jpg", alt: "Three", mime: "image/jpeg" },
  5: { url: "/5.mp3", title: "Fifth <b>", mime: "audio/mpeg" },
  6: { url: "/6.mp3", caption: "Sixth", mime: "audio/mpeg" },
};

const blocks: Readonly<Record<string, string>> = {
  7: "<!-- wp:paragraph -->\n<p>Shared</p>\n<!-- /wp:paragraph -->\n<!-- wp:archives /-->",
  9: '<!-- wp:paragraph -->\n<p>Again</p>\n<!-- /wp:paragraph --><!-- wp:block {"ref":9} /-->',
};

/** A small library: pictures 1 to 3 belong to the post, 5 and 6 are sounds; 7 and 9 are reusable blocks. */
export const context: ContentContext = {
  attachmentOf: (id) => {
    const found = library[id];
    return found && { alt: "", caption: "", title: "", ...found };
  },
  attached: ["1", "2", "3"],
  footnotes: JSON.stringify([
    { id: "aaa-1", content: "Black, with <em>milk</em>." },
    { id: "bbb-2", content: "Rye." },
  ]),
  blockOf: (id) => blocks[id],
};

/** The HTML without its notes of lines, and what was found, a line each. */
export function convert(text: string, given: ContentContext = context): string {
  const { html, findings } = toHtml(text, given);
  const lines = findings.map(({ line, kind, outcome, found }) => `! ${line} ${kind} ${outcome}: ${found}`);
  const shown = html.replace(/ data-line="\d+"/g, "");
  // Blocks leave blank lines in their places.
  return [text.includes("<!-- wp:") ? shown.replace(/\n{2,}/g, "\n") : shown, ...lines]
    .filter((line) => line !== "")
    .join("\n");
}
