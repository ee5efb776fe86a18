import { show } from "../../../lib/show.ts";
import type { Finding } from "../../finding.ts";
import { readFirst, readText } from "../front/front-values.ts";
import type { Front } from "../front/read-front.ts";
import type { PlainData } from "../front/plain-data.ts";
import type { TextPlace } from "../generator.ts";
import { readMoment, toDay, type ClockRules, type Moment } from "./read-moment.ts";

export const dateKeys = [
  "date",
  "publishDate",
  "publishdate",
  "pubDate",
  "pubdate",
  "published_at",
  "published",
  "datePublished",
  "created",
  "created_at",
  "createdAt",
  "post_date",
];
export const updateKeys = [
  "updated",
  "lastmod",
  "last_modified_at",
  "modified",
  "modified_date",
  "update_date",
  "lastUpdated",
  "last_updated",
  "updatedDate",
  "updated_at",
  "dateModified",
  "date_updated",
];

export type FoundDate = { readonly moment?: Moment; readonly findings: readonly Finding[] };

export type DatedSource = { readonly place: TextPlace; readonly data: PlainData; readonly front: Front };

/** When a text was written: by its front matter, the name of its file, its `path`, or its folders. */
export function findDate({ place, data, front }: DatedSource, rules: ClockRules): FoundDate {
  const findings: Finding[] = [];
  for (const key of dateKeys) {
    const value = readText(data[key]);
    if (value === undefined || (key === "published" && /^(?:true|false)$/i.test(value))) continue;
    const moment = readMoment(value, rules);
    if (moment) return { moment: toLater(moment, data, rules), findings };
    const note = "It is no date that anybody could read; what the name of the file says counts, if it says a date.";
    findings.push({ kind: "date", found: `${key}: ${show(value)}`, outcome: "dropped", line: front.lineOf(key), note });
  }
  const day = dayOfName(place) ?? dayOfPath(data);
  const found = day ?? inFolders(place.stem);
  return found === undefined ? { findings } : { moment: readMoment(found, rules), findings };
}

/** A text that was to wait goes on waiting. */
function toLater(moment: Moment, data: PlainData, rules: ClockRules): Moment {
  const publish = readFirst(data, ["publishDate", "publishdate"], (value) => readMoment(value, rules));
  return publish && publish.value.date > moment.date ? publish.value : moment;
}

const inName = /^(\d{2}|\d{4})-(\d{1,2})-(\d{1,2})(?=[-_T.]|$)/;

function dayOfName({ stem }: TextPlace): string | undefined {
  const steps = stem.split("/").filter((step) => step !== "");
  return steps
    .toReversed()
    .map(toNamedDay)
    .find((day) => day !== undefined);
}

function toNamedDay(step: string): string | undefined {
  const [, year, month, day] = inName.exec(step) ?? [];
  return year === undefined ? undefined : toDay(year, month, day);
}

/** `path = "2017/04/27/Rust-1.17"`, and the like in `url` and `permalink`. */
function dayOfPath(data: PlainData): string | undefined {
  return ["path", "url", "permalink"]
    .map((key) => inFolders(readText(data[key]) ?? ""))
    .find((day) => day !== undefined);
}

function inFolders(path: string): string | undefined {
  const [, year, month, day] = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?=[/-]|$)/.exec(path) ?? [];
  return year === undefined ? undefined : toDay(year, month, day);
}
