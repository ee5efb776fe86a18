import { DateTime } from "luxon";
import { capitalise } from "./capitalise.ts";
import { toLocaleOptions } from "./locale.ts";

/** `11 March 2024`, in the order and with the digits of the language. */
export function formatDate(date: DateTime, lang: string): string {
  const { zone } = date;
  // Luxon makes a format anew for each date. Zones of a fixed distance have names of its own, which `Intl` lacks.
  const isKnown = zone.type === "iana" || zone.name === "UTC";
  return isKnown
    ? formatDay(date.toMillis(), zone.name, lang)
    : localise(date, lang).toLocaleString(DateTime.DATE_FULL);
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The same of a moment, as the clocks of a zone have it. */
export function formatDay(milliseconds: number, zone: string, lang: string): string {
  const key = `${lang} ${zone}`;
  const known = dayFormats.get(key);
  const { tag } = toLocaleOptions(lang);
  const format = known ?? new Intl.DateTimeFormat(tag, { ...DateTime.DATE_FULL, timeZone: zone });
  if (!known) dayFormats.set(key, format);
  return format.format(milliseconds);
}

/** `March 2024`, as a heading. */
export function formatMonth(year: number, month: number, lang: string): string {
  return capitalise(firstOf(year, month, lang).toLocaleString({ month: "long", year: "numeric" }), lang);
}

/** `March`, as a heading. */
export function formatMonthName(year: number, month: number, lang: string): string {
  return capitalise(firstOf(year, month, lang).toLocaleString({ month: "long" }), lang);
}

/** `2024`. */
export function formatYear(year: number, lang: string): string {
  return firstOf(year, 1, lang).toLocaleString({ year: "numeric" });
}

/** For `datetime`: with the offset that the author saw. */
export function formatIso(date: DateTime): string {
  return date.toISO({ suppressMilliseconds: true }) ?? "";
}

function firstOf(year: number, month: number, lang: string): DateTime {
  return localise(DateTime.utc(year, month, 1), lang);
}

function localise(date: DateTime, lang: string): DateTime {
  const { tag: _, ...options } = toLocaleOptions(lang);
  return date.reconfigure(options);
}
