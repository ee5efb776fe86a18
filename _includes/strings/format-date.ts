import { DateTime } from "luxon";

/** `11 March 2024`, in the order and with the digits of the language. */
export function formatDate(date: DateTime, lang: string): string {
  return date.setLocale(lang).toLocaleString(DateTime.DATE_FULL);
}

/** `March 2024`. */
export function formatMonth(year: number, month: number, lang: string): string {
  return firstOf(year, month, lang).toLocaleString({ month: "long", year: "numeric" });
}

/** `March`. */
export function formatMonthName(year: number, month: number, lang: string): string {
  return firstOf(year, month, lang).toLocaleString({ month: "long" });
}

/** `2024`. */
export function formatYear(year: number, lang: string): string {
  return firstOf(year, 1, lang).toLocaleString({ year: "numeric" });
}

/** For `datetime`: with the offset that the author saw. */
export function formatIso(date: DateTime): string {
  return date.toISO({ suppressMilliseconds: true }) ?? "";
}

// Archives are cut by the months of the Gregorian calendar, so they are named by it in every language.
function firstOf(year: number, month: number, lang: string): DateTime {
  return DateTime.utc(year, month, 1).reconfigure({ locale: lang, outputCalendar: "gregory" });
}
