import type { Element } from "hast";
import { blockElements } from "./elements.ts";
import { attributeOf, childrenOf, elementsOf, isElement } from "./hast.ts";

/** Whether Markdown cannot say the element without loss, so that all of it stays HTML. */
export function isKeptWhole(element: Element): boolean {
  switch (element.tagName) {
    case "table":
      return !isPlainTable(element) && !isBox(element);
    case "ol":
      return !isPlainOrder(element);
    case "dl":
      return !isPlainDescription(element);
    case "pre":
      return isMarkedPre(element);
    case "math":
      return true;
    default:
      return false;
  }
}

/** A table of one cell: no table, but a frame. */
export function isBox(table: Element): boolean {
  let cells = 0;
  for (const { tagName } of elementsOf(table, (inner) => inner.tagName !== "td" && inner.tagName !== "th")) {
    if (tagName === "td" || tagName === "th") cells += 1;
    if (tagName === "caption" || cells > 1) return false;
  }
  return cells === 1;
}

/** One head at most, of whole rows; cells of one line each. */
function isPlainTable(table: Element): boolean {
  let row = -1;
  for (const element of elementsOf(table)) {
    const { tagName } = element;
    if (tagName === "tr") row += 1;
    if (tagName === "td" || tagName === "th") {
      if (isSpan(element, "colSpan") || isSpan(element, "rowSpan")) return false;
      if (tagName === "th" && row > 0) return false;
    } else if (
      tagName === "caption" ||
      tagName === "tfoot" ||
      (blockElements.has(tagName) && !tableParts.has(tagName))
    ) {
      return false;
    }
  }
  return isHeadWhole(table);
}

const tableParts: ReadonlySet<string> = new Set(["thead", "tbody", "tr", "colgroup", "col", "p", "div"]);

function isSpan(cell: Element, name: "colSpan" | "rowSpan"): boolean {
  const span = attributeOf(cell, name);
  return span !== undefined && span.trim() !== "1";
}

/** A first row that has both kinds of cells is no head of columns. */
function isHeadWhole(table: Element): boolean {
  for (const element of elementsOf(table)) {
    if (element.tagName !== "tr") continue;
    const cells = childrenOf(element).filter((child) => isElement(child));
    const heads = cells.filter((cell) => isElement(cell, "th")).length;
    // An empty corner is one.
    return heads === 0 || cells.every((cell) => isElement(cell, "th") || childrenOf(cell).length === 0);
  }
  return true;
}

function isPlainOrder(list: Element): boolean {
  const type = attributeOf(list, "type") ?? "1";
  const start = attributeOf(list, "start") ?? "1";
  if (!/^(?:1|decimal)$/i.test(type.trim()) || list.properties["reversed"] === true) return false;
  if (
    !/^\s*\d{1,8}\s*$/.test(start) ||
    /list-style(?:-type)?\s*:\s*[^;]*(?:alpha|roman|latin|greek)/i.test(attributeOf(list, "style") ?? "")
  ) {
    return false;
  }
  return !childrenOf(list).some((child) => isElement(child, "li") && attributeOf(child, "value") !== undefined);
}

/** One line for each term, and something about each. */
function isPlainDescription(list: Element): boolean {
  let last = "dd";
  let count = 0;
  for (const child of toDescriptionParts(list)) {
    if (child.tagName !== "dt" && child.tagName !== "dd") return false;
    if (child.tagName === "dt" ? last === "dt" || !isOneLine(child) : count === 0) return false;
    if (!hasContent(child)) return false;
    last = child.tagName;
    count += 1;
  }
  return count > 0 && last === "dd";
}

/** Its terms and descriptions; the boxes that may be around them give their tags up. */
export function toDescriptionParts(list: Element): Element[] {
  return childrenOf(list).flatMap((child) => {
    if (!isElement(child)) return child.type === "text" && child.value.trim() !== "" ? [list] : [];
    return child.tagName === "div" ? childrenOf(child).filter((inner) => isElement(inner)) : [child];
  });
}

function isOneLine(element: Element): boolean {
  for (const { tagName } of elementsOf(element)) if (tagName === "br" || blockElements.has(tagName)) return false;
  return true;
}

function hasContent(element: Element): boolean {
  return childrenOf(element).some((child) => {
    if (child.type === "text") return child.value.trim() !== "";
    return isElement(child) && (/^(?:img|audio|video|iframe)$/.test(child.tagName) || hasContent(child));
  });
}

/** Words of a poem or a letter that are marked, in lines that must stay. */
function isMarkedPre(pre: Element): boolean {
  let isMarked = false;
  for (const element of elementsOf(pre)) {
    if (element.tagName === "code") return false;
    isMarked ||= markup.has(element.tagName) && (element.tagName !== "a" || attributeOf(element, "href") !== undefined);
  }
  return isMarked;
}

const markup: ReadonlySet<string> = new Set(["a", "strong", "b", "em", "i", "img", "del", "s", "u", "mark"]);
