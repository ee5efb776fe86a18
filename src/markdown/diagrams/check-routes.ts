import { findByClass, type SvgElement } from "./svg-reader.ts";
import { pointsOf, type Point } from "./svg-text.ts";

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** A link that touches a border passes by. */
const tolerance = 2;

/** Whether no link runs through a node that it does not link: it would say something else. */
export function hasClearRoutes(svg: SvgElement): boolean {
  const nodes = findByClass(svg, "node").map((node) => ({ id: node.attributes.get("data-id"), box: toBox(node) }));
  return findByClass(svg, "edge").every((edge) => {
    const ends = [edge.attributes.get("data-from"), edge.attributes.get("data-to")];
    const points = pointsOf(edge.attributes.get("points") ?? "");
    const others = nodes.filter(({ id }) => !ends.includes(id));
    return points.every((point, index) => {
      const next = points[index + 1];
      return !next || !others.some(({ box }) => crosses(point, next, box));
    });
  });
}

function toBox({ children }: SvgElement): Box {
  const points = children.flatMap(toCorners);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function toCorners({ name, attributes }: SvgElement): Point[] {
  const read = (attribute: string): number => Number(attributes.get(attribute) ?? 0);
  if (name === "polygon") return pointsOf(attributes.get("points") ?? "");
  if (name === "rect") {
    const [x, y] = [read("x"), read("y")];
    return [
      [x, y],
      [x + read("width"), y + read("height")],
    ];
  }
  if (name !== "circle" && name !== "ellipse") return [];
  const [x, y, width, height] = [read("cx"), read("cy"), read("r") || read("rx"), read("r") || read("ry")];
  return [
    [x - width, y - height],
    [x + width, y + height],
  ];
}

/** Links run along the axes, or nearly: the box around a piece of one is that piece. */
function crosses([x1, y1]: Point, [x2, y2]: Point, { left, top, right, bottom }: Box): boolean {
  return (
    Math.max(x1, x2) > left + tolerance &&
    Math.min(x1, x2) < right - tolerance &&
    Math.max(y1, y2) > top + tolerance &&
    Math.min(y1, y2) < bottom - tolerance
  );
}
