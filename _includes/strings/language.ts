export type Direction = "ltr" | "rtl";

/** What an element says when its text is in another language than the text around it; spread it. */
export type LanguageAttributes = { readonly lang?: string; readonly dir?: Direction };

const rightToLeft = new Set(["Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"]);

// Asked several times a page, of the same few languages.
const directions = new Map<string, Direction>();

/** By the script in which the language is usually written: `ar`, `he`, `fa`, `ur` and `az-Arab` run from the right. */
export function toDirection(lang: string): Direction {
  const direction = directions.get(lang) ?? findDirection(lang);
  directions.set(lang, direction);
  return direction;
}

/** Nothing where the language stays the same; `dir` only where the direction changes. */
export function toLanguageAttributes(lang: string, around: string): LanguageAttributes {
  if (lang === around) return {};
  const dir = toDirection(lang);
  return dir === toDirection(around) ? { lang } : { lang, dir };
}

function findDirection(lang: string): Direction {
  try {
    return rightToLeft.has(new Intl.Locale(lang).maximize().script ?? "") ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}
