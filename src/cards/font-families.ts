import type { Typeface } from "./typeface.ts";

/** The typefaces of the cards, by the script that each was drawn for. */
export type Family = "latin" | "arabic" | "hebrew" | "japanese" | "korean" | "simplified" | "traditional";

export type Weight = "bold" | "regular";

/** A font that is opened when it is first asked for. */
export type FontLibrary = (family: Family, weight: Weight) => Typeface;

/** What of a text a script stands for; common are digits, punctuation and symbols. */
type Script = "arabic" | "hebrew" | "kana" | "han" | "hangul" | "wide" | "common" | "other";

// The first that fits; the punctuation of Arabic and of East Asia belongs to its scripts.
const scripts: readonly (readonly [Script, RegExp])[] = [
  ["arabic", /\p{Script_Extensions=Arabic}/u],
  ["hebrew", /\p{Script=Hebrew}/u],
  ["kana", /[\p{Script=Hiragana}\p{Script=Katakana}\u30FC]/u],
  ["han", /\p{Script=Han}/u],
  ["hangul", /\p{Script=Hangul}/u],
  ["wide", /[\u3000-\u303F\u30FB\uFF00-\uFFEF]/u],
  ["common", /[\p{Script=Common}\p{Script=Inherited}]/u],
];

export function toScript(grapheme: string): Script {
  const [first = ""] = grapheme;
  // Nearly all of nearly every text.
  if (first < "\u0250") return /\p{L}/u.test(first) ? "other" : "common";
  return scripts.find(([, pattern]) => pattern.test(first))?.[0] ?? "other";
}

/** Which families to ask for a Chinese character, by the language of the text: one code point is drawn differently in each. */
export function toHanFamilies(text: string, lang: string): readonly Family[] {
  const { language, script } = new Intl.Locale(lang).maximize();
  if (language === "ja" || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) {
    return ["japanese", "traditional", "simplified"];
  }
  if (language === "ko" || /\p{Script=Hangul}/u.test(text)) return ["japanese", "traditional", "simplified"];
  if (script === "Hant") return ["traditional", "japanese", "simplified"];
  if (language === "zh") return ["simplified", "traditional", "japanese"];
  return ["simplified", "japanese", "traditional"];
}
