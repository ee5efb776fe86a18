import type { Element, Nodes } from "hast";
import { holdsBlock } from "./holds-block.ts";

/** Invisible, and enough for GitHub to see no name and no number. */
const gap = "\u200b";

// At the end too: an element that is nothing in Markdown may part it from the rest.
const mention = /(?<![A-Za-z0-9_])@(?=[A-Za-z0-9]|$)/g;
const reference = /#(?=\d|$)|\bGH-(?=\d|$)/gi;

/** Changes a tree so that nobody is notified and nothing is referred to that only shares a number. Code is no text. */
export function defuse(node: Nodes): void {
  if (node.type === "text") node.value = defuseText(node.value);
  if (node.type === "element" && isCode(node)) return;
  if ("children" in node) for (const child of node.children) defuse(child);
}

function isCode(node: Element): boolean {
  return node.tagName === "pre" || (node.tagName === "code" && !holdsBlock(node));
}

export function defuseText(text: string): string {
  return text.replace(mention, `@${gap}`).replace(reference, (found) => found + gap);
}
