import type { Element } from "hast";
import type { Image } from "mdast";
import { isAligned } from "./block-elements.ts";
import { attributeOf } from "./hast.ts";
import { imageSource } from "./image-source.ts";
import { toKeptHtml } from "./kept-html.ts";
import type { Marks } from "./mark.ts";
import type { ElementHandler, ElementHandlers, Walker } from "./walker.ts";

export const imageElements: ElementHandlers = new Map<string, ElementHandler>([
  ["img", image],
  ["audio", sound],
  ["video", sound],
]);

/** Smaller ones are signs and portraits, whose size is meant. */
const minWidth = 240;

function image(walker: Walker, element: Element, marks: Marks): void {
  const picture = toImage(walker, element);
  if (!picture) {
    walker.job.report(element, { kind: "image", outcome: "dropped", note: "It names no picture." });
    return;
  }
  if (isSmall(element)) {
    walker.job.tally("small", element, {
      kind: "image",
      outcome: "kept as HTML",
      note: "Markdown cannot say its size.",
    });
    const small = { ...element, properties: { ...element.properties, alt: picture.alt ?? "", title: undefined } };
    return walker.node({ type: "html", value: toKeptHtml(small, walker.job), data: { picture } }, marks);
  }
  walker.node(picture, marks, isAligned(element));
}

/** A picture for Markdown; undefined for one that has no address. */
export function toImage({ job }: Walker, element: Element, caption?: string): Image | undefined {
  const source = imageSource(element);
  if (source === undefined || /^data:image\/gif;base64,R0lGOD/i.test(source)) return undefined;
  job.pictures.add(source);
  const title = attributeOf(element, "title")?.trim() ?? "";
  const alt = (attributeOf(element, "alt")?.trim() || title).replace(/\s+/g, " ");
  if (title !== "" && title !== alt && title !== caption) {
    job.tally("image-title", element, {
      kind: "image",
      outcome: "dropped",
      note: "Words that appear when somebody points at a picture.",
    });
  }
  if (isAligned(element))
    job.tally("align", element, {
      kind: "html",
      outcome: "dropped",
      note: "Text and pictures stand where the theme puts them.",
    });
  return {
    type: "image",
    url: job.target.mediaOf(source),
    alt,
    ...(caption && { title: caption }),
  };
}

function isSmall(element: Element): boolean {
  const width = attributeOf(element, "width")?.trim() ?? "";
  return /^\d{1,3}(?:px)?$/.test(width) && Number.parseInt(width, 10) < minWidth;
}

function sound(walker: Walker, element: Element, marks: Marks): void {
  const player: Element = {
    ...element,
    properties: { ...element.properties, controls: true },
    children: element.children.filter(
      (child) => child.type === "element" && (child.tagName === "source" || child.tagName === "track"),
    ),
  };
  walker.job.report(element, { kind: "html", outcome: "kept as HTML" });
  walker.node(
    { type: "html", value: toKeptHtml(player, walker.job).replaceAll("\n", " ") },
    marks.filter(({ kind }) => kind !== "link"),
  );
}
