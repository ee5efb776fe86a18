import { toScript } from "./font-families.ts";

/**
 * How good a place for the end of a line is: between phrases, between words, between the parts of a compound or any two
 * characters of a script without spaces, and in a word, which is for emergencies.
 */
export type BreakQuality = 0 | 1 | 2 | 3;

/** What must not begin a line, and what must not end one (kinsoku). */
const noStart =
  /^[!%),.:;?\]}»›’”…‥、。，．・：；？！゛゜ヽヾゝゞ々ー―〜～）］｝〕〉》」』】〙〗°′″℃٪؟،؛·\-‐–—〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ]/u;
const noEnd = /^[([{«‹‘“「『（［｛〔〈《【〘〖£$¥€#¿¡]/u;

/** The best break behind each character of a line, undefined where there is none; `lang` finds words without spaces. */
export function findBreaks(graphemes: readonly string[], lang: string): (BreakQuality | undefined)[] {
  const wordEnds = findWordEnds(graphemes, lang);
  return graphemes.map((grapheme, index) => {
    const next = graphemes[index + 1];
    if (next === undefined || next === " " || isGlue(grapheme) || isGlue(next)) return undefined;
    if (grapheme === " ") return breakAtSpace(graphemes, index);
    if (grapheme === "\u200B") return 0;
    if (noStart.test(next) || noEnd.test(grapheme)) return undefined;
    if (isSquare(grapheme) || isSquare(next)) return breakBetweenSquares(grapheme, next, wordEnds.has(index));
    if (/[-‐–—/]/u.test(grapheme)) return breakBehindHyphen(graphemes[index - 1], grapheme, next);
    return /[._@&=?]/.test(grapheme) ? 2 : 3;
  });
}

function isGlue(grapheme: string): boolean {
  return /[\u00A0\u202F\u2011\u2060]/.test(grapheme);
}

/** Not before a sign that stands alone, as in French `Quoi ?` and `a – b`, nor behind one that opens. */
function breakAtSpace(graphemes: readonly string[], index: number): BreakQuality | undefined {
  const next = graphemes[index + 1] ?? "";
  const isAlone = (graphemes[index + 2] ?? " ") === " ";
  if (isAlone && /^[\p{P}\p{S}]/u.test(next) && !noEnd.test(next) && next !== "&") return undefined;
  const before = graphemes[index - 1] ?? "";
  if (noEnd.test(before) && (graphemes[index - 2] ?? " ") === " ") return undefined;
  return /^[,.:;!?…–—]/u.test(before) ? 0 : 1;
}

function breakBehindHyphen(before: string | undefined, hyphen: string, next: string): BreakQuality {
  if (hyphen === "—") return 0;
  return before !== undefined && /\p{L}/u.test(before) && /\p{L}/u.test(next) ? 2 : 3;
}

/** Characters that stand in squares: between any two of them a line may end. */
function isSquare(grapheme: string): boolean {
  const script = toScript(grapheme);
  return script === "han" || script === "kana" || script === "wide";
}

function breakBetweenSquares(grapheme: string, next: string, isWordEnd: boolean): BreakQuality {
  if (/^[、。，．！？：；…」』）］｝〕〉》】]/u.test(grapheme)) return 0;
  if (!isWordEnd) return 2;
  const isHiragana = (text: string) => /^\p{Script=Hiragana}/u.test(text);
  // Particles go with the word before them, so that a phrase begins where hiragana ends.
  if (isHiragana(next)) return 2;
  return isHiragana(grapheme) || noEnd.test(next) || /^[的地得了着過过與与和]/u.test(grapheme) ? 0 : 1;
}

function findWordEnds(graphemes: readonly string[], lang: string): ReadonlySet<number> {
  const ends = new Set<number>();
  if (!graphemes.some(isSquare)) return ends;
  const offsets = new Map<number, number>();
  let length = 0;
  for (const [index, grapheme] of graphemes.entries()) {
    length += grapheme.length;
    offsets.set(length, index);
  }
  for (const { index, segment } of new Intl.Segmenter(lang, { granularity: "word" }).segment(graphemes.join(""))) {
    const end = offsets.get(index + segment.length);
    if (end !== undefined) ends.add(end);
  }
  return ends;
}
