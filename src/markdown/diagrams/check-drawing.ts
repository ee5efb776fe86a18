import type { Flowchart, Group, Link, Node } from "./diagram.ts";
import { hasClearRoutes } from "./check-routes.ts";
import type { LabelCode } from "./label-code.ts";
import { findByClass, type SvgElement } from "./svg-reader.ts";

type Checked = { readonly chart: Flowchart; readonly idOf: (id: string) => string; readonly code: LabelCode };

/** Whether a drawing has the nodes, links and groups of the chart with their labels, all of them and no others. */
export function isDrawnRight(svg: SvgElement, { chart, idOf, code }: Checked): boolean {
  const toNode = ({ id, label, shape }: Node) => [idOf(id), label, toDrawnShape(shape, chart)];
  const toGroup = ({ id, label }: Group) => [idOf(id), label];
  const toLink = (link: Link) => [
    idOf(link.from),
    idOf(link.to),
    link.label,
    link.line,
    String(link.startsWithArrow),
    String(link.endsWithArrow),
  ];
  const drawn = (className: string, ...names: string[]) =>
    findByClass(svg, className).map(({ attributes }) =>
      names.map((name) => code.decode(attributes.get(`data-${name}`) ?? "")),
    );
  return (
    isSame(chart.nodes.map(toNode), drawn("node", "id", "label", "shape")) &&
    isSame(chart.groups.flatMap(withInner).map(toGroup), drawn("subgraph", "id", "label")) &&
    isSame(chart.links.map(toLink), drawn("edge", "from", "to", "label", "style", "arrow-start", "arrow-end")) &&
    isSame(
      chart.links.filter(({ label }) => label !== "").map(({ label }) => [label]),
      drawn("edge-label", "label").filter(([label]) => label !== ""),
    ) &&
    hasPlace(svg) &&
    hasClearRoutes(svg)
  );
}

function toDrawnShape(shape: Node["shape"], { kind }: Flowchart): string {
  return kind === "state" && (shape === "start" || shape === "end") ? `state-${shape}` : shape;
}

function withInner(group: Group): Group[] {
  return [group, ...group.groups.flatMap(withInner)];
}

function isSame(expected: readonly (readonly string[])[], found: readonly (readonly string[])[]): boolean {
  const toText = (list: readonly (readonly string[])[]) =>
    JSON.stringify(list.map((it) => JSON.stringify(it)).toSorted());
  return toText(expected) === toText(found);
}

/** Nothing stands nowhere, and everything within the picture's bounds. */
function hasPlace(svg: SvgElement): boolean {
  const values = [...svg.attributes.values(), ...svg.children.flatMap(allValues)];
  return !values.some((value) => /NaN|Infinity/.test(value));
}

function allValues(element: SvgElement): string[] {
  return [...element.attributes.values(), ...element.children.flatMap(allValues)];
}
