import type { Finding } from "../../finding.ts";
import { convertBlocks } from "./blocks/convert-blocks.ts";
import type { ContentContext } from "./content-context.ts";
import { type Allowance, ContentJob } from "./content-job.ts";
import { countPages } from "./count-pages.ts";
import { ParagraphWriter } from "./paragraphs/paragraph-writer.ts";
import { scanContent } from "./scan/scan-content.ts";

export type ContentHtml = {
  readonly html: string;
  readonly findings: Finding[];
  /** How many pages WordPress made of it. */
  readonly pages: number;
};

/**
 * The stored text of a post as the HTML that WordPress made of it when it was shown: classic content with paragraphs,
 * blocks without their comments, shortcodes in place. It never fails, and takes time in proportion to the text.
 */
export function toHtml(text: string, context: ContentContext): ContentHtml {
  return convert(text, context, { budget: { characters: 2_000_000 }, blocks: [] });
}

function convert(source: string, context: ContentContext, allowance: Allowance): ContentHtml {
  const text = source.replace(/\r\n?/g, "\n").replaceAll("\0", "");
  const job = new ContentJob(text, { context, allowance, scan: scanContent });
  if (job.notes.isBroken) {
    job.report(context.footnotes, 0, { kind: "meta", outcome: "dropped", note: "The footnotes cannot be read." });
  }
  const pages = countPages(text);
  if (pages > 1) {
    const note = `The ${pages} pages of the text are one.`;
    job.report("<!--nextpage-->", text.indexOf("<!--nextpage-->"), { kind: "block", outcome: "changed", note });
  }
  const html = /<!--\s{1,9}\/?wp:/.test(text)
    ? convertBlocks(job, (id, offset) => reuse(id, offset, job))
    : convertClassic(job);
  return { html: (html + job.notes.toList()).trim(), findings: job.findings(), pages };
}

function convertClassic(job: ContentJob): string {
  const writer = new ParagraphWriter(job.lineOf);
  job.scan({ start: 0, end: job.text.length }, writer);
  return writer.finish();
}

const deepest = 3;

/** The text of a reusable block, in place. Blocks that hold each other end somewhere. */
function reuse(id: string, offset: number, job: ContentJob): string | undefined {
  const { context } = job;
  const { budget, blocks } = job.allowance;
  const text = context.blockOf?.(id);
  if (text === undefined || blocks.includes(id) || blocks.length >= deepest) return undefined;
  if (text.length > budget.characters) return undefined;
  budget.characters -= text.length + 100;
  const inner = { ...context, footnotes: "" };
  const { html, findings } = convert(text, inner, { budget, blocks: [...blocks, id] });
  job.adopt(findings, offset);
  return html;
}
