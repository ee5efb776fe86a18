import { toDirection, type Direction } from "../../src/lib/direction.ts";

/** What an element says when its text is in another language than the text around it; spread it. */
export type LanguageAttributes = { readonly lang?: string; readonly dir?: Direction };

/** Nothing where the language stays the same; `dir` only where the direction changes. */
export function toLanguageAttributes(lang: string, around: string): LanguageAttributes {
  if (lang === around) return {};
  const dir = toDirection(lang);
  return dir === toDirection(around) ? { lang } : { lang, dir };
}
