import { en } from "./en.ts";
import type { Strings } from "./strings.ts";

/** One line a language. */
const languages: readonly Strings[] = [en];

/** The strings of the first language that there are any of, `pt` standing in for `pt-BR`; else English. */
export function toStrings(...wanted: readonly string[]): Strings {
  for (const lang of wanted) {
    const found =
      languages.find((strings) => strings.lang === lang) ?? languages.find((strings) => strings.lang === toBase(lang));
    // The variety keeps its own code, so that British pages are not marked as foreign to English words.
    if (found) return { ...found, lang };
  }
  return en;
}

function toBase(lang: string): string {
  return lang.split("-")[0] ?? lang;
}
