export type Direction = "ltr" | "rtl";

const rightToLeft = new Set(["Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"]);

// Asked several times a page, of the same few languages.
const directions = new Map<string, Direction>();

/** By the script in which the language is usually written: `ar`, `he`, `fa`, `ur` and `az-Arab` run from the right. */
export function toDirection(lang: string): Direction {
  const direction = directions.get(lang) ?? findDirection(lang);
  directions.set(lang, direction);
  return direction;
}

function findDirection(lang: string): Direction {
  try {
    return rightToLeft.has(new Intl.Locale(lang).maximize().script ?? "") ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}
