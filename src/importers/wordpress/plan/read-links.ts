import type { Finding } from "../../finding.ts";
import type { Candidate } from "./entry-plan.ts";
import type { ItemHead } from "./item-head.ts";
import { createKeeper } from "./keep-text.ts";
import { findMoment, toMoment, type DateSource, type Moment } from "./moments.ts";
import { choosePattern, readPermalink, type OldPermalink } from "./old-permalinks.ts";
import { toPathKey, type OldSite } from "./old-site.ts";
import type { Registers } from "./registers.ts";
import type { SortedItems } from "./sort-items.ts";
import type { TermPlan } from "./term-plan.ts";
import { findTimeZone } from "./time-zone.ts";

/** How the old blog made its addresses, and what time it had. */
export type LinkPlan = {
  /** By key, of what was public. */
  readonly links: ReadonlyMap<string, OldPermalink>;
  /** The pattern of most posts, and ours for it where there is one. */
  readonly main: string | undefined;
  readonly ours: string | undefined;
  /** What stands in front of terms, authors and dates: `/`, or `/blog/`. */
  readonly front: string;
  readonly zone: string;
  readonly findings: readonly Finding[];
};

type Entries = SortedItems["entries"];
type Sources = { readonly site: OldSite; readonly registers: Registers; readonly timezone: string | undefined };

export function readLinks(entries: Entries, { site, registers, timezone }: Sources): LinkPlan {
  const links = new Map<string, OldPermalink>();
  const keep = createKeeper();
  for (const { head, visibility } of entries) {
    const paths = head.type === "post" ? registers.of(head).categories.map(toOldPath) : [];
    const link = visibility === "public" ? readPermalink(head, site, paths) : undefined;
    if (link) links.set(head.key, toKept(link, keep));
  }
  const posts = entries.filter(({ head, visibility }) => head.type === "post" && visibility === "public");
  const heads = posts.map(({ head }) => head);
  const { main, ours } = choosePattern(heads.flatMap(({ key }) => links.get(key) ?? []));
  const { zone, findings } = findTimeZone(heads, ({ key }) => links.get(key), timezone);
  const pattern = main === undefined || ours !== undefined ? [] : [toPatternNote(main)];
  return { links, main, ours, front: toFront(main), zone, findings: [...findings, ...pattern] };
}

/** There is one for each post, and most are made alike. */
function toKept({ pattern, path, slug, year, month, day }: OldPermalink, keep: (text: string) => string): OldPermalink {
  const date = {
    ...(year && { year: keep(year) }),
    ...(month && { month: keep(month) }),
    ...(day && { day: keep(day) }),
  };
  return { pattern: keep(pattern), path: keep(path), ...(slug !== undefined && { slug: keep(slug) }), ...date };
}

/** What is fixed in front of the pattern; WordPress puts it in front of its lists, too. */
function toFront(main: string | undefined): string {
  return main?.startsWith("/") ? (/^\/(?:[^:/]+\/)*/.exec(main)?.[0] ?? "/") : "/";
}

function toOldPath({ oldPath }: TermPlan): string {
  return oldPath.join("/");
}

function toPatternNote(main: string): Finding {
  const found = main === "?p=" ? "/?p=ID" : main;
  const note =
    "The new blog cannot make addresses of this form. Posts are below `/posts/`, and their old addresses lead there.";
  return { kind: "setting", found: `permalink: ${found}`, outcome: "changed", note };
}

/** Posts and pages with the moment and the category that their addresses may need. */
export function toCandidates(entries: Entries, plan: LinkPlan, registers: Registers): Candidate[] {
  const latest = findLatest(entries);
  return entries.map(({ head, visibility }) => {
    const link = plan.links.get(head.key);
    const found = findMoment(head, plan.zone);
    const { moment, source } =
      found.moment || head.type === "page" ? found : { moment: latest, source: "none" as const };
    const first = sortCategories(registers.of(head).categories, link)[0] ?? registers.defaultCategory;
    return {
      head,
      kind: head.type === "page" ? "page" : "post",
      visibility,
      moment,
      link,
      category: first?.url.replace(/^\/categories\/|\/$/g, "") ?? "uncategorized",
      findings: toDateNotes(head, source, moment),
    };
  });
}

/** The one that the address names comes first, because the new address takes the first. */
export function sortCategories(categories: readonly TermPlan[], link: OldPermalink | undefined): readonly TermPlan[] {
  const path = toPathKey(link?.path ?? "/");
  const at = categories.findIndex(
    (term) => link?.pattern.includes(":category") && `${path}/`.includes(`/${toOldPath(term)}/`),
  );
  const named = categories[at];
  return named ? [named, ...categories.filter((term) => term !== named)] : categories;
}

function findLatest(entries: Entries): Moment {
  let latest: Moment = { utc: 0, offset: 0 };
  for (const { head } of entries) {
    const moment = toMoment(head.date, head.dateGmt);
    if (moment && moment.utc > latest.utc) latest = moment;
  }
  return latest;
}

const guesses: Readonly<Partial<Record<DateSource, string>>> = {
  modified: "It has no date of its own; it was last changed then.",
  pubDate: "It has no date of its own; this is the one that its feed gave.",
  none: "It has no date at all, and got that of the newest post.",
};

function toDateNotes({ date, type }: ItemHead, source: DateSource, moment: Moment | undefined): Finding[] {
  const note = guesses[source];
  return note === undefined || !moment
    ? []
    : [{ kind: "date", found: date || `${type} without a date`, outcome: "changed", note }];
}
