import { findMath } from "../../markdown/math/find-math.ts";
import { dollarSign } from "./escape-text.ts";

/** More of them in a paragraph are not looked at one by one. */
const maxLookedAt = 30;

/** Escapes the dollars of a paragraph, or of a cell, that would begin a formula: `$5 and $10` begins none. */
export function settleDollars(paragraph: string): string {
  const pieces = paragraph.split(dollarSign);
  if (pieces.length === 1) return paragraph;
  if (pieces.length > maxLookedAt) return pieces.join("\\$");
  // From the end on, because what a dollar begins is decided by what follows it.
  let rest = pieces.pop() ?? "";
  while (pieces.length > 0) {
    const before = pieces.pop() ?? "";
    // A dollar beside another would be one sign with it.
    const isAlone = !(before === "" && pieces.length > 0) && !/^\\?\$/.test(rest) && !before.endsWith("$");
    const begins = !isAlone || findMath(`$${rest}`, 0) !== undefined;
    rest = `${before}${begins ? "\\$" : "$"}${rest}`;
  }
  return rest;
}
