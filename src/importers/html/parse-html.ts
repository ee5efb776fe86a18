import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { limitDepth } from "./limit-depth.ts";

/** A piece of a page, as a browser reads it. It never fails, and what is nested too deeply for any reader is flat. */
export function parseHtml(html: string): Root {
  const limited = limitDepth(html);
  const tree = fromHtml(limited.html, { fragment: true });
  if (limited.isFlattened) flattened.add(tree);
  return tree;
}

/** Whether elements of the page were nested so deeply that they gave their tags up. */
export function isFlattened(tree: Root): boolean {
  return flattened.has(tree);
}

const flattened = new WeakSet<Root>();
