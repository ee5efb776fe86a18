import { renderToString } from "preact-render-to-string";
import type { PageContext } from "../content/page-context.ts";
import type { Route } from "./page.ts";

/** The text of one page as it is written or served. */
export function toDocument(route: Route, context: PageContext): string {
  const result = route.render(context);
  return typeof result === "string" ? result : `<!DOCTYPE html>\n${openVoidElements(renderToString(result))}\n`;
}

const voidElement =
  /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)(?:\s+[^\s"'>/=]+(?:="[^"]*")?)*\s*$/;

/**
 * Preact closes void elements as XML does; HTML validators frown on it, and each slash is a byte. Looks at nothing but
 * the few places where something is closed so: a page is long.
 */
function openVoidElements(html: string): string {
  let opened = "";
  let done = 0;
  for (let end = html.indexOf("/>"); end >= 0; end = html.indexOf("/>", end + 2)) {
    const tag = html.slice(Math.max(done, html.lastIndexOf("<", end)), end);
    if (!voidElement.test(tag)) continue;
    opened += `${html.slice(done, end).trimEnd()}>`;
    done = end + 2;
  }
  return opened + html.slice(done);
}
