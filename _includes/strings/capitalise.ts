/** For words that stand alone, which French and Spanish write small within a sentence: `Marzo`, `Français`. */
export function capitalise(text: string, lang: string): string {
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase(lang) + rest.join("");
}
