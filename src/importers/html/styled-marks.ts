import type { Element } from "hast";
import { attributeOf } from "./hast.ts";
import { type Marks, withDeletion, withEmphasis, withStrong, withTag } from "./mark.ts";

type Style = readonly [pattern: RegExp, add: (marks: Marks) => Marks];

const styles: readonly Style[] = [
  [/font-weight\s*:\s*(?:bold|[6-9]00)/i, withStrong],
  [/font-style\s*:\s*(?:italic|oblique)/i, withEmphasis],
  [/text-decoration(?:-line)?\s*:[^;]*line-through/i, withDeletion],
  [/text-decoration(?:-line)?\s*:[^;]*underline/i, (marks) => withTag(marks, "u")],
  [/vertical-align\s*:\s*super/i, (marks) => withTag(marks, "sup")],
  [/vertical-align\s*:\s*sub/i, (marks) => withTag(marks, "sub")],
];

/** What an inline style says in place of an element. */
export function styledMarks(element: Element, marks: Marks): Marks {
  const style = attributeOf(element, "style");
  if (style === undefined || !/weight|style|decoration|vertical/i.test(style)) return marks;
  // A link is underlined anyway.
  return styles.reduce((all, [pattern, add]) => {
    const isLink = element.tagName === "a" && pattern.source.includes("underline");
    return pattern.test(style) && !isLink ? add(all) : all;
  }, marks);
}
