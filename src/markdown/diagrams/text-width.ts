/** Letters that are much narrower or wider than most; the last row is full-width. */
const narrow = /[ .,:;!|'’ijlI1tf()[\]{}-]/u;
const wide = /[mwMW@%—…\p{Lu}]/u;
const full =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uffef\p{Extended_Pictographic}]/u;

/** How wide a line of the system's sans will be, about: nobody knows which font that is. */
export function toTextWidth(text: string, size: number): number {
  let ems = 0;
  for (const char of text) {
    if (/\p{M}/u.test(char)) continue;
    if (full.test(char)) ems += 1.05;
    else if (wide.test(char)) ems += 0.8;
    else ems += narrow.test(char) ? 0.34 : 0.58;
  }
  return ems * size;
}
