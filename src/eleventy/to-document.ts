import { renderToString } from "preact-render-to-string";
import type { PageContext } from "../content/page-context.ts";
import type { Route } from "./page.ts";

/** The text of one page as it is written or served. */
export function toDocument(route: Route, context: PageContext): string {
  const result = route.render(context);
  return typeof result === "string" ? result : `<!DOCTYPE html>\n${openVoidElements(renderToString(result))}\n`;
}

// Preact closes void elements as XML does; HTML validators frown on it, and each slash is a byte.
const voidElement =
  /<((?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)(?:\s+[^\s"'>/=]+(?:="[^"]*")?)*)\s*\/>/g;

function openVoidElements(html: string): string {
  return html.replace(voidElement, "<$1>");
}
