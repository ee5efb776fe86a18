import type { LabelCode } from "./label-code.ts";
import type { SvgElement } from "./svg-reader.ts";
import { moveFrom, pointsOf, toGeometry, toHead, toNumber, toPoints, toText } from "./svg-text.ts";

/** The only elements that go into a page, with the only attributes that they have there. */
const shapes: ReadonlyMap<string, readonly string[]> = new Map([
  ["rect", ["x", "y", "width", "height", "rx"]],
  ["circle", ["cx", "cy", "r"]],
  ["ellipse", ["cx", "cy", "rx", "ry"]],
  ["line", ["x1", "y1", "x2", "y2"]],
]);

/** The program's drawing with nothing left of it but shapes, places and words. */
export function writeFlowchart(element: SvgElement, code: LabelCode): string {
  const { name, attributes, children } = element;
  const inside = (): string => children.map((child) => writeFlowchart(child, code)).join("");
  if (name === "svg") return inside();
  if (name === "g") return writeGroup(element, inside, code);
  if (name === "text") return writeText(element, code);
  if (name === "polyline" && attributes.get("class") === "edge") return writeLink(element);
  if (name === "polygon") return `<polygon points="${toPoints(pointsOf(attributes.get("points") ?? ""))}"/>`;
  const values = (shapes.get(name) ?? []).map((it) => [it, numberOf(element, it)] as const);
  const shown = values.filter(([it, value]) => value !== 0 || it !== "rx");
  return shown.length === 0 ? "" : `<${name}${toGeometry(Object.fromEntries(shown))}/>`;
}

function writeGroup({ attributes, children }: SvgElement, inside: () => string, code: LabelCode): string {
  switch (attributes.get("class")) {
    case "subgraph":
      return `<g class="group">${inside()}</g>`;
    case "node": {
      const [, dot] = /^state-(start|end)$/.exec(attributes.get("data-shape") ?? "") ?? [];
      return `<g class="${dot === undefined ? "node" : `dot ${dot}`}">${inside()}</g>`;
    }
    // Words on a link need no box.
    case "edge-label":
      return children.map((child) => (child.name === "text" ? writeText(child, code, "words") : "")).join("");
    default:
      return inside();
  }
}

function writeText(element: SvgElement, code: LabelCode, className = ""): string {
  const classes = element.attributes.get("text-anchor") === "middle" ? className : `${className} start`.trim();
  const x = numberOf(element, "x");
  let y = numberOf(element, "y") + numberOf(element, "dy");
  const lines = element.children.length === 0 ? [element] : element.children;
  return lines
    .map((line) => {
      if (line !== element) y += numberOf(line, "dy");
      const text = code.decode(line.text);
      return text === "" ? "" : toText([x, y], text, classes);
    })
    .join("");
}

/** The line ends within its arrow heads, so that a thick one does not stick out of them. */
function writeLink(element: SvgElement): string {
  const points = pointsOf(element.attributes.get("points") ?? "");
  const [first, second] = points;
  const [beforeLast, last] = points.slice(-2);
  if (!first || !second || !beforeLast || !last) return "";
  const startsWithArrow = element.attributes.get("data-arrow-start") === "true";
  const endsWithArrow = element.attributes.get("data-arrow-end") === "true";
  const line = [
    startsWithArrow ? moveFrom(first, second, 4) : first,
    ...points.slice(1, -1),
    endsWithArrow ? moveFrom(last, beforeLast, 4) : last,
  ];
  const style = element.attributes.get("data-style");
  const className = style === "dotted" || style === "thick" ? ` class="${style}"` : "";
  const heads = [
    toHead(second, first, startsWithArrow ? "filled" : "none"),
    toHead(beforeLast, last, endsWithArrow ? "filled" : "none"),
  ];
  return `<polyline${className} points="${toPoints(line)}"/>${heads.join("")}`;
}

function numberOf({ attributes }: SvgElement, name: string): number {
  return Number(attributes.get(name) ?? 0);
}

/** The drawing's width and height. */
export function sizeOf(svg: SvgElement): Readonly<Record<"width" | "height", number>> {
  const ceil = (name: string) => Number(toNumber(Math.ceil(numberOf(svg, name))));
  return { width: ceil("width"), height: ceil("height") };
}
