import { isFindable } from "../content/is-findable.ts";
import type { Page, Post } from "../content/post.ts";
import type { Translations } from "../content/blog.ts";
import { absoluteUrl, type BaseUrl } from "../lib/permalink.ts";

/** Where search engines find a text in one of its languages. */
export type Alternate = { readonly hreflang: string; readonly href: string };

/** The translations of a text, itself among them; none where it is in one language only, or may not be found. */
export function findableTranslations(entry: Post | Page, translations: Translations | undefined): (Post | Page)[] {
  const entries = translations?.entries.filter(isFindable) ?? [];
  return entries.length > 1 && entries.includes(entry) ? entries : [];
}

/** One for each language, and the original for everybody else. */
export function toAlternates(base: BaseUrl, entry: Post | Page, translations: Translations | undefined): Alternate[] {
  const entries = findableTranslations(entry, translations);
  const original = entries.find((it) => it === translations?.original);
  return [
    ...entries.map((it) => ({ hreflang: toHreflang(it.lang), href: absoluteUrl(base, it.url) })),
    ...(original ? [{ hreflang: "x-default", href: absoluteUrl(base, original.url) }] : []),
  ];
}

/** Language, script and region: digits and calendars are no search engine's business. */
function toHreflang(lang: string): string {
  return new Intl.Locale(lang).baseName;
}
