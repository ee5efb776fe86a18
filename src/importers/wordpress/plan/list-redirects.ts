import type { AddressBook } from "./address-book.ts";
import type { AuthorPlan } from "./author-plan.ts";
import { isSameAddress } from "./entry-aliases.ts";
import { toListPage, type ListPlan } from "./list-plan.ts";
import { toOwnPath, type OldSite } from "./old-site.ts";
import type { TermPlan } from "./term-plan.ts";

/** The address of an old list or feed, and the new one's. */
export type Lead = { readonly from: string; readonly to: string };

export type Redirects = { readonly map: Map<string, string>; readonly same: readonly string[] };

/** Takes each lead whose old address nobody has; the first one wins. */
export function claimLeads(leads: Iterable<Lead>, site: OldSite, addresses: AddressBook): Redirects {
  const map = new Map<string, string>();
  const same = new Set<string>();
  for (const { from: old, to } of leads) {
    const from = toOwnPath(old, site);
    if (isSameAddress(from, to)) same.add(from);
    else if (!map.has(from)) {
      const claimed = addresses.claimOld(from, "redirect");
      if (claimed !== undefined) map.set(claimed, to);
    }
  }
  return { map, same: [...same] };
}

/** Terms, under the front that the blog's permalinks have: `/category/a/b/`, its pages, its feeds, `?cat=3`. */
export function* leadTerms(terms: readonly TermPlan[], lists: ListPlan, front: string): Generator<Lead> {
  for (const term of terms) {
    const base = `${front}${term.taxonomy === "tags" ? "tag" : "category"}/`;
    const list = nearestList(term, lists);
    const whole = `${base}${term.oldPath.join("/")}/`;
    yield* leadList(whole, list, lists);
    // WordPress answers under the last slug alone, too.
    yield { from: `${base}${term.oldPath.at(-1) ?? ""}/`, to: list };
    const hasFeed = list === term.url;
    yield* leadFeeds(whole, hasFeed ? `${list}feed.xml` : "/feed.xml");
    if (term.taxonomy === "categories" && /^\d+$/.test(term.id)) yield { from: `/?cat=${term.id}`, to: list };
    if (term.taxonomy === "tags") yield { from: `/?tag=${term.oldPath.at(-1) ?? ""}`, to: list };
  }
}

/** A term without posts has no list: the next one above it that has. */
export function nearestList(term: TermPlan, lists: ListPlan): string {
  for (let next: TermPlan | undefined = term; next; next = next.parent) if (lists.has(next.url)) return next.url;
  return `/${term.taxonomy}/`;
}

export function* leadAuthors(authors: readonly AuthorPlan[], lists: ListPlan, front: string): Generator<Lead> {
  for (const { key, id, oldSlug } of authors) {
    const own = `/authors/${key}/`;
    const list = lists.has(own) ? own : "/authors/";
    if (oldSlug !== undefined) {
      yield* leadList(`${front}author/${oldSlug}/`, list, lists);
      yield* leadFeeds(`${front}author/${oldSlug}/`, list === own ? `${own}feed.xml` : "/feed.xml");
    }
    if (/^\d+$/.test(id)) yield { from: `/?author=${id}`, to: list };
  }
}

/** Years, months and days, which have lists of months at least. `days` are those on which something was published. */
export function* leadDates(lists: ListPlan, days: ReadonlyMap<string, string>, front: string): Generator<Lead> {
  for (const list of lists.keys()) {
    const date = /^\/archive\/(\d{4}\/(?:\d{2}\/)?)$/.exec(list)?.[1];
    if (date === undefined) continue;
    yield* leadList(`${front}${date}`, list, lists);
    yield { from: `/?m=${date.replaceAll("/", "")}`, to: list };
  }
  // As the old blog counted them, which may have been on another clock.
  for (const [day, list] of days) {
    const [year = "", month = ""] = day.split("/");
    yield { from: `${front}${year}/`, to: `/archive/${list.split("/")[2] ?? ""}/` };
    yield { from: `${front}${year}/${month}/`, to: list };
    yield { from: `${front}${day}/`, to: list };
  }
}

/** The home page, its pages, and every address under which WordPress has served the blog's feeds. */
export function* leadHome(lists: ListPlan): Generator<Lead> {
  yield { from: "/", to: "/" };
  yield* leadList("/", "/", lists);
  yield* leadFeeds("/", "/feed.xml");
  for (const path of [
    "/rss/",
    "/rss2/",
    "/rdf/",
    "/atom/",
    "/wp-feed.php",
    "/wp-rss.php",
    "/wp-rss2.php",
    "/wp-rdf.php",
    "/wp-atom.php",
  ]) {
    yield { from: path, to: "/feed.xml" };
  }
  for (const name of ["feed", "rss", "rss2", "rdf", "atom"]) yield { from: `/?feed=${name}`, to: "/feed.xml" };
  yield* leadFeeds("/comments/", "/comments/feed.xml");
  yield { from: "/wp-commentsrss2.php", to: "/comments/feed.xml" };
  for (const name of ["comments-rss2", "comments-atom"]) yield { from: `/?feed=${name}`, to: "/comments/feed.xml" };
}

/** `feed/` below an old address, in each of its formats. */
function* leadFeeds(folder: string, to: string): Generator<Lead> {
  for (const format of ["", "atom/", "rss/", "rss2/", "rdf/"]) yield { from: `${folder}feed/${format}`, to };
}

/** A list and its further pages, which hold as many posts in the new blog as WordPress puts on one. */
function* leadList(from: string, list: string, lists: ListPlan): Generator<Lead> {
  if (from !== list) yield { from, to: list };
  for (let number = 2; ; number++) {
    const page = toListPage(lists, list, number);
    if (page === undefined) return;
    yield { from: `${from}page/${number}/`, to: page };
  }
}
