import { toDirection } from "../lib/direction.ts";

/**
 * Feed readers take the direction of an entry from its HTML, if from anything: few look at its language. `auto` is for
 * texts whose language nobody has said.
 */
export function withDirection(html: string, lang: string, direction: "rtl" | "auto" = "rtl"): string {
  return toDirection(lang) === "rtl" ? `<div dir="${direction}">${html}</div>` : html;
}
