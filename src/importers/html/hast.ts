import type { Element, ElementContent, Nodes, Parents, RootContent } from "hast";

export type Child = ElementContent | RootContent;

export function childrenOf(node: Nodes): readonly Child[] {
  if (node.type === "element" && node.tagName === "template" && node.content) return node.content.children;
  return "children" in node ? node.children : [];
}

export function isElement(node: Nodes | undefined, name?: string): node is Element {
  return node?.type === "element" && (name === undefined || node.tagName === name);
}

/** The attribute as it was written, by hast's name for it; undefined where it is missing. */
export function attributeOf(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return "";
  return Array.isArray(value) ? value.join(" ") : String(value);
}

export function classesOf(element: Element): readonly string[] {
  return (attributeOf(element, "className") ?? "").split(/\s+/).filter(Boolean);
}

export function hasClass(element: Element, name: string): boolean {
  return classesOf(element).includes(name);
}

/** All elements below a node, in order; one that `enters` refuses is given, but not what it holds. */
export function* elementsOf(node: Parents, enters: (element: Element) => boolean = () => true): Generator<Element> {
  const open = [{ children: childrenOf(node), index: 0 }];
  for (let place = open.at(-1); place; place = open.at(-1)) {
    const child = place.children[place.index];
    place.index += 1;
    if (!child) open.pop();
    else if (child.type === "element") {
      yield child;
      if (enters(child)) open.push({ children: childrenOf(child), index: 0 });
    }
  }
}

export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return childrenOf(node).map(textOf).join("");
}
