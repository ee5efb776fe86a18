import type { Heading, Rendered } from "../../src/markdown/rendered.ts";

const longPost = { headings: 4, words: 1200 };

/** The headings of a table of contents; none where the author or the length says that there shall be none. */
export function toContents(toc: boolean | undefined, rendered: Rendered): readonly Heading[] {
  const headings = rendered.headings.filter(({ level }) => level === 2 || level === 3);
  const isLong = headings.length >= longPost.headings && rendered.words + rendered.characters / 2 > longPost.words;
  return (toc ?? isLong) ? headings : [];
}
