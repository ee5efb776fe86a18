import type { SearchLanguage } from "../../src/search/client-types.ts";

/** The language in which a query's words are taken apart: the blog's, unless its letters are those of another one. */
export function toLeadLanguage(query: string, languages: readonly SearchLanguage[]): string {
  const written = languages.find(({ script }) => script !== undefined && toLetters(script).test(query));
  return (written ?? languages[0])?.code ?? "";
}

function toLetters(script: string): RegExp {
  return new RegExp(`\\p{Script=${script}}`, "u");
}

/** From the page's attribute, `en ar:Arab:rtl he::rtl ja`. */
export function parseLanguages(text: string): SearchLanguage[] {
  return text.split(" ").map((word) => {
    const [code = "", script, dir] = word.split(":");
    return { code, ...(script && { script }), ...((dir === "rtl" || dir === "ltr") && { dir }) };
  });
}
