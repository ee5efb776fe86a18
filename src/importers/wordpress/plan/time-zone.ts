import type { Finding } from "../../finding.ts";
import type { ItemHead } from "./item-head.ts";
import { offsetAt, toDay, toMoment, type Moment } from "./moments.ts";
import type { OldPermalink } from "./old-permalinks.ts";

/** A zone of the time zone database, and why it was chosen. */
export type FoundZone = { readonly zone: string; readonly findings: readonly Finding[] };

type Sample = { readonly moment: Moment; readonly link: OldPermalink | undefined };

// Where several zones fit, the one where most people live is the likeliest.
const usual = [
  "Europe/Berlin",
  "America/New_York",
  "Europe/London",
  "America/Chicago",
  "America/Los_Angeles",
  "America/Denver",
  "America/Halifax",
  "America/Anchorage",
  "America/Sao_Paulo",
  "America/Santiago",
  "Europe/Athens",
  "Europe/Lisbon",
  "Europe/Moscow",
  "Europe/Istanbul",
  "Asia/Kolkata",
  "Asia/Shanghai",
  "Asia/Tokyo",
  "Asia/Tehran",
  "Asia/Jerusalem",
  "Asia/Kathmandu",
  "Australia/Sydney",
  "Australia/Adelaide",
  "Australia/Brisbane",
  "Pacific/Auckland",
  "America/St_Johns",
  "America/Caracas",
] as const;

/**
 * The zone of the blog's clock, which no export names: the one in which the dates of old addresses come out as they
 * were, and among those the one that had the offsets of the posts.
 */
export function findTimeZone(
  posts: readonly ItemHead[],
  linkOf: (head: ItemHead) => OldPermalink | undefined,
  given: string | undefined,
): FoundZone {
  if (given !== undefined) return { zone: given, findings: [] };
  const samples = posts.flatMap((head): Sample[] => {
    const moment = toMoment(head.date, head.dateGmt);
    return moment ? [{ moment, link: linkOf(head) }] : [];
  });
  const offsets = countOffsets(samples);
  const [main] = [...offsets].sort(([a, m], [b, n]) => n - m || Math.abs(a) - Math.abs(b) || a - b);
  if (!main || (offsets.size === 1 && main[0] === 0)) return { zone: "UTC", findings: [] };
  const fixed = toFixedZone(main[0]);
  if (offsets.size === 1 && fixed !== undefined) return { zone: fixed, findings: [toFixedNote(fixed, main[0])] };
  const picked = pickSamples(samples);
  const fitting = toCandidates().find((zone) => picked.every(({ moment }) => hasOffset(zone, moment)));
  if (fitting !== undefined) return { zone: fitting, findings: [toFittingNote(fitting)] };
  const zone = bestOf(["UTC", ...(fixed === undefined ? [] : [fixed]), nearest(picked)], samples);
  return { zone, findings: [toUnclearNote(zone, offsets.size)] };
}

function countOffsets(samples: readonly Sample[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { moment } of samples) counts.set(moment.offset, (counts.get(moment.offset) ?? 0) + 1);
  return counts;
}

/** `Etc/GMT-2` is two hours ahead of UTC; there are only those with whole hours. */
function toFixedZone(offset: number): string | undefined {
  if (offset % 60 !== 0 || Math.abs(offset) > 12 * 60) return undefined;
  const hours = offset / 60;
  return hours === 0 ? "UTC" : `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;
}

/** The first and the last post of each month with each offset: where summer time begins is in between. */
function pickSamples(samples: readonly Sample[]): Sample[] {
  const picked = new Map<string, Sample>();
  for (const sample of [...samples].sort((a, b) => a.moment.utc - b.moment.utc)) {
    const key = `${new Date(sample.moment.utc).toISOString().slice(0, 7)} ${sample.moment.offset}`;
    if (!picked.has(`${key} first`)) picked.set(`${key} first`, sample);
    picked.set(`${key} last`, sample);
  }
  return [...new Set(picked.values())];
}

function toCandidates(): string[] {
  return [...new Set([...usual, ...Intl.supportedValuesOf("timeZone")])];
}

function hasOffset(zone: string, { utc, offset }: Moment): boolean {
  return offsetAt(zone, utc) === offset;
}

function nearest(samples: readonly Sample[]): string {
  const few =
    samples.length > 100 ? samples.filter((_, index) => index % Math.ceil(samples.length / 100) === 0) : samples;
  return mostOf(toCandidates(), (zone) => few.filter(({ moment }) => hasOffset(zone, moment)).length);
}

/** Dates in old addresses count most, offsets decide between equals. */
function bestOf(zones: readonly string[], samples: readonly Sample[]): string {
  return mostOf(zones, (zone) => {
    const dates = samples.filter((sample) => keepsDate(sample, zone)).length;
    const offsets = samples.filter(({ moment }) => hasOffset(zone, moment)).length;
    return dates + offsets / (samples.length + 1);
  });
}

function keepsDate({ moment, link }: Sample, zone: string): boolean {
  const local = new Date(moment.utc + moment.offset * 60_000).toISOString();
  const [year, month, day] = local.slice(0, 10).split("-");
  const old = { year: link?.year ?? year, month: link?.month ?? month, day: link?.day ?? day };
  const own = toDay(moment, zone);
  return own.year === old.year && own.month === old.month && own.day === old.day;
}

function mostOf(zones: readonly string[], score: (zone: string) => number): string {
  let best = { zone: "UTC", score: -1 };
  for (const zone of zones) {
    const own = score(zone);
    if (own > best.score) best = { zone, score: own };
  }
  return best.zone;
}

function toFixedNote(zone: string, offset: number): Finding {
  const note = `All posts have one offset from UTC, ${offset / 60} h. If the blog's clock had summer time, run the import again with \`--timezone Europe/Berlin\` or the like.`;
  return { kind: "setting", found: `timezone: ${zone}`, outcome: "changed", note };
}

function toFittingNote(zone: string): Finding {
  const note =
    "The export does not name the zone; this one had the offsets of all posts. Correct `timezone` in `_data/site.ts` if you live in another with the same clock.";
  return { kind: "setting", found: `timezone: ${zone}`, outcome: "changed", note };
}

function toUnclearNote(zone: string, offsets: number): Finding {
  const note = `The posts have ${offsets} different offsets from UTC, which no zone had. In this one most old dates come out as they were; the moments are exact in any.`;
  return { kind: "setting", found: `timezone: ${zone}`, outcome: "changed", note };
}
