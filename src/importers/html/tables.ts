import type { Element } from "hast";
import type { AlignType, TableRow } from "mdast";
import { keepWhole } from "./block-elements.ts";
import { attributeOf, childrenOf, elementsOf, isElement } from "./hast.ts";
import { isBox, isKeptWhole } from "./kept-whole.ts";
import type { Marks } from "./mark.ts";
import type { ElementHandler, ElementHandlers, Walker } from "./walker.ts";

export const tableElements: ElementHandlers = new Map<string, ElementHandler>([["table", table]]);

function table(walker: Walker, element: Element, marks: Marks): void {
  if (walker.isLine || isBox(element)) return walker.enter(element, marks);
  if (isKeptWhole(element)) return keepWhole(walker, element);
  walker.flush();
  const rows = [...elementsOf(element)].filter(({ tagName }) => tagName === "tr").map(cellsOf);
  const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (columns === 0) return;
  const children = rows.map((cells) => toRow(walker, cells, { columns, marks }));
  // A table begins with a head; the renderer shows an empty one as cells.
  if (!rows[0]?.some((cell) => cell.tagName === "th")) children.unshift(toRow(walker, [], { columns, marks }));
  walker.block({ type: "table", align: toAlign(rows, columns), children });
}

function cellsOf(row: Element): Element[] {
  return childrenOf(row).filter((child) => isElement(child));
}

function toRow(
  walker: Walker,
  cells: readonly Element[],
  { columns, marks }: { columns: number; marks: Marks },
): TableRow {
  const children: TableRow["children"] = cells.map((cell) => {
    walker.anchor(walker.job.takeId(cell));
    return { type: "tableCell", children: walker.lineOf(childrenOf(cell), marks) };
  });
  while (children.length < columns) children.push({ type: "tableCell", children: [] });
  return { type: "tableRow", children };
}

/** Of a column, if all its cells agree. */
function toAlign(rows: readonly (readonly Element[])[], columns: number): AlignType[] {
  return Array.from({ length: columns }, (_, column) => {
    const sides = new Set(rows.flatMap((cells) => (cells[column] ? [sideOf(cells[column])] : [])));
    const [side] = sides;
    return sides.size === 1 && side !== undefined ? side : null;
  });
}

function sideOf(cell: Element): AlignType {
  const style = /text-align\s*:\s*(\w+)/i.exec(attributeOf(cell, "style") ?? "")?.[1];
  const named = /has-text-align-(\w+)/.exec(attributeOf(cell, "className") ?? "")?.[1];
  const side = (attributeOf(cell, "align") ?? style ?? named)?.toLowerCase();
  return side === "left" || side === "right" || side === "center" ? side : null;
}
