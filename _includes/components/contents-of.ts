import { toReadingMinutes } from "../../src/content/reading-time.ts";
import type { Heading, Rendered } from "../../src/markdown/rendered.ts";

const longPost = { headings: 4, minutes: 5 };

/** The headings of a table of contents; none where the author or the length says that there shall be none. */
export function toContents(toc: boolean | undefined, rendered: Rendered): readonly Heading[] {
  const headings = rendered.headings.filter(({ level }) => level === 2 || level === 3);
  const isLong = headings.length >= longPost.headings && toReadingMinutes(rendered) >= longPost.minutes;
  return (toc ?? isLong) ? headings : [];
}
