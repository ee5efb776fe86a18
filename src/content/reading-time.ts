import type { Rendered } from "../markdown/rendered.ts";

/**
 * What an adult reads silently in a minute, rounded: 238 words of English non-fiction (Brysbaert 2019, "How many words
 * do we read per minute?"), and of Chinese, Japanese and Korean, whose characters are counted, about 500 (the figure
 * that Medium uses).
 */
const perMinute = { words: 230, characters: 500 } as const;

/** Whole minutes that a text takes, at least one; 0 where there is nothing to read, as in a post that is a picture. */
export function toReadingMinutes({ words, characters }: Pick<Rendered, "words" | "characters">): number {
  if (words + characters === 0) return 0;
  return Math.max(1, Math.round(words / perMinute.words + characters / perMinute.characters));
}
