import type { Element } from "hast";
import type { PhrasingContent } from "mdast";
import type { Block } from "./description-list.ts";
import { attributeOf, childrenOf, isElement, textOf } from "./hast.ts";
import { toImage } from "./images.ts";
import { toKeptHtml } from "./kept-html.ts";
import { toUrl } from "./inline-elements.ts";
import { type Marks, noMarks, withEmphasis } from "./mark.ts";
import type { ElementHandler, ElementHandlers, Walker } from "./walker.ts";
import { isUnseen } from "./visibility.ts";

export const figureElements: ElementHandlers = new Map<string, ElementHandler>([["figure", figure]]);

/** A picture, its link if it has one, and what stands below it. */
type Picture = { readonly image: Element; readonly link?: Element; readonly caption?: Element };

function figure(walker: Walker, element: Element, marks: Marks): void {
  if (walker.isLine) return walker.enter(element, marks);
  const caption = captionOf(element);
  const pictures = readPictures(childrenOf(element).filter((child) => child !== caption));
  walker.flush();
  if (!pictures || pictures.length === 0) return otherFigure(walker, element, { caption, marks });
  const [only] = pictures;
  if (pictures.length === 1 && only && !only.caption)
    return paragraph(walker, [{ ...only, ...(caption && { caption }) }], marks);
  paragraph(walker, pictures, marks);
  const children = caption ? captionLine(walker, caption) : [];
  if (children.length > 0) walker.block({ type: "paragraph", children });
}

function captionOf(figureElement: Element): Element | undefined {
  return childrenOf(figureElement).find((child): child is Element => isElement(child, "figcaption"));
}

/** Undefined when there is anything beside pictures. */
function readPictures(
  nodes: Element["children"] | readonly ReturnType<typeof childrenOf>[number][],
  link?: Element,
): Picture[] | undefined {
  const pictures: Picture[] = [];
  for (const node of nodes) {
    if (node.type === "comment" || (node.type === "text" && node.value.trim() === "")) continue;
    if (!isElement(node)) return undefined;
    const more = readElement(node, link);
    if (!more) return undefined;
    for (const picture of more) pictures.push(picture);
  }
  return pictures;
}

function readElement(node: Element, link: Element | undefined): Picture[] | undefined {
  if (node.tagName === "img") return [{ image: node, ...(link && { link }) }];
  if (node.tagName === "br" || (isUnseen(node) && node.tagName !== "video" && node.tagName !== "audio")) return [];
  const caption = captionOf(node);
  const rest = childrenOf(node).filter((child) => child !== caption);
  if (node.tagName === "a") return readPictures(rest, attributeOf(node, "href") === undefined ? link : node);
  if (!/^(?:figure|div|p|span|picture|ul|li|dl|dt|dd)$/.test(node.tagName)) return undefined;
  const pictures = readPictures(rest, link);
  if (!pictures || !caption) return pictures;
  const [only] = pictures;
  return pictures.length === 1 && only ? [{ ...only, caption }] : undefined;
}

/** Longer captions read better on a line of their own. */
const maxTitle = 120;

/** All pictures in one paragraph: several are a gallery. */
function paragraph(walker: Walker, pictures: readonly Picture[], marks: Marks): void {
  const children: PhrasingContent[] = [];
  const captions = pictures.map(({ caption }) => (caption ? captionLine(walker, caption) : []));
  const lines = captions.filter((caption) => caption.length > 0 && !isTitle(caption)).length;
  pictures.forEach((picture, index) => {
    const caption = captions[index] ?? [];
    // One line of emphasis below the last of several would be the caption of them all.
    const isCommon = lines === 1 && pictures.length > 1 && index === pictures.length - 1;
    const text = picture.caption ? textOf(picture.caption).replace(/\s+/g, " ").trim() : "";
    const isInTitle = caption.length > 0 && (isTitle(caption) || isCommon);
    const node = toPictureNode(walker, picture, { title: isInTitle ? text : undefined, marks });
    if (!node) return;
    if (children.length > 0) children.push({ type: "text", value: "\n" });
    children.push(node);
    if (caption.length > 0 && !isInTitle) children.push({ type: "text", value: "\n" }, ...caption);
  });
  if (children.length > 0) walker.block({ type: "paragraph", children });
}

/** All of it in emphasis, which no other emphasis in it ends. */
function captionLine(walker: Walker, caption: Element): PhrasingContent[] {
  return walker.lineOf(childrenOf(caption), withEmphasis(noMarks));
}

function isTitle(caption: readonly PhrasingContent[]): boolean {
  const [only] = caption;
  const [text, more] = only?.type === "emphasis" ? only.children : [];
  return text?.type === "text" && more === undefined && text.value.length <= maxTitle;
}

type PictureOptions = { readonly title: string | undefined; readonly marks: Marks };

function toPictureNode(
  walker: Walker,
  { image, link }: Picture,
  { title, marks }: PictureOptions,
): PhrasingContent | undefined {
  const node = toImage(walker, image, title);
  if (!node) return undefined;
  const href = link && attributeOf(link, "href")?.trim();
  const known = marks.find((mark) => mark.kind === "link");
  const url = link && href ? toUrl(href, link, walker.job) : known?.kind === "link" ? known.url : undefined;
  return url === undefined ? node : { type: "link", url, title: null, children: [node] };
}

type Rest = { readonly caption: Element | undefined; readonly marks: Marks };

/** A table, code, a film: as it is, with its caption. */
function otherFigure(walker: Walker, element: Element, { caption, marks }: Rest): void {
  const blocks = walker.flowOf(
    childrenOf(element).filter((child) => child !== caption),
    marks,
  );
  const line = caption ? walker.lineOf(childrenOf(caption), noMarks) : [];
  const [first] = blocks;
  if (line.length === 0) return walker.blocks(blocks);
  const [text] = line;
  // The title of code stands above it.
  const isAbove = childrenOf(element).find((child) => isElement(child)) === caption;
  if (isAbove && blocks.length === 1 && first?.type === "code" && line.length === 1 && text?.type === "text") {
    return walker.block({
      ...first,
      lang: first.lang ?? "text",
      meta: `title="${text.value.replace(/["\\]/g, "\\$&")}"`,
    });
  }
  walker.job.report(element, { kind: "html", outcome: "kept as HTML" });
  walker.block({ type: "html", value: "<figure>" });
  walker.blocks(blocks);
  walker.blocks(
    line.some(({ type }) => type === "footnoteReference")
      ? toCaption(line)
      : [{ type: "html", value: `${caption ? toKeptHtml(caption, walker.job) : ""}\n</figure>` }],
  );
}

/** In a block of HTML a footnote would be none. */
function toCaption(line: readonly PhrasingContent[]): Block[] {
  return [
    { type: "html", value: "<figcaption>" },
    { type: "paragraph", children: [...line] },
    { type: "html", value: "</figcaption>\n</figure>" },
  ];
}
