import { toGraphemes } from "./graphemes.ts";
import { toHanFamilies, toScript, type Family, type FontLibrary } from "./font-families.ts";

/** A grapheme and the font that has it. */
export type Cluster = { readonly text: string; readonly family: Family };

/** A text cut into what can be drawn and what cannot. */
export type FontedText = {
  readonly clusters: readonly Cluster[];
  /** Graphemes that no font has, each once. */
  readonly missing: readonly string[];
  /** Whether what is left can be read: most of its letters. */
  readonly isReadable: boolean;
};

// All of it is in the Latin fonts (tests/cards/fonts.test.ts), so that most blogs need to open none to know it.
const plain =
  /^[\x20-\x7E\u00A0-\u00AC\u00AE-\u012B\u012E-\u0131\u0134-\u0165\u0168-\u017F\u2010\u2013\u2014\u2018\u2019\u201C\u201D\u2026]*$/;

/** Whether a text can be drawn is known without asking a font. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

/**
 * Gives every character of a clean line a font: by its script, by the language of the text where scripts are shared,
 * and by its neighbours where it has no script of its own. Whatever no font has is left out and named.
 */
export function assignFonts(text: string, lang: string, library: FontLibrary): FontedText {
  const fit = createFitting(text, lang, library);
  const clusters: Cluster[] = [];
  const missing = new Set<string>();
  let letters = 0;
  let lost = 0;
  for (const grapheme of toGraphemes(text)) {
    const { cluster, isWhole } = fit(grapheme);
    if (!isWhole) missing.add(grapheme);
    if (cluster) clusters.push(cluster);
    if (!/[\p{L}\p{N}]/u.test(grapheme)) continue;
    letters += 1;
    if (!cluster) lost += 1;
  }
  const kept = tidySpaces(clusters);
  const isSeen = kept.some((cluster) => !isUnseen(cluster.text));
  return { clusters: kept, missing: [...missing], isReadable: isSeen && lost * 4 <= letters };
}

type Fitted = { readonly cluster?: Cluster; readonly isWhole: boolean };

function createFitting(text: string, lang: string, library: FontLibrary): (grapheme: string) => Fitted {
  const choose = createChooser(text, lang, library);
  const fit = (grapheme: string): Fitted => {
    const family = choose(grapheme);
    if (family === undefined) return { isWhole: false };
    const known = keepKnown(grapheme, family, library);
    return { cluster: { text: known, family }, isWhole: known === grapheme };
  };
  return (grapheme) => {
    const whole = fit(grapheme);
    if (whole.isWhole) return whole;
    // A letter without its marks is better than none, as in polytonic Greek; and some are but two, as the Dutch ĳ.
    const apart = fit(grapheme.normalize("NFKD"));
    return apart.isWhole || !whole.cluster ? apart : whole;
  };
}

function createChooser(text: string, lang: string, library: FontLibrary): (grapheme: string) => Family | undefined {
  const has = (family: Family, [first = ""]: string) => library(family, "bold").has(first);
  const han = orderHan(text, toHanFamilies(text, lang), has);
  const isEastAsian =
    /^(?:zh|ja|yue)\b/.test(lang) && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  let around: Family = findFirst(text, han);
  return (grapheme) => {
    if (isUnseen(grapheme)) return around;
    const candidates = toCandidates(grapheme, { han, around, isEastAsian });
    const family = candidates.find((candidate) => has(candidate, grapheme));
    if (family !== undefined && toScript(grapheme) !== "common") around = family;
    return family;
  };
}

type Surroundings = {
  readonly han: readonly Family[];
  /** The font of the text before. */
  readonly around: Family;
  readonly isEastAsian: boolean;
};

function toCandidates(grapheme: string, { han, around, isEastAsian }: Surroundings): readonly Family[] {
  switch (toScript(grapheme)) {
    case "arabic":
      return ["arabic"];
    case "hebrew":
      return ["hebrew"];
    case "hangul":
      return ["korean"];
    case "kana":
      return ["japanese", ...han];
    case "han":
    case "wide":
      return han;
    case "other":
      return ["latin"];
    case "common":
      return toCommonCandidates(grapheme, around, isEastAsian ? han : []);
  }
}

/**
 * Digits, punctuation and spaces wear the font of the text around them. In Chinese and Japanese, ASCII is Latin, and
 * quotation marks and dashes are as wide as a character.
 */
function toCommonCandidates(grapheme: string, around: Family, han: readonly Family[]): readonly Family[] {
  if (/\p{Emoji_Presentation}/u.test(grapheme)) return [];
  const own = around === "arabic" || around === "hebrew" ? [around] : [];
  const wide = grapheme > "\u007F" && !/\s/u.test(grapheme) ? han.slice(0, 1) : [];
  return [...own, ...wide, "latin", "japanese"];
}

/** The first font that has all Chinese characters of a text stands first, lest two drawings of them are mixed. */
function orderHan(
  text: string,
  families: readonly Family[],
  has: (family: Family, text: string) => boolean,
): readonly Family[] {
  const characters = text.match(/\p{Script=Han}/gu) ?? [];
  if (characters.length === 0) return families;
  const whole = families.find((family) => characters.every((character) => has(family, character)));
  return whole === undefined ? families : [whole, ...families.filter((family) => family !== whole)];
}

function findFirst(text: string, han: readonly Family[]): Family {
  for (const character of text) {
    const script = toScript(character);
    if (script === "arabic" || script === "hebrew") return script;
    if (script === "han" || script === "kana") return han[0] ?? "latin";
    if (script !== "common") return "latin";
  }
  return "latin";
}

// Marks that the font lacks would be drawn as boxes.
function keepKnown(grapheme: string, family: Family, library: FontLibrary): string {
  const typeface = library(family, "bold");
  return [...grapheme].filter((character) => typeface.has(character) || isUnseen(character)).join("");
}

/** Joiners and marks of direction. */
function isUnseen(text: string): boolean {
  return /^\p{Default_Ignorable_Code_Point}+$/u.test(text);
}

function tidySpaces(clusters: readonly Cluster[]): Cluster[] {
  const isSpace = (cluster: Cluster | undefined) => cluster === undefined || cluster.text === " ";
  const single = clusters.filter((cluster, index) => !isSpace(cluster) || !isSpace(clusters[index - 1]));
  return isSpace(single.at(-1)) ? single.slice(0, -1) : single;
}
