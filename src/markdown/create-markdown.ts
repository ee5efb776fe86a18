import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import cjkFriendlyEmphasis from "markdown-it-cjk-friendly";
import definitionLists from "markdown-it-deflist";
import footnotes from "markdown-it-footnote";
import { findParts } from "../lib/find-parts.ts";
import { asSafeHtml, type SafeHtml } from "../lib/safe-html.ts";
import { toExcerpt } from "./excerpt.ts";
import type { Highlighter } from "./highlighter.ts";
import type { DiagramDrawer } from "./diagrams/diagram-drawer.ts";
import { containHtml } from "./html/contain-html.ts";
import { toFirstHtmlParagraph } from "./html/first-paragraph.ts";
import type { MarkdownContext } from "./markdown-context.ts";
import { toPlainText } from "./plain-text.ts";
import type { Rendered } from "./rendered.ts";
import { Rendering } from "./rendering.ts";
import { alerts } from "./rules/alerts.ts";
import { autolinks } from "./rules/autolinks.ts";
import { codeBlocks } from "./rules/code-blocks.ts";
import { dashes } from "./rules/dashes.ts";
import { diagrams } from "./rules/diagrams.ts";
import { figures } from "./rules/figures.ts";
import { footnoteMarkup } from "./rules/footnote-markup.ts";
import { footnoteProblems } from "./rules/footnote-problems.ts";
import { footnoteTail } from "./rules/footnote-tail.ts";
import { headings } from "./rules/headings.ts";
import { images } from "./rules/images.ts";
import { links } from "./rules/links.ts";
import { math } from "./rules/math.ts";
import { moreMark } from "./rules/more-mark.ts";
import { openFences } from "./rules/open-fences.ts";
import { quotes } from "./rules/quotes.ts";
import { rawHtml } from "./rules/raw-html.ts";
import { strikethrough } from "./rules/strikethrough.ts";
import { tableMarkup } from "./rules/table-markup.ts";
import { taskLists } from "./rules/task-lists.ts";
import { TextCount } from "./text-count.ts";

/** What the parser is made of, in order: rules at the end of the chain see what those before them made. */
const plugins: readonly ((md: MarkdownIt) => void)[] = [
  // Syntax
  cjkFriendlyEmphasis,
  definitionLists,
  footnotes,
  footnoteTail,
  moreMark,
  autolinks,
  math,
  // Typography
  dashes,
  quotes,
  // Finished tokens: the author's HTML first, because it decides about headings and the first image
  rawHtml,
  alerts,
  taskLists,
  tableMarkup,
  headings,
  figures,
  images,
  links,
  footnoteProblems,
  openFences,
  // Markup alone
  strikethrough,
  footnoteMarkup,
];

export type Markdown = { readonly render: (text: string, context: MarkdownContext) => Rendered };

export type MarkdownTools = {
  readonly highlighter: Highlighter;
  /** Without one, diagrams are shown as their source. */
  readonly drawer?: DiagramDrawer;
};

const noDrawer: DiagramDrawer = { draw: () => undefined };

/** One parser for all posts: what differs by post is in its `Rendering`. */
export function createMarkdown({ highlighter, drawer = noDrawer }: MarkdownTools): Markdown {
  const md = new MarkdownIt();
  for (const plugin of plugins) md.use(plugin);
  md.use(codeBlocks, highlighter);
  md.use(diagrams, drawer);
  return { render: (text, context) => render(md, new Rendering(text, context), text) };
}

function render(md: MarkdownIt, rendering: Rendering, text: string): Rendered {
  const tokens = md.parse(text, rendering);
  const count = new TextCount();
  count.addTokens(tokens);
  const html = toHtml(md, tokens, { rendering, count });
  const parts = [...rendering.parts];
  const problems = [...rendering.problems];
  const firstParagraph = toFirstParagraph(tokens);
  const excerpt = toExcerpt(tokens);
  const excerptHtml = excerpt && toHtml(md, excerpt, { rendering, isExcerpt: true });
  return {
    html,
    excerptHtml,
    parts,
    excerptParts: excerpt ? [...rendering.parts] : [],
    firstParagraph,
    headings: rendering.headings,
    placeLinks: rendering.placeLinks,
    outsideLinks: Array.from(rendering.outsideLinks, ([href, written]) => ({ href, written })),
    words: count.words,
    characters: count.characters,
    problems,
  };
}

type HtmlOptions = { readonly rendering: Rendering; readonly isExcerpt?: boolean; readonly count?: TextCount };

function toHtml(md: MarkdownIt, tokens: Token[], { rendering, ...options }: HtmlOptions): SafeHtml {
  rendering.rawHtml.length = 0;
  rendering.parts.clear();
  rendering.isExcerpt = options.isExcerpt ?? false;
  const rendered = md.renderer.render(tokens, md.options, rendering);
  const html = rendering.rawHtml.length > 0 ? containHtml(rendered, rendering, options) : rendered;
  for (const part of findParts(html)) rendering.parts.add(part);
  return asSafeHtml(html);
}

/** Of the text itself, not of a list or a quotation in it. */
function toFirstParagraph(tokens: readonly Token[]): string {
  for (const [index, token] of tokens.entries()) {
    if (token.type === "footnote_block_open") break;
    const text = token.level > 0 ? "" : toParagraphText(token, tokens[index + 1]);
    if (/[\p{L}\p{N}]/u.test(text)) return text.replace(/\s+/g, " ").trim();
  }
  return "";
}

function toParagraphText(token: Token, next: Token | undefined): string {
  if (token.type === "paragraph_open") return toPlainText(next?.children ?? []);
  return token.type === "html_block" ? toFirstHtmlParagraph(token.content) : "";
}
