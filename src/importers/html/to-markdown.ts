import type { Root } from "hast";
import type { FootnoteDefinition, Root as MarkdownRoot } from "mdast";
import type { Finding } from "../finding.ts";
import { blockElements } from "./block-elements.ts";
import { embedElements } from "./embeds.ts";
import { figureElements } from "./figures.ts";
import { childrenOf } from "./hast.ts";
import { imageElements } from "./images.ts";
import { inlineElements } from "./inline-elements.ts";
import { Job, type MarkdownTarget } from "./job.ts";
import { listElements } from "./lists.ts";
import { noMarks } from "./mark.ts";
import { dropOwnLinks } from "./own-links.ts";
import { isFlattened } from "./parse-html.ts";
import { tableElements } from "./tables.ts";
import { Walker } from "./walker.ts";
import { writeMarkdown } from "./write-markdown.ts";

const handlers = new Map([
  ...inlineElements,
  ...blockElements,
  ...listElements,
  ...tableElements,
  ...imageElements,
  ...figureElements,
  ...embedElements,
]);

export type ToMarkdown = { readonly markdown: string; readonly findings: Finding[] };

/**
 * A text as Markdown that our renderer shows with the same words in the same order. What Markdown cannot say stays as
 * HTML that the renderer accepts. The tree is left as it is.
 */
export function toMarkdown(tree: Root, target: MarkdownTarget): ToMarkdown {
  const job = new Job(tree, target);
  if (isFlattened(tree)) {
    job.report("<…>", {
      kind: "html",
      outcome: "changed",
      note: "Elements were nested too deeply; the innermost tags are left out.",
    });
  }
  const walker = new Walker(job, handlers);
  walker.walk(childrenOf(tree), noMarks);
  const children = walker.finish();
  for (const { label, item } of job.footnotes.values()) {
    const note: FootnoteDefinition = {
      type: "footnoteDefinition",
      identifier: label,
      label,
      children: walker.flowOf(childrenOf(item)),
    };
    children.push(note);
  }
  const root: MarkdownRoot = { type: "root", children };
  const dropped = dropOwnLinks(root);
  if (dropped > 0) {
    job.report(dropped === 1 ? "a picture's link" : `links of ${dropped} pictures`, {
      kind: "link",
      outcome: "translated",
      note: "They led to the picture's own file; a click enlarges it as it is.",
    });
  }
  return { markdown: writeMarkdown(root), findings: job.findings() };
}
