import type { Element } from "hast";
import type { List, ListItem } from "mdast";
import { keepWhole } from "./block-elements.ts";
import type { DescriptionList } from "./description-list.ts";
import { isNoteList } from "./footnotes.ts";
import { type Child, attributeOf, childrenOf, isElement } from "./hast.ts";
import { isKeptWhole, toDescriptionParts } from "./kept-whole.ts";
import type { Marks } from "./mark.ts";
import type { ElementHandler, ElementHandlers, Walker } from "./walker.ts";

export const listElements: ElementHandlers = new Map<string, ElementHandler>([
  ["ul", list],
  ["ol", list],
  ["menu", list],
  ["dir", list],
  ["li", strayItem],
  ["dl", descriptions],
]);

function list(walker: Walker, element: Element, marks: Marks): void {
  if (walker.isLine) return walker.enter(element, marks);
  if (isNoteList(element)) return unusedNotes(walker, element, marks);
  if (isKeptWhole(element)) return keepWhole(walker, element);
  addList(walker, element, { items: childrenOf(element), marks });
}

type Items = { readonly items: readonly Child[]; readonly marks: Marks };

function addList(walker: Walker, element: Element, { items, marks }: Items): void {
  walker.flush();
  const spread = items.some((item) => isElement(item) && childrenOf(item).some((child) => isElement(child, "p")));
  const children = toItems(walker, items, marks).map((item) => ({ ...item, spread }));
  if (children.length === 0) return;
  const ordered = element.tagName === "ol";
  const start = ordered ? Number.parseInt(attributeOf(element, "start") ?? "1", 10) : null;
  walker.block({ type: "list", ordered, start, spread, children } satisfies List);
}

/** Notes that the text refers to stand at its end, the others here. */
function unusedNotes(walker: Walker, element: Element, marks: Marks): void {
  const used = new Set([...walker.job.footnotes.values()].map(({ item }) => item));
  const items = childrenOf(element).filter((child) => !isElement(child) || !used.has(child));
  const unused = items.filter((child) => isElement(child));
  for (const note of unused) {
    walker.job.report(note, {
      kind: "html",
      outcome: "left as it was",
      note: "A footnote that nothing refers to; it stands in a list.",
    });
  }
  if (unused.length > 0) addList(walker, element, { items, marks });
}

/** What stands between items belongs to the one before. */
function toItems(walker: Walker, nodes: readonly Child[], marks: Marks): ListItem[] {
  const items: ListItem[] = [];
  let stray: Child[] = [];
  const addStray = () => {
    const blocks = walker.flowOf(stray, marks);
    stray = [];
    const last = items.at(-1);
    if (blocks.length === 0) return;
    if (last) last.children = [...last.children, ...blocks];
    else items.push({ type: "listItem", spread: false, checked: null, children: blocks });
  };
  for (const node of nodes) {
    if (!isElement(node, "li")) {
      stray.push(node);
      continue;
    }
    addStray();
    items.push(toItem(walker, node, marks));
  }
  addStray();
  return items;
}

function toItem(walker: Walker, item: Element, marks: Marks): ListItem {
  walker.anchor(walker.job.takeId(item));
  const box = findCheckbox(item);
  const children = walker.itemOf(childrenOf(item), marks, box);
  const isTask = box !== undefined && children[0]?.type === "paragraph";
  const checked = isTask ? box.properties["checked"] === true : null;
  return { type: "listItem", spread: false, checked, children };
}

/** A box that an item's text begins with. */
function findCheckbox(item: Element): Element | undefined {
  const first = childrenOf(item).find((child) => child.type !== "text" || child.value.trim() !== "");
  if (!isElement(first)) return undefined;
  if (first.tagName === "input") return attributeOf(first, "type") === "checkbox" ? first : undefined;
  return /^(?:p|label|span)$/.test(first.tagName) ? findCheckbox(first) : undefined;
}

/** An item without a list. */
function strayItem(walker: Walker, element: Element, marks: Marks): void {
  if (walker.isLine) return walker.enter(element, marks);
  walker.block({
    type: "list",
    ordered: false,
    start: null,
    spread: false,
    children: [toItem(walker, element, marks)],
  });
}

function descriptions(walker: Walker, element: Element, marks: Marks): void {
  if (walker.isLine) return walker.enter(element, marks);
  if (isKeptWhole(element)) return keepWhole(walker, element);
  walker.flush();
  const children: DescriptionList["children"] = [];
  for (const part of toDescriptionParts(element)) {
    const id = walker.job.takeId(part);
    walker.anchor(id);
    if (part.tagName === "dt")
      children.push({ type: "descriptionTerm", children: walker.lineOf(childrenOf(part), marks) });
    else children.push({ type: "descriptionDetails", children: walker.itemOf(childrenOf(part), marks) });
  }
  const isSpread = children.some((child) => child.type === "descriptionDetails" && child.children.length > 1);
  walker.block({ type: "descriptionList", spread: isSpread, children });
}
