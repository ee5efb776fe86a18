import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";

const maxLength = 160;

/** An element's tag as the report shows it, on one line. */
export function describe(element: Element): string {
  const [tag = ""] = toHtml(
    { ...element, children: [], properties: shorten(element.properties) },
    { allowDangerousCharacters: true },
  ).split("></");
  const line = tag.replace(/\s+/g, " ");
  const whole = line.endsWith(">") ? line : `${line}>`;
  return whole.length <= maxLength ? whole : `${whole.slice(0, maxLength - 1)}…`;
}

/** Nobody wants a whole picture in a report. */
function shorten(properties: Element["properties"]): Element["properties"] {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => name !== "dataLine")
      .map(([name, value]) => [
        name,
        typeof value === "string" && value.length > 80 ? `${value.slice(0, 80)}…` : value,
      ]),
  );
}
