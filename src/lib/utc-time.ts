/** An ISO 8601 time as feeds want it, to the second in UTC, so that times can also be compared as text. */
export function toUtcTime(iso: string): string {
  return new Date(Date.parse(iso)).toISOString().replace(/\.\d{3}Z$/, "Z");
}
