import { DateTime, IANAZone } from "luxon";

export type ParsedDate = { readonly date: DateTime<true> } | { readonly mistake: "malformed" | "impossible" };

// Reduced forms (`2024`, `2024-05`) name no day, a bare time (`T10:00`) would be today's: neither is a date.
const isoDay = /^(?:\d{4}-\d{2}-\d{2}|\d{8}|\d{4}-?\d{3}|\d{4}-?W\d{2}-?\d)/i;
const isoTime = /^\d{2}(?::?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?)?/;
const isoOffset = /^(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;

/**
 * ISO 8601 to the day or finer, or `YYYY-MM-DD HH:MM[:SS] [±HHMM]`. Without an offset it is in `zone`; the result
 * always is. A local time that summer time skips moves forward, one that comes twice is the first.
 */
export function parseDate(text: string, zone: string): ParsedDate {
  const parts = split(text.trim());
  if (!parts) return { mistake: "malformed" };
  if (!isOffset(parts.offset)) return { mistake: "impossible" };
  // Without a locale, a date would be formatted in the machine's language.
  const date = DateTime.fromISO(toIso(parts), { zone, locale: "en-US" });
  if (!date.isValid) return { mistake: date.invalidReason === "unparsable" ? "malformed" : "impossible" };
  return { date: parts.offset === "" ? toFirst(date) : date };
}

type Parts = { readonly day: string; readonly time: string; readonly offset: string };

function split(text: string): Parts | undefined {
  const day = isoDay.exec(text)?.[0];
  if (day === undefined) return undefined;
  const behind = text.slice(day.length);
  if (behind === "") return { day, time: "", offset: "" };
  const mark = /^(?:T|\s+)/i.exec(behind)?.[0];
  const time = mark && isoTime.exec(behind.slice(mark.length))?.[0];
  if (!mark || !time) return undefined;
  const offset = behind.slice(mark.length + time.length).trim();
  return offset === "" || isoOffset.test(offset) ? { day, time, offset } : undefined;
}

function toIso({ day, time, offset }: Parts): string {
  return time === "" ? day : `${day}T${time.replace(",", ".")}${offset.toUpperCase()}`;
}

// Luxon takes any number of hours; no place on Earth is further from UTC than these.
function isOffset(offset: string): boolean {
  const [, hours = "0", minutes = "0"] = /(\d{2}):?(\d{2})?$/.exec(offset) ?? [];
  return Number(hours) <= 14 && Number(minutes) <= 59;
}

// Which of the two Luxon takes depends on the season in which it is asked.
function toFirst(date: DateTime<true>): DateTime<true> {
  if (date.zone.isUniversal) return date;
  const dayBefore = date.zone.offset(date.toMillis() - 24 * 60 * 60 * 1000);
  if (dayBefore <= date.offset) return date;
  const first = date.minus({ minutes: dayBefore - date.offset });
  return first.offset === dayBefore ? first : date;
}

/** Names of the time zone database; Luxon's `local` would be another zone on every machine. */
export function isTimeZone(name: string): boolean {
  return /^[a-z]/i.test(name) && IANAZone.isValidZone(name);
}
