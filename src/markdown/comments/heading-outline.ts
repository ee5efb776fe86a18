/** A comment stands below a heading of the third level. */
const firstLevel = 4;
const lastLevel = 6;

/**
 * The level of a comment's heading in the page, without gaps. `outline` are the levels, as written, of the headings
 * around it; the heading is added to them.
 */
export function toHeadingLevel(level: number, outline: number[]): number {
  while ((outline.at(-1) ?? 0) >= level) outline.pop();
  outline.push(level);
  return Math.min(firstLevel - 1 + outline.length, lastLevel);
}
