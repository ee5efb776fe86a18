import { isInline, isTextBlock, parentsOf, unnestable } from "./comment-tags.ts";

/** Questions about the open elements, the outermost first; they are few, so that no answer takes long. */
type Open = readonly string[];

const tableParts: ReadonlySet<string> = new Set("thead tbody tr td th".split(" "));

/** The open element in which a list's item, a table's part or the like belongs; -1 when there is none. */
export function findParent(name: string, open: Open): number {
  if (tableParts.has(name)) return open.findLastIndex((element) => element === "table" || mayHoldPart(element, name));
  const index = open.findLastIndex((element) => !isCrossable(element, name));
  return parentsOf.get(name)?.includes(open[index] ?? "") ? index : -1;
}

/** The open element that an end tag ends, where a browser would; -1 when there is none. */
export function findEnded(name: string, open: Open): number {
  const isHeading = /^h[1-6]$/.test(name);
  const index = open.findLastIndex((element) => (isHeading ? /^h[4-6]$/.test(element) : element === name));
  return open.slice(index + 1).some((element) => isBarrier(element, name)) ? -1 : index;
}

/** The open paragraph, heading or code, which holds no block; -1 when there is none. */
export function findTextBlock(open: Open): number {
  const index = open.findLastIndex((element) => !isInline(element));
  return isTextBlock(open[index] ?? "") ? index : -1;
}

/** Whether it stands in its like. A link ends the one before it, but not from within a block in that. */
export function isWithinLike(name: string, open: Open): boolean {
  if (!unnestable.has(name)) return false;
  const index = open.lastIndexOf(name);
  return index >= 0 && (name !== "a" || !open.slice(index + 1).every(isInline));
}

/** In a body a cell needs a row around it, which can be written. */
function mayHoldPart(element: string, name: string): boolean {
  const parents = parentsOf.get(name) ?? [];
  return parents.includes(element) || (parents.includes("tr") && (element === "tbody" || element === "thead"));
}

/** What an item ends on its way to its list: the item before it and the text in that. */
function isCrossable(element: string, name: string): boolean {
  if (isInline(element) || isTextBlock(element)) return true;
  return element === name || (element === "dt" && name === "dd") || (element === "dd" && name === "dt");
}

/** Whether an end tag does not reach beyond the element. */
function isBarrier(element: string, name: string): boolean {
  if (isInline(name)) return !isInline(element) && !isTextBlock(element);
  if (name === "table") return false;
  if (tableParts.has(name)) return element === "table";
  if (element === "td" || element === "th") return true;
  return parentsOf.get(name)?.includes(element) ?? false;
}
