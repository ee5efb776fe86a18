import { memoise } from "../../src/lib/memoise.ts";

/** How dates and numbers of a language are written: what luxon wants, and a tag for `Intl` that says the same. */
export type LocaleOptions = {
  readonly locale: string;
  readonly outputCalendar: "gregory";
  readonly numberingSystem?: string;
  readonly tag: string;
};

/**
 * Calendars are Gregorian everywhere, because archives are cut by its months. Arabic has the digits 0 to 9, as
 * newspapers on the web have: lists, code and footnotes have no others. A tag that names digits itself, such as
 * `ar-u-nu-arab`, keeps them.
 */
export const toLocaleOptions = memoise((lang: string): LocaleOptions => {
  const { baseName, language, numberingSystem = language === "ar" ? "latn" : undefined } = new Intl.Locale(lang);
  const options = { outputCalendar: "gregory", ...(numberingSystem !== undefined && { numberingSystem }) } as const;
  const locale = toKnownLocale(baseName);
  const tag = new Intl.Locale(locale, { calendar: "gregory", ...options }).toString();
  return { locale, ...options, tag };
});

/** Of a language that Node does not know, such as Latin, it would take the machine's own: so it is English. */
export function toKnownLocale(lang: string): string {
  return Intl.DateTimeFormat.supportedLocalesOf(lang).length > 0 ? lang : "en";
}
