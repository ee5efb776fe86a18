import { DateTime } from "luxon";
import { parseDate } from "../../../lib/date.ts";

/** A date as it is written into front matter, and the moment that it means. */
export type Moment = { readonly text: string; readonly date: DateTime<true> };

export type ClockRules = { readonly zone: string; readonly readsTimesAsUtc: boolean };

const numeric =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:[Tt]|,?\s+)(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d{1,9})?)?(?:\s*([ap])\.?m\.?)?(?:\s+\d{4}(?=\s))?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?$/i;

const named = [
  "MMMM d, yyyy",
  "MMM d, yyyy",
  "d MMMM yyyy",
  "d MMM yyyy",
  "cccc, MMMM d, yyyy",
  "ccc MMM d yyyy",
  "MMMM d, yyyy HH:mm",
  "d MMMM yyyy HH:mm",
  "d MMM yyyy HH:mm:ss",
];

/** Every form of a date that front matter of the five generators is known to have; undefined for what is none. */
export function readMoment(value: unknown, rules: ClockRules): Moment | undefined {
  if (typeof value !== "string") return undefined;
  const written = value.trim().replace(/\s+/g, " ");
  const text = fromNumbers(written, rules) ?? fromNames(written);
  if (text === undefined) return undefined;
  const parsed = parseDate(text, rules.zone);
  return "date" in parsed ? { text, date: parsed.date } : undefined;
}

function fromNumbers(written: string, { readsTimesAsUtc }: ClockRules): string | undefined {
  const [found, year, month, day, hour, minute, second, half, offset] = numeric.exec(written) ?? [];
  if (found === undefined) return undefined;
  const date = [year, month, day].map((part) => part?.padStart(2, "0")).join("-");
  if (hour === undefined) return date;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const time = [String(hours), minute, second ?? "00"].map((part) => part?.padStart(2, "0")).join(":");
  // Ruby's YAML takes a time with seconds and without a zone for UTC.
  const isUtc = readsTimesAsUtc && second !== undefined && half === undefined;
  const zone = offset === undefined ? (isUtc ? "+0000" : "") : toOffset(offset);
  return zone === "" ? `${date} ${time}` : `${date} ${time} ${zone}`;
}

function toOffset(offset: string): string {
  const [, sign = "+", hours = "00", minutes = "00"] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
  return `${sign}${hours.padStart(2, "0")}${minutes}`;
}

/** `May 1, 2012` and the dates of mails. */
function fromNames(written: string): string | undefined {
  if (written.length > 60 || !/[a-z]{3}/i.test(written)) return undefined;
  for (const format of named) {
    const date = DateTime.fromFormat(written, format, { zone: "utc", locale: "en-US" });
    if (date.isValid) return date.toFormat(format.includes("HH") ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd");
  }
  const mail = DateTime.fromRFC2822(written, { setZone: true });
  return mail.isValid ? mail.toFormat("yyyy-MM-dd HH:mm:ss ZZZ") : undefined;
}

/** `2020-05-01` out of the numbers of a name or folder, where there is such a day. */
export function toDay(year = "", month = "", day = ""): string | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  const text = [full, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  return "date" in parseDate(text, "UTC") ? text : undefined;
}
