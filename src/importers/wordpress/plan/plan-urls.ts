import type { AddressBook } from "./address-book.ts";
import type { AuthorPlan } from "./author-plan.ts";
import type { Placed } from "./entry-plan.ts";
import type { ItemHead } from "./item-head.ts";
import type { ListPlan } from "./list-plan.ts";
import { claimLeads, leadAuthors, leadDates, leadHome, leadTerms, type Lead } from "./list-redirects.ts";
import { parseLocal, toDay } from "./moments.ts";
import { readOldAddress, toOwnPath, type OldSite } from "./old-site.ts";
import type { TermPlan } from "./term-plan.ts";

export type UrlSources = {
  readonly site: OldSite;
  /** What stands in front of the old blog's lists. */
  readonly front: string;
  readonly zone: string;
  readonly terms: readonly TermPlan[];
  readonly authors: readonly AuthorPlan[];
  readonly placed: readonly Placed[];
  readonly attachments: readonly ItemHead[];
  readonly lists: ListPlan;
  readonly addresses: AddressBook;
};

export type UrlPlan = {
  /** `_data/redirects.json`, but for pages of files that have to be copied first. */
  readonly map: ReadonlyMap<string, string>;
  /** Addresses of lists that stay what they were. */
  readonly same: readonly string[];
  /** Old addresses as links write them. */
  readonly leads: () => Iterable<Lead>;
  readonly attachments: ReadonlyMap<string, AttachmentUrls>;
};

/** Old addresses of an attachment's page, and the post that it belonged to; without one they lead to the file. */
export type AttachmentUrls = { readonly from: readonly string[]; readonly to?: string };

/** What becomes of old addresses that no post or page has. */
export function planUrls(sources: UrlSources): UrlPlan {
  const { site, front, terms, authors, lists, addresses, placed } = sources;
  const shown = placed.filter(({ visibility }) => visibility === "public");
  const attachments = planAttachmentUrls(sources, shown);
  const days = toDays(shown, sources.zone);
  function* leads(): Generator<Lead> {
    yield* leadHome(lists);
    yield* leadTerms(terms, lists, front);
    yield* leadAuthors(authors, lists, front);
    yield* leadDates(lists, days, front);
  }
  const { map, same } = claimLeads(leads(), site, addresses);
  const feeds = claimLeads(leadCommentFeeds(shown, site), site, addresses);
  for (const [from, to] of feeds.map) map.set(from, to);
  for (const { from, to } of attachments.values()) if (to !== undefined) for (const old of from) map.set(old, to);
  return { map, same, leads, attachments };
}

/** The feeds of the comments of posts, where there are any. */
function* leadCommentFeeds(shown: readonly Placed[], site: OldSite): Generator<Lead> {
  for (const { head, url } of shown) {
    const address = readOldAddress(head.link, site);
    if (head.approved === 0 || !address || address.path === "/") continue;
    const folder = address.path.endsWith("/") ? address.path : `${address.path}/`;
    yield { from: `${folder}feed/`, to: `${url.replace(/\.html$/, "/")}comments.xml` };
  }
}

/** Days on the old blog's clock, with the list of the month in which their posts are now. */
function toDays(shown: readonly Placed[], zone: string): Map<string, string> {
  const days = new Map<string, string>();
  for (const { kind, moment, head } of shown) {
    const local = parseLocal(head.date);
    if (kind !== "post" || !moment || local === undefined) continue;
    const { year, month } = toDay(moment, zone);
    const day = new Date(local).toISOString().slice(0, 10).replaceAll("-", "/");
    if (!days.has(`${day}/`)) days.set(`${day}/`, `/archive/${year}/${month}/`);
  }
  return days;
}

function planAttachmentUrls(
  { site, attachments, addresses }: UrlSources,
  shown: readonly Placed[],
): Map<string, AttachmentUrls> {
  const owners = new Map(shown.map(({ head, url }) => [head.id, url]));
  return new Map(
    attachments.map((head) => {
      const address = readOldAddress(head.link, site);
      const isNamed = address && address.path !== "/" && !isFile(address.path);
      const old = [
        ...(isNamed ? [address.path] : []),
        ...(/^\d+$/.test(head.id) ? [`/?attachment_id=${head.id}`] : []),
      ];
      const from = old.flatMap((path) => addresses.claimOld(toOwnPath(path, site), head.key) ?? []);
      const to = owners.get(head.parent);
      return [head.key, { from, ...(to !== undefined && { to }) }];
    }),
  );
}

/** Some exports give the file itself as the link of its page. */
function isFile(path: string): boolean {
  return /\.[a-z0-9]{2,5}$/i.test(path);
}
