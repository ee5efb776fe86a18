import type { ItemHead } from "./item-head.ts";
import { readOldAddress, type OldSite } from "./old-site.ts";
import { parseLocal } from "./moments.ts";

/** How the address of one post was made: its pattern, and what filled it. */
export type OldPermalink = {
  /** `/:year/:month/:slug/`, `/archives/:id`; `?p=` for an address without a name. */
  readonly pattern: string;
  /** As in the address: raw. */
  readonly path: string;
  readonly slug?: string;
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
};

/** The pattern of what was shown on the home page itself: a static front page. */
export const home = "/";

/** Reads the pattern off a post's link; undefined when it is none of the old blog. */
export function readPermalink(
  head: ItemHead,
  site: OldSite,
  categoryPaths: readonly string[],
): OldPermalink | undefined {
  const address = readOldAddress(head.link, site);
  if (!address) return undefined;
  const { path, query } = address;
  if (query.has("p")) return { pattern: "?p=", path };
  if (path === "/") return [...query].length === 0 ? { pattern: home, path } : undefined;
  const isFolder = path.endsWith("/");
  const segments = path.split("/").filter(Boolean);
  const last = segments.pop() ?? "";
  const extension = /\.html?$/.exec(last)?.[0] ?? "";
  const name = last.slice(0, last.length - extension.length);
  const dated = readDate(segments, head);
  const front = nameFront(dated.rest, head, categoryPaths);
  // A post whose slug is its number has both in one.
  const isId = name === head.id && decodeSlug(head.slug) !== name;
  const pattern = `/${[...front.before, ...dated.names, ...front.after, isId ? ":id" : ":slug"].join("/")}${extension}`;
  return { pattern: pattern + (isFolder ? "/" : ""), path, ...(!isId && { slug: name }), ...dated.values };
}

/** A slug of the export, which is percent-encoded, as it is read. */
export function decodeSlug(slug: string): string {
  return slug
    .replace(/(?:%[0-9a-f]{2})+/gi, (octets) => {
      try {
        return decodeURIComponent(octets);
      } catch {
        return octets;
      }
    })
    .normalize("NFC");
}

type Dated = {
  readonly names: readonly string[];
  readonly values: Pick<OldPermalink, "year" | "month" | "day">;
  /** What stands before the date and behind it. */
  readonly rest: { readonly before: readonly string[]; readonly after: readonly string[] };
};

function readDate(segments: readonly string[], head: ItemHead): Dated {
  const local = parseLocal(head.date);
  const at = segments.findIndex((segment) => /^\d{4}$/.test(segment) && isNearYear(segment, local));
  if (at < 0) return { names: [], values: {}, rest: { before: segments, after: [] } };
  const [year, month, day] = segments.slice(at, at + 3);
  const hasMonth = month !== undefined && /^(?:0[1-9]|1[0-2])$/.test(month);
  const hasDay = hasMonth && day !== undefined && /^(?:0[1-9]|[12]\d|3[01])$/.test(day);
  const names = [":year", ...(hasMonth ? [":month"] : []), ...(hasDay ? [":day"] : [])];
  const values = { ...(year && { year }), ...(hasMonth && { month }), ...(hasDay && { day }) };
  return { names, values, rest: { before: segments.slice(0, at), after: segments.slice(at + names.length) } };
}

// A link may name the day on which a post was begun: any year near its own is one.
function isNearYear(segment: string, local: number | undefined): boolean {
  const year = Number(segment);
  return local === undefined ? year >= 1990 && year <= 2100 : Math.abs(new Date(local).getUTCFullYear() - year) <= 20;
}

// No category nests deeper in an address; a hostile one may have thousands of segments.
const deepest = 12;

/** Names the segments beside the date: the path of one of the post's categories, its author, or what they say. */
function nameFront(rest: Dated["rest"], head: ItemHead, categoryPaths: readonly string[]) {
  const name = (segments: readonly string[]): string[] => {
    if (segments.length > deepest) return [...segments];
    for (let from = 0; from < segments.length; from++) {
      for (let to = segments.length; to > from; to--) {
        const path = segments.slice(from, to).join("/").toLowerCase();
        if (categoryPaths.includes(path)) return [...name(segments.slice(0, from)), ":category", ...segments.slice(to)];
      }
    }
    const login = head.creator.toLowerCase();
    return segments.map((segment) => (segment.toLowerCase() === login ? ":author" : segment));
  };
  return { before: name(rest.before), after: name(rest.after) };
}

/** The pattern of most published posts, where our own can say it; undefined else. */
export function choosePattern(links: readonly OldPermalink[]): { main?: string; ours?: string } {
  const counts = new Map<string, number>();
  for (const { pattern } of links) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  const [found] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (!found) return {};
  const [main] = found;
  const withoutFront = main.replace(/^\/index\.php(?=\/)/, "");
  const pattern = /(?:\/|\.html)$/.test(withoutFront) ? withoutFront : `${withoutFront}/`;
  return { main, ...(isOurs(pattern) && { ours: pattern }) };
}

function isOurs(pattern: string): boolean {
  if (!pattern.startsWith("/") || !pattern.includes(":slug") || /:(?:id|author)/.test(pattern)) return false;
  if (pattern.endsWith(".htm/") || /[\\?#%\s\p{Cc}\p{Cs}]|\/\.{1,2}\//u.test(pattern)) return false;
  if (pattern.replace(/:(?:slug|year|month|day|category)(?![\p{L}\p{N}_])/gu, "").includes(":")) return false;
  // Lists of the engine live there.
  return !/^\/(?:categories|tags|authors|archive|search|page)(?:\/|$)/.test(pattern);
}
