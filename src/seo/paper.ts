import { readThemeToken, type ThemeToken } from "../lib/theme-token.ts";

/** The page's colour by day and in the evening, for what the browser draws around it. */
export type Paper = ThemeToken;

/**
 * Reads `--paper` out of the owner's `theme.css`. Undefined where it is not there, or made of other properties, which
 * only a page can resolve.
 */
export function parsePaper(css: string): Paper | undefined {
  const paper = readThemeToken(css, "paper");
  return paper && !`${paper.light}${paper.dark}`.includes("var(") ? paper : undefined;
}
