/** Far more than a card can show; a title that is a whole novel is not worth more work. */
const longest = 1200;

// What shows nothing, reorders what follows or hides in a flag; joiners and marks of direction are part of spelling.
const unseen =
  /[\u00AD\u061C\u180E\u202A-\u202E\u2061-\u206F\uFEFF\uFFF9-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;

// Spaces that keep two words on one line stay what they are.
const breakingSpace = /[^\S\u00A0\u202F]+/gu;

/** One line of an author's text, without what would disturb its setting: control characters, overrides of direction. */
export function cleanLine(text: string): string {
  const kept = text.slice(0, longest).normalize("NFC").replace(unseen, "");
  return kept
    .replace(/[\p{Cc}\u2028\u2029]/gu, " ")
    .replace(/\p{Cs}/gu, "")
    .replace(breakingSpace, " ")
    .trim();
}
