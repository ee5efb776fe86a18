const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Text of at most `limit` characters, cut after a whole word and marked with `…`.
 * Where there are no spaces, words come from `Intl.Segmenter`.
 */
export function cutText(text: string, limit: number, lang: string): string {
  // Far more than can be shown, but not a whole post.
  const plain = text
    .slice(0, limit * 10)
    .replace(/\s+/gu, " ")
    .trim();
  if (isWithin(plain, limit)) return plain;
  return `${cutAtWord(plain, limit - 1, lang)}…`;
}

/** Counts code points, not UTF-16 units, and never more of them than needed. */
export function isWithin(text: string, limit: number): boolean {
  if (text.length <= limit) return true;
  if (text.length > limit * 2) return false;
  return [...text].length <= limit;
}

/** At a space where one is near, which is quick; else where the language's words end. */
function cutAtWord(text: string, room: number, lang: string): string {
  const head = Array.from(text.slice(0, room * 2))
    .slice(0, room)
    .join("");
  const space = text.charAt(head.length) === " " ? head.length : head.lastIndexOf(" ");
  // Only a word ends a cut text: neither a comma nor an opening bracket may stand before the ellipsis.
  const spaced = head.slice(0, Math.max(0, space)).replace(/[^\p{L}\p{M}\p{N}]+$/u, "");
  const isNear = spaced !== "" && head.length - spaced.length < longWord;
  return isNear ? spaced : cutAtSegment(text, room, lang) || head;
}

/** What is lost at most to a cut at a space; scripts without spaces between words would lose whole sentences. */
const longWord = 20;

function cutAtSegment(text: string, room: number, lang: string): string {
  const head = text.slice(0, room * 2 + wordLookahead);
  let end = 0;
  let used = 0;
  for (const { segment, index, isWordLike } of toSegmenter(lang).segment(head)) {
    used += [...segment].length;
    if (used > room) break;
    if (isWordLike) end = index + segment.length;
  }
  return head.slice(0, end);
}

/** Enough text behind the limit for the segmenter to see the word there whole. */
const wordLookahead = 64;

function toSegmenter(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang);
  if (known) return known;
  const made = createSegmenter(lang);
  segmenters.set(lang, made);
  return made;
}

function createSegmenter(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang, { granularity: "word" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "word" });
  }
}
