import type { Element } from "hast";
import { unseenElements } from "./elements.ts";
import { attributeOf, elementsOf } from "./hast.ts";
import { imageSource } from "./image-source.ts";

/** Whether a reader of the old page saw nothing of what is in the element. */
export function isUnseen(element: Element): boolean {
  if (unseenElements.has(element.tagName)) return true;
  if (element.tagName === "annotation" || element.tagName === "annotation-xml") return true;
  return isHidden(element) || (element.tagName === "noscript" && !holdsPicture(element));
}

export function isHidden(element: Element): boolean {
  if (element.properties["hidden"] === true) return true;
  const style = attributeOf(element, "style");
  return style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** What is shown without scripts is shown here; words in it mostly ask to switch them on. */
function holdsPicture(element: Element): boolean {
  for (const inner of elementsOf(element)) if (inner.tagName === "img" && imageSource(inner)) return true;
  return false;
}
