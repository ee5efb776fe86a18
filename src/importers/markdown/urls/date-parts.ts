import type { DateTime } from "luxon";

const formats: Readonly<Record<string, string>> = {
  year: "yyyy",
  short_year: "yy",
  month: "MM",
  i_month: "M",
  short_month: "MMM",
  long_month: "MMMM",
  monthname: "MMMM",
  day: "dd",
  i_day: "d",
  y_day: "ooo",
  yearday: "o",
  w_year: "kkkk",
  week: "WW",
  w_day: "c",
  short_day: "ccc",
  long_day: "cccc",
  weekdayname: "cccc",
  hour: "HH",
  minute: "mm",
  second: "ss",
};

/** The parts of an address that a date gives, as Jekyll, Hexo and Hugo name them; undefined for every other name. */
export function toDatePart(name: string, date: DateTime): string | undefined {
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  return format === undefined ? undefined : date.setLocale("en-US").toFormat(format);
}

export function isDatePart(name: string): boolean {
  return Object.hasOwn(formats, name);
}
