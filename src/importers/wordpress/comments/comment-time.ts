import type { WxrComment } from "../wxr.ts";
import type { CommentContext } from "./comment-context.ts";

const minute = 60_000;
const written = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)$/;

/** Milliseconds since 1970; undefined where the export names no time that ever was. */
export function toCommentTime(
  { date, dateGmt }: Pick<WxrComment, "date" | "dateGmt">,
  offsetOf: CommentContext["offsetOf"],
): number | undefined {
  const time = parseTime(dateGmt);
  if (time !== undefined) return time;
  const local = parseTime(date);
  const offset = local === undefined ? Number.NaN : offsetOf(date.trim());
  return local === undefined || !Number.isFinite(offset) ? undefined : Math.max(0, local - offset * minute);
}

/** `2012-05-01T09:30:00Z` */
export function toUtc(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** Zeros, and days that no calendar has, are no time. */
function parseTime(text: string): number | undefined {
  const parts = written.exec(text.trim())?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const time = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  const isReal = year >= 1970 && toUtc(time).slice(0, 19) === text.trim().replace(" ", "T");
  return isReal ? time : undefined;
}
