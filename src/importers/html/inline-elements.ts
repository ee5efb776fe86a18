import type { Element } from "hast";
import { withoutSpaces } from "./control-characters.ts";
import { codeElements, keptInline } from "./elements.ts";
import { referenceOf } from "./footnotes.ts";
import { attributeOf, childrenOf, elementsOf, textOf } from "./hast.ts";
import { imageSource } from "./image-source.ts";
import { decode, type Job } from "./job.ts";
import { keptOpenTag } from "./kept-html.ts";
import { type Marks, withDeletion, withEmphasis, withMark, withStrong, withTag } from "./mark.ts";
import { isSameFile } from "./same-file.ts";
import { styledMarks } from "./styled-marks.ts";
import type { ElementHandler, ElementHandlers, Walker } from "./walker.ts";

/** Elements of a line. */
export const inlineElements: ElementHandlers = new Map<string, ElementHandler>([
  ...["b", "strong"].map((name) => [name, toMarked(withStrong)] as const),
  ...["i", "em"].map((name) => [name, toMarked(withEmphasis)] as const),
  ...["s", "strike", "del"].map((name) => [name, toMarked(withDeletion)] as const),
  ...["span", "font", "big", "label"].map((name) => [name, styled] as const),
  ...[...codeElements].map((name) => [name, code] as const),
  ...[...keptInline].map((name) => [name, kept] as const),
  ["sup", superscript],
  ["a", link],
  ["br", lineBreak],
  ["acronym", kept],
]);

function toMarked(mark: (marks: Marks) => Marks): ElementHandler {
  return (walker, element, marks) => {
    const isUndone = /font-weight\s*:\s*(?:normal|[1-4]00)|font-style\s*:\s*normal/i.test(
      attributeOf(element, "style") ?? "",
    );
    walker.enter(element, styledMarks(element, isUndone ? marks : mark(marks)));
  };
}

function styled(walker: Walker, element: Element, marks: Marks): void {
  const formula = walker.job.formulas.of(element);
  if (formula?.mathml !== undefined) return walker.node({ type: "inlineMath", value: formula.tex }, marks);
  if (formula) walker.job.reportFormula(element, formula);
  const tag = keptOpenTag(element, "span", ["lang", "dir"]);
  walker.enter(element, styledMarks(element, tag === "<span>" ? marks : withTag(marks, "span", tag)));
}

function kept(walker: Walker, element: Element, marks: Marks): void {
  const name = element.tagName === "acronym" ? "abbr" : element.tagName;
  if (name === "wbr") return walker.node({ type: "html", value: "<wbr>" }, marks);
  walker.job.tally(name, element, { kind: "html", outcome: "kept as HTML" });
  walker.enter(element, withTag(marks, name, keptOpenTag(element, name)));
}

function superscript(walker: Walker, element: Element, marks: Marks): void {
  const note = walker.job.footnotes.get(referenceOf(element) ?? "");
  if (!note) return kept(walker, element, marks);
  walker.node(
    { type: "footnoteReference", identifier: note.label, label: note.label },
    marks.filter(({ kind }) => kind !== "link"),
  );
}

function lineBreak(walker: Walker, _element: Element, marks: Marks): void {
  if (walker.isLine) walker.runs.break(marks, { type: "html", value: "<br>" });
  else walker.runs.break(marks);
}

/** Code of one line is code; what has markup in it is the author's own `<code>`. */
function code(walker: Walker, element: Element, marks: Marks): void {
  const isPlain = [...elementsOf(element)].every(
    ({ tagName }) => tagName === "span" || tagName === "font" || tagName === "code",
  );
  const value = textOf(element).replace(/[ \t\r\n\f]+/g, " ");
  if (!isPlain) return walker.enter(element, withTag(marks, "code"));
  if (value.trim() === "") return walker.text(value, marks);
  // Spaces around code stand outside of it; a reader does not see where it begins.
  const [before = ""] = /^\s*/.exec(value) ?? [];
  walker.text(before, marks);
  walker.node({ type: "inlineCode", value: value.trim() }, marks);
  walker.text(value.slice(before.length + value.trim().length), marks);
}

function link(walker: Walker, element: Element, marks: Marks): void {
  const href = attributeOf(element, "href")?.trim();
  const url = href ? toUrl(href, element, walker.job) : undefined;
  if (url === undefined) return walker.enter(element, marks);
  const title = attributeOf(element, "title")?.replace(/\s+/g, " ").trim() ?? "";
  const isSaid =
    title === "" || title === url || title === href || title === textOf(element).replace(/\s+/g, " ").trim();
  if (childrenOf(element).length === 0) {
    walker.job.report(element, { kind: "link", outcome: "dropped", note: "It had no text, so nobody saw it." });
  }
  walker.enter(element, styledMarks(element, withMark(marks, { kind: "link", url, ...(!isSaid && { title }) })));
}

/** Undefined for a link that leads nowhere. */
export function toUrl(href: string, element: Element, job: Job): string | undefined {
  if (href.startsWith("#") && job.hasPlace(decode(href.slice(1)))) return href;
  const url = (findShown(href, element, job) ?? job.target.linkOf(href)).trim();
  const plain = withoutSpaces(url);
  if (plain === "") return undefined;
  if (plain.startsWith("#") && !job.hasPlace(decode(plain.slice(1)))) {
    job.report(element, {
      kind: "link",
      outcome: "kept as text",
      note: "It leads to a place that is not in the text.",
    });
    return undefined;
  }
  if (/^(?:javascript|vbscript|file|data):/i.test(plain)) {
    job.report(element, { kind: "link", outcome: "kept as text", note: "Addresses of this kind are not linked." });
    return undefined;
  }
  return url;
}

/** Where the picture lies that a link holds, if the link leads to the page of that picture. */
function findShown(href: string, element: Element, { target }: Job): string | undefined {
  const shown = target.pictureOf?.(href);
  if (shown === undefined) return undefined;
  const image = [...elementsOf(element)].find(({ tagName }) => tagName === "img");
  const source = image && imageSource(image);
  return source !== undefined && isSameFile(shown, source) ? target.mediaOf(source) : undefined;
}
