import { memoise } from "../../src/lib/memoise.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import type { Strings } from "./strings.ts";

/** One line a language. */
export const languages: readonly Strings[] = [en, de, fr, es, ja, ar];

/** Pages ask `context.stringsOf`, which knows the owner's words too. */
export const toStrings = createStringsOf(languages, "en");

/** The strings of a language, `pt` standing in for `pt-BR`; else those of the blog's own language; else English. */
export function createStringsOf(known: readonly Strings[], language: string): (lang: string) => Strings {
  const table = new Map(known.map((strings) => [strings.lang, strings]));
  return memoise((lang) => {
    for (const wanted of [lang, language]) {
      const found = shorten(wanted).flatMap((tag) => table.get(tag) ?? [])[0];
      // The variety keeps its own code, so that British pages are not marked as foreign to English words.
      if (found) return { ...found, lang: wanted };
    }
    return table.get("en") ?? en;
  });
}

/** `zh-Hant-TW`, `zh-Hant`, `zh`. */
export function shorten(lang: string): string[] {
  const parts = lang.split("-");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
}
