import type { DateTime } from "luxon";

/** `2026-03-01T09:00:00+01:00`: with the offset that the author saw, without milliseconds. */
export function toIsoTime(time: DateTime): string {
  const iso = time.toISO({ suppressMilliseconds: true });
  if (iso === null) throw new Error(`Invalid time: ${time.invalidExplanation ?? time.invalidReason}`);
  return iso;
}
