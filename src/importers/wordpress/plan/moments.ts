import { IANAZone } from "luxon";
import type { ItemHead } from "./item-head.ts";

/** A moment, and the offset of the clock on which it was written down. */
export type Moment = { readonly utc: number; /** Minutes. */ readonly offset: number };

const minute = 60_000;

/** `2012-05-01 09:30:00` as if it were UTC; undefined for zeros, for what is no date and for what no calendar has. */
export function parseLocal(text: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(text.trim());
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  const date = new Date(time);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year;
  return isReal && hours < 24 && minutes < 60 && seconds < 60 ? time : undefined;
}

/** The moment that a local time and its twin in UTC name. An offset that no place on Earth has is not believed. */
export function toMoment(local: string, gmt: string): Moment | undefined {
  const utc = parseLocal(gmt);
  if (utc === undefined) return undefined;
  const written = parseLocal(local);
  const offset = written === undefined ? 0 : Math.round((written - utc) / minute);
  return { utc, offset: Math.abs(offset) <= 14 * 60 && offset % 15 === 0 ? offset : 0 };
}

export type DateSource = "gmt" | "local" | "modified" | "pubDate" | "link" | "none";

/** When an item was published, and which of its dates says so. */
export function findMoment(head: ItemHead, zone: string): { readonly moment?: Moment; readonly source: DateSource } {
  const exact = toMoment(head.date, head.dateGmt);
  if (exact) return { moment: exact, source: "gmt" };
  const local = parseLocal(head.date);
  if (local !== undefined) return { moment: fromLocal(local, zone), source: "local" };
  const modified = toMoment(head.modified, head.modifiedGmt);
  if (modified) return { moment: modified, source: "modified" };
  const published = parsePubDate(head.pubDate);
  return published === undefined ? { source: "none" } : { moment: { utc: published, offset: 0 }, source: "pubDate" };
}

/** A local time, as if it were UTC, on the clock of a zone. */
export function fromLocal(local: number, zone: string): Moment {
  const guess = offsetAt(zone, local);
  const offset = offsetAt(zone, local - guess * minute);
  return { utc: local - offset * minute, offset };
}

/** Minutes by which a zone was ahead of UTC at a moment. */
export function offsetAt(zone: string, utc: number): number {
  return Math.round(IANAZone.create(zone).offset(utc));
}

/** `2012-05-01 09:30:00 +0200`, as front matter has it. */
export function formatMoment({ utc, offset }: Moment): string {
  const local = new Date(utc + offset * minute).toISOString();
  const sign = offset < 0 ? "-" : "+";
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, "0");
  const minutes = String(Math.abs(offset) % 60).padStart(2, "0");
  return `${local.slice(0, 10)} ${local.slice(11, 19)} ${sign}${hours}${minutes}`;
}

/** Year, month and day of a moment on the clock of a zone. */
export function toDay({ utc }: Pick<Moment, "utc">, zone: string): { year: string; month: string; day: string } {
  const [year = "", month = "", day = ""] = new Date(utc + offsetAt(zone, utc) * minute)
    .toISOString()
    .slice(0, 10)
    .split("-");
  return { year, month, day };
}

// For drafts it is `Thu, 01 Jan 1970` or `Wed, 30 Nov -0001`.
function parsePubDate(text: string): number | undefined {
  const time = /^[A-Za-z]{3}, \d{2} [A-Za-z]{3} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/.test(text.trim())
    ? Date.parse(text)
    : Number.NaN;
  return Number.isNaN(time) || time < 24 * 60 * minute ? undefined : time;
}
