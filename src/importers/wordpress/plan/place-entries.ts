import { DateTime } from "luxon";
import { shorten, toSlug, type Slug } from "../../../lib/slug.ts";
import { toPostUrl } from "../../../content/post-url.ts";
import type { Finding } from "../../finding.ts";
import type { AddressBook } from "./address-book.ts";
import type { Candidate, Placed } from "./entry-plan.ts";
import { toDay } from "./moments.ts";
import { decodeSlug } from "./old-permalinks.ts";
import { placePages } from "./page-paths.ts";
import { toPlainText } from "./plain-text.ts";
import { createNameBook, type NameBook } from "./name-book.ts";

export type PlaceOptions = {
  /** Of the new site. */
  readonly permalink: string;
  readonly zone: string;
  readonly addresses: AddressBook;
};

/**
 * Gives every post and page its address, file and id, no two alike. What was public comes first, and what has the lower
 * number among equals, so that an old address is kept by whoever had it.
 */
export function placeEntries(candidates: readonly Candidate[], options: PlaceOptions): Placed[] {
  const names = createNameBook();
  const sorted = candidates.toSorted(byRight);
  const pages = placePages(
    sorted.filter(({ kind }) => kind === "page"),
    { addresses: options.addresses, names },
  );
  const posts = sorted.filter(({ kind }) => kind === "post").map((post) => placePost(post, { ...options, names }));
  // Ids last: those of posts are the better known, because their threads are.
  const ids = new Set<string>();
  return [...posts, ...pages].map((entry) => ({ ...entry, id: claimId(entry, ids) }));
}

function byRight(a: Candidate, b: Candidate): number {
  const rank = ({ visibility }: Candidate): number => (visibility === "public" ? 0 : 1);
  return rank(a) - rank(b) || compareIds(a.head.id, b.head.id) || (a.head.key < b.head.key ? -1 : 1);
}

function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

type Unnamed = Omit<Placed, "id">;

function placePost(
  post: Candidate,
  { permalink, zone, addresses, names }: PlaceOptions & { names: NameBook },
): Unnamed {
  const { head, visibility, moment } = post;
  const date = DateTime.fromMillis(moment?.utc ?? 0, { zone });
  const wanted = toPostSlug(post);
  const toUrl = (slug: Slug): string => toPostUrl(permalink, { slug, date, category: post.category });
  const slug = firstFree(wanted, head.id, (candidate) => addresses.claim(toUrl(candidate), head.key));
  const year = moment ? toDay(moment, zone).year : "undated";
  const folder = visibility === "draft" ? "posts/drafts" : `posts/${year}`;
  const path = names.claimFile(folder, slug);
  return {
    ...post,
    slug,
    path,
    url: toUrl(slug),
    findings: slug === wanted ? post.findings : [...post.findings, toTakenNote(head.slug, slug)],
  };
}

/** The slug of the old address where it has one, because that is what readers know. */
function toPostSlug({ head, link, visibility }: Candidate): Slug {
  const linked = visibility === "public" ? link?.slug : undefined;
  const named = linked ?? decodeSlug(head.slug);
  if (/[^\s/.]/.test(named)) return toSlug(named);
  const title = toPlainText(head.title);
  return /[\p{L}\p{N}]/u.test(title) ? toSlug(shorten(toSlug(title), 100)) : toSlug(`${head.type}-${head.id}`);
}

function firstFree(wanted: Slug, id: string, isFree: (slug: Slug) => boolean): Slug {
  if (isFree(wanted)) return wanted;
  let slug = toSlug(`${wanted}-${id}`);
  for (let number = 2; !isFree(slug); number++) slug = toSlug(`${wanted}-${id}-${number}`);
  return slug;
}

function claimId({ slug, head }: Unnamed, taken: Set<string>): string {
  const id = firstFree(toSlug(slug), head.id, (candidate) => !taken.has(candidate));
  taken.add(id);
  return id;
}

function toTakenNote(found: string, slug: string): Finding {
  const note = "Its address is another's in the new blog, so that it has a new one.";
  return { kind: "url", found: `${found} → ${slug}`, outcome: "moved", note };
}
