import { fromHtml } from "hast-util-from-html";
import type { Nodes } from "hast";

/** The words of a short piece of HTML, such as a title or an excerpt, on one line. */
export function toPlainText(html: string): string {
  const text = /[<&]/.test(html) ? readText(html) : html;
  return text
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .trim();
}

// Markup of a hostile depth would overflow the parser, not us: what is so long is no title.
const longest = 20_000;

function readText(html: string): string {
  const parts: string[] = [];
  const waiting: Nodes[] = [fromHtml(html.slice(0, longest), { fragment: true })];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === "text") parts.push(node.value);
    else if (node.type === "element" && /^(?:br|p|div|li|h[1-6])$/.test(node.tagName)) parts.push(" ");
    if ("children" in node && !(node.type === "element" && /^(?:script|style)$/.test(node.tagName))) {
      for (const child of node.children.toReversed()) waiting.push(child);
    }
  }
  return parts.join("");
}
