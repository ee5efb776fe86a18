import type { Blog } from "../content/blog.ts";
import { isFindable } from "../content/is-findable.ts";
import { toDirection } from "../lib/direction.ts";
import type { SearchLanguage } from "./client-types.ts";

/**
 * Languages with a script of their own whose words Pagefind stems. A query is stemmed in one language; in another one
 * with the same letters its words are still found by how they begin, but Arabic's begin with the article.
 */
const stemmedScripts: Readonly<Record<string, string>> = {
  ar: "Arab",
  el: "Grek",
  hi: "Deva",
  hy: "Armn",
  ne: "Deva",
  ru: "Cyrl",
  sr: "Cyrl",
  ta: "Taml",
  yi: "Hebr",
};

/** The languages of everything that can be found, the blog's own first, then those with most to find. */
export function toSearchLanguages({ posts, pages, site }: Pick<Blog, "posts" | "pages" | "site">): SearchLanguage[] {
  const counts = new Map<string, number>();
  for (const entry of [...posts, ...pages].filter(isFindable)) {
    const code = entry.lang.toLowerCase();
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const own = site.language.toLowerCase();
  const rank = (code: string) => (code === own ? 2 : toBase(code) === toBase(own) ? 1 : 0);
  const codes = [...counts].sort(
    ([a, countOfA], [b, countOfB]) => rank(b) - rank(a) || countOfB - countOfA || (a < b ? -1 : 1),
  );
  return codes.map(([code]) => {
    const script = stemmedScripts[toBase(code)];
    const dir = toDirection(code);
    return { code, ...(script && { script }), ...(dir !== toDirection(own) && { dir }) };
  });
}

/** For the page's script: `en ar:Arab:rtl he::rtl ja`. */
export function formatLanguages(languages: readonly SearchLanguage[]): string {
  return languages.map(({ code, script = "", dir = "" }) => `${code}:${script}:${dir}`.replace(/:+$/, "")).join(" ");
}

function toBase(code: string): string {
  return code.split("-")[0] ?? code;
}
