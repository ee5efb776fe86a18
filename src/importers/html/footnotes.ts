import type { Element, Root } from "hast";
import { attributeOf, childrenOf, elementsOf, hasClass, isElement, textOf } from "./hast.ts";
import { isKeptWhole } from "./kept-whole.ts";

export type Footnote = {
  readonly id: string;
  /** Between `[^` and `]`. */ readonly label: string;
  readonly item: Element;
};

/** The notes that the text refers to, in that order, by their ids. A note that nothing refers to stays where it is. */
export type Footnotes = ReadonlyMap<string, Footnote>;

const none: Footnotes = new Map();

export function findFootnotes(tree: Root): Footnotes {
  const items = new Map<string, Element>();
  for (const element of elementsOf(tree)) {
    if (!isNoteList(element)) continue;
    for (const child of childrenOf(element)) {
      const id = isElement(child, "li") ? attributeOf(child, "id") : undefined;
      if (isElement(child) && id !== undefined && !items.has(id)) items.set(id, child);
    }
  }
  if (items.size === 0) return none;
  const notes = new Map<string, Footnote>();
  const labels = new Set<string>();
  // A note is found when the text that refers to it is, which may be another note.
  const queue: (Root | Element)[] = [tree];
  for (let root = queue.shift(); root; root = queue.shift()) {
    const isTop = root === tree;
    for (const element of elementsOf(root, (inner) => !isKeptWhole(inner) && !(isTop && isNoteList(inner)))) {
      const id = referenceOf(element);
      const item = id === undefined ? undefined : items.get(id);
      if (id === undefined || !item || notes.has(id)) continue;
      notes.set(id, { id, label: takeLabel(textOf(element), labels), item });
      queue.push(item);
    }
  }
  return notes;
}

export function isNoteList(element: Element): boolean {
  return element.tagName === "ol" && hasClass(element, "footnotes");
}

/** The id of the note that `<sup class="footnote">` refers to. */
export function referenceOf(element: Element): string | undefined {
  if (element.tagName !== "sup" || !hasClass(element, "footnote")) return undefined;
  const link = childrenOf(element).find((child) => isElement(child, "a"));
  const href = isElement(link) ? attributeOf(link, "href") : undefined;
  return href?.startsWith("#") ? href.slice(1) : undefined;
}

function takeLabel(text: string, taken: Set<string>): string {
  const number = text.replace(/[^\p{L}\p{N}_-]/gu, "");
  let label = /^[\p{L}\p{N}_-]{1,30}$/u.test(number) ? number : String(taken.size + 1);
  for (let count = taken.size + 1; taken.has(label); count += 1) label = String(count);
  taken.add(label);
  return label;
}
