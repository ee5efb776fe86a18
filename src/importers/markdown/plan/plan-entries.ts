import { DateTime } from "luxon";
import { asPermalink } from "../../../lib/permalink.ts";
import { toSlug } from "../../../lib/slug.ts";
import type { Finding } from "../../finding.ts";
import type { OpenSite } from "../generator.ts";
import { readEntryValues } from "../survey/read-entry-values.ts";
import type { ClockRules } from "../survey/read-moment.ts";
import type { SourceText } from "../survey/source-text.ts";
import { choosePermalink, type OldPost } from "./choose-permalink.ts";
import { createAddressClaims, isReserved } from "./claims.ts";
import { toOldPath } from "./old-path.ts";
import { placeEntries } from "./place-entries.ts";
import { planAliases } from "./plan-aliases.ts";
import type { AddressedEntry, PlannedEntry } from "./planned-entry.ts";

export type EntriesPlan = {
  readonly permalink: string;
  readonly entries: readonly PlannedEntry[];
  /** By key, why a text is not written. */
  readonly skipped: ReadonlyMap<string, { readonly reason: string; readonly oldPath?: string }>;
};

export function planEntries(texts: readonly SourceText[], site: OpenSite, rules: ClockRules): EntriesPlan {
  const skipped = new Map<string, { reason: string; oldPath?: string }>();
  const addressed: AddressedEntry[] = [];
  const newest = findNewest(texts);
  for (const text of texts) {
    const entry = toAddressed(text, { site, rules, newest });
    const reason = findSkip(text, entry);
    if (reason === undefined) addressed.push(entry);
    else skipped.set(text.key, { reason, ...(entry.oldPath !== undefined && { oldPath: entry.oldPath }) });
  }
  const permalink = choosePermalink(listOldPosts(addressed));
  const claims = createAddressClaims();
  const places = placeEntries(addressed, permalink, claims);
  const basePath = site.facts.url === undefined ? "" : new URL(site.facts.url).pathname.replace(/\/$/, "");
  const ids = new Map(addressed.map((entry) => [toOriginalKey(entry.source), places.get(entry)?.id] as const));
  const entries = addressed.flatMap((entry): PlannedEntry[] => {
    const place = places.get(entry);
    if (!place) return [];
    const { aliases, urls, findings } = planAliases(entry, place, { claims, basePath });
    const original =
      entry.source.place.lang === undefined ? undefined : ids.get(`${entry.source.kind}:${entry.source.place.stem}`);
    const isNamed =
      place.path
        .replace(/(?:\/index)?\.md$/, "")
        .split("/")
        .at(-1) === place.slug;
    const values = {
      ...entry.values,
      aliases,
      ...(place.id !== place.slug && { id: place.id }),
      ...(!isNamed && { slug: place.slug }),
      ...(original !== undefined && original !== place.id && { translationOf: original }),
    };
    return [{ ...entry, ...place, values, urls, findings: [...entry.findings, ...findings] }];
  });
  return { permalink, entries, skipped };
}

/** Published posts; translations, whose addresses begin with their language, only where there is nothing else. */
function listOldPosts(entries: readonly AddressedEntry[]): OldPost[] {
  const published = entries.filter(({ kind, source }) => kind === "post" && source.status === "publish");
  const originals = published.filter(({ source }) => source.place.lang === undefined);
  return (originals.length > 0 ? originals : published).flatMap(({ oldPath, date, category }) =>
    oldPath !== undefined && date ? [{ path: oldPath, date, category }] : [],
  );
}

function toOriginalKey({ kind, place }: SourceText): string {
  return place.lang === undefined ? `${kind}:${place.stem}` : `${kind}:${place.stem}:${place.lang}`;
}

function findNewest(texts: readonly SourceText[]): string | undefined {
  const days = texts.flatMap(({ moment, status }) =>
    moment && status === "publish" ? [moment.text.slice(0, 10)] : [],
  );
  return days.sort().at(-1);
}

type Context = { readonly site: OpenSite; readonly rules: ClockRules; readonly newest: string | undefined };

function toAddressed(source: SourceText, { site, rules, newest }: Context): AddressedEntry {
  const { place, data, title, moment, status } = source;
  const kind = source.kind === "post" ? "post" : "page";
  const terms = site.termsOf(data, place);
  const date = moment?.date;
  const isPublic = status === "publish";
  const address = isPublic ? site.addressOf({ place, data, title, date, categories: terms.categories }) : undefined;
  const findings: Finding[] = [];
  const oldPath = address === undefined ? undefined : toOldPath(address);
  if (isPublic && oldPath === undefined) findings.push(unknownAddress(address));
  const stand = newest ?? "2000-01-01";
  if (kind === "post" && !moment) findings.push(undated(stand, place.isDraft === true));
  const values = readEntryValues(source, terms, rules);
  const [category = "Uncategorized"] = terms.categories;
  return {
    source,
    kind,
    oldPath,
    date: date ?? (kind === "post" ? toStandIn(stand, rules.zone) : undefined),
    category: category.split("/").map(toSlug).join("/"),
    values: kind === "post" && !moment ? { ...values, date: stand } : values,
    findings,
  };
}

function toStandIn(day: string, zone: string): DateTime<true> | undefined {
  const date = DateTime.fromISO(day, { zone });
  return date.isValid ? date : undefined;
}

function findSkip({ skip, status, kind, front, place }: SourceText, { oldPath }: AddressedEntry): string | undefined {
  if (status === "private" || status === "password") return "it was not for everybody; its source stays where it is";
  if (skip !== undefined) return skip;
  const isEmpty = front.body.trim() === "";
  if (kind === "section" && (isEmpty || place.stem === ""))
    return "it is a list of other texts, and the new blog makes its lists itself";
  if (kind === "post") return undefined;
  const newPath = oldPath?.replace(/(?:\/index)?\.html?$/i, "/");
  if (newPath !== undefined && isReserved(asPermalink(newPath)))
    return "the new blog makes a page of that address itself";
  return isEmpty && !front.isBroken ? "it has no text: it was a template for a list" : undefined;
}

function unknownAddress(address: string | undefined): Finding {
  const note = "Nobody can tell the old address of this text. Add it as one of its `aliases`.";
  return { kind: "url", found: address ?? "no address", outcome: "dropped", note };
}

function undated(stand: string, isDraft: boolean): Finding {
  const note = `It has no date; that of the newest post (${stand}) stands in its place.${isDraft ? "" : " It is a draft until you have given it one."}`;
  return { kind: "date", found: "no date", outcome: "changed", note };
}
