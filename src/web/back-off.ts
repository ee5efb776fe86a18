const first = 500;
const longest = 30_000;

/**
 * How long to wait before the next try: twice as long each time, and by chance up to half less, so that many who were
 * refused together do not come back together (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
export function toDelay(failures: number, random: () => number): number {
  const delay = Math.min(longest, first * 2 ** (failures - 1));
  return Math.round(delay * (1 - random() / 2));
}

/** Milliseconds that a `retry-after` header asks for: seconds or a date (RFC 9110, 10.2.3). */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === "") return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
