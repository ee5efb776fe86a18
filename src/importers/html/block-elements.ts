import type { Element } from "hast";
import type { Heading } from "mdast";
import { headings, keptBoxes, preElements } from "./elements.ts";
import { attributeOf, childrenOf, isElement } from "./hast.ts";
import { isKeptWhole } from "./kept-whole.ts";
import { keptOpenTag, toKeptHtml } from "./kept-html.ts";
import { type Marks, noMarks } from "./mark.ts";
import { toCode } from "./pre.ts";
import { styledMarks } from "./styled-marks.ts";
import { imageSource } from "./image-source.ts";
import type { ElementHandler, ElementHandlers, Walker } from "./walker.ts";

/** Elements that stand by themselves, other than lists, tables and figures. */
export const blockElements: ElementHandlers = new Map<string, ElementHandler>([
  ["p", box],
  ["div", box],
  ["section", box],
  ["article", box],
  ...[...headings.keys()].map((name) => [name, heading] as const),
  ...[...preElements].map((name) => [name, pre] as const),
  ...[...keptBoxes].map((name) => [name, keptBox] as const),
  ["summary", box],
  ["blockquote", blockquote],
  ["hr", rule],
  ["math", math],
  ["noscript", noscript],
]);

/** A paragraph or a box without a meaning; one in another language or direction keeps its tag. */
function box(walker: Walker, element: Element, marks: Marks): void {
  const inside = styledMarks(element, marks);
  if (isAligned(element)) {
    walker.job.tally("align", element, {
      kind: "html",
      outcome: "dropped",
      note: "Text and pictures stand where the theme puts them.",
    });
  }
  const tag = walker.isLine ? "<div>" : keptOpenTag(element, "div", ["lang", "dir"]);
  if (tag === "<div>" || tag === '<div dir="ltr">' || tag === '<div dir="auto">') return walker.enter(element, inside);
  const blocks = walker.flowOf(childrenOf(element), inside);
  if (blocks.length === 0) return;
  walker.job.tally(tag, element, { kind: "html", outcome: "kept as HTML" });
  walker.block({ type: "html", value: tag });
  walker.blocks([...blocks, { type: "html", value: "</div>" }]);
}

export function isAligned(element: Element): boolean {
  const align = attributeOf(element, "align");
  return (
    (align !== undefined && align !== "left") ||
    /text-align\s*:\s*(?:center|right)|float\s*:/i.test(attributeOf(element, "style") ?? "") ||
    /(?:^|\s)(?:align(?:left|right|center)|has-text-align-(?:center|right))(?:\s|$)/.test(
      attributeOf(element, "className") ?? "",
    )
  );
}

function heading(walker: Walker, element: Element, marks: Marks): void {
  if (walker.isLine) return walker.enter(element, marks);
  const level = (headings.get(element.tagName) ?? 1) + walker.job.headingShift;
  walker.flush();
  // A heading is bold as it is.
  const children = walker.lineOf(childrenOf(element), marks);
  if (children.length > 0) walker.block({ type: "heading", depth: toDepth(level), children });
}

function toDepth(level: number): Heading["depth"] {
  if (level === 2 || level === 3 || level === 4 || level === 5) return level;
  return level <= 1 ? 1 : 6;
}

function pre(walker: Walker, element: Element, marks: Marks): void {
  if (walker.isLine) return walker.enter(element, marks);
  if (isKeptWhole(element)) return keepWhole(walker, element);
  walker.block(toCode(element, walker.job));
}

export function keepWhole(walker: Walker, element: Element): void {
  if (walker.isLine) return walker.enter(element, noMarks);
  walker.job.report(element, { kind: "html", outcome: "kept as HTML" });
  walker.block({ type: "html", value: toKeptHtml(element, walker.job) });
}

function keptBox(walker: Walker, element: Element, marks: Marks): void {
  if (walker.isLine) return walker.enter(element, marks);
  const { tagName } = element;
  const first = childrenOf(element).find(
    (child) => isElement(child) || (child.type === "text" && child.value.trim() !== ""),
  );
  const summary = isElement(first, "summary") ? first : undefined;
  const rest = childrenOf(element).filter((child) => child !== summary);
  const blocks = walker.flowOf(rest, styledMarks(element, marks));
  if (blocks.length === 0 && !summary) return;
  walker.job.report(element, { kind: "html", outcome: "kept as HTML" });
  const head = summary ? `\n${toKeptHtml(summary, walker.job)}` : "";
  walker.block({ type: "html", value: `${keptOpenTag(element, tagName)}${head}` });
  walker.blocks([...blocks, { type: "html", value: `</${tagName}>` }]);
}

function blockquote(walker: Walker, element: Element, marks: Marks): void {
  if (walker.isLine) return walker.enter(element, marks);
  walker.flush();
  const children = walker.flowOf(childrenOf(element), styledMarks(element, marks));
  if (children.length === 0) return;
  const tag = keptOpenTag(element, "blockquote", ["cite", "lang", "dir"]);
  if (tag === "<blockquote>") return walker.block({ type: "blockquote", children });
  walker.job.report(element, { kind: "html", outcome: "kept as HTML" });
  walker.block({ type: "html", value: tag });
  walker.blocks([...children, { type: "html", value: "</blockquote>" }]);
}

function rule(walker: Walker): void {
  if (!walker.isLine) walker.block({ type: "thematicBreak" });
}

function math(walker: Walker, element: Element, marks: Marks): void {
  walker.job.tally("math", element, { kind: "html", outcome: "kept as HTML" });
  walker.node({ type: "html", value: toKeptHtml(element, walker.job).replaceAll("\n", " ") }, marks);
}

/** Plugins write each picture twice: for a script to load, and for those without scripts. */
function noscript(walker: Walker, element: Element, marks: Marks): void {
  for (const child of childrenOf(element)) {
    const source = isElement(child, "img") ? imageSource(child) : undefined;
    if (source !== undefined && !walker.job.pictures.has(source)) walker.walk([child], marks);
  }
}
