const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What a reader takes for one character: a letter with its marks, a flag, a family of emoji. */
export function toGraphemes(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
