import type { ItemHead } from "./item-head.ts";
import type { Placed } from "./entry-plan.ts";
import { decodeSlug } from "./old-permalinks.ts";
import { readOldAddress, toOwnPath, type OldSite } from "./old-site.ts";

/** In the order in which they are claimed: what was in use comes before what once was. */
export type OldAddresses = {
  readonly links: readonly string[];
  readonly former: readonly string[];
  readonly parts: readonly string[];
};

/** Every address under which the old blog showed a post or page; raw, as the new site sees them. */
export function toOldAddresses({ head, link, kind }: Placed, site: OldSite): OldAddresses {
  const path = readPath(head.link, site);
  const ids = /^\d+$/.test(head.id) ? [`/?p=${head.id}`, ...(kind === "page" ? [`/?page_id=${head.id}`] : [])] : [];
  const former = path === undefined ? [] : toFormerPaths(path, head, link?.slug);
  const folder = path?.endsWith("/") ? path : `${path ?? ""}/`;
  const numbers = Array.from({ length: Math.min(head.pages, mostParts) }, (_, index) => index + 1).slice(1);
  const parts = path === undefined ? [] : numbers.map((number) => `${folder}${number}/`);
  const commentPages = path === undefined ? [] : toCommentPages(folder, head.approved);
  const own = (paths: readonly string[]): string[] => paths.map((old) => toOwnPath(old, site));
  const guid = readGuid(head.guid, site);
  const links = [...own(path === undefined ? [] : [path]), ...own(ids)];
  const once = own([...former, ...guid]).filter((old) => !links.includes(old));
  return { links, former: once, parts: own([...parts, ...commentPages]) };
}

const mostParts = 100;
const mostFormer = 50;

/** The path of a link that has one; undefined for `?p=12`, and for the home page. */
function readPath(link: string, site: OldSite): string | undefined {
  const address = readOldAddress(link, site);
  const isNamed = address && address.path !== "/" && [...address.query].length === 0;
  return isNamed ? address.path : undefined;
}

function readGuid(guid: string, site: OldSite): string[] {
  if (!/^https?:/i.test(guid)) return [];
  const address = readOldAddress(guid, site);
  if (!address || (address.path === "/" && [...address.query].length === 0)) return [];
  const id = address.query.get("p") ?? address.query.get("page_id");
  if (id === null) return [address.path];
  // `?post_type=product&p=12` is `?p=12` to a reader; below a folder it was the number of another blog.
  return address.path === "/" ? [`/?p=${id}`] : [];
}

/** WordPress remembers the slugs and days that a post has had, and redirects from any pair of them. */
function toFormerPaths(path: string, head: ItemHead, slug: string | undefined): string[] {
  const segments = path.split("/");
  const at = segments.findLastIndex((segment) => segment !== "");
  const last = segments[at] ?? "";
  const own = slug ?? last;
  const extension = last.startsWith(own) ? last.slice(own.length) : "";
  const slugs = [own, ...head.oldSlugs.map(decodeSlug)].filter((old) => !/[/?#\\]/.test(old));
  const days = [undefined, ...head.oldDates.filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))];
  const paths = days.flatMap((day) =>
    slugs.map((old) => withDay([...segments.slice(0, at), old + extension, ...segments.slice(at + 1)], day).join("/")),
  );
  return [...new Set(paths)].filter((former) => former !== path).slice(0, mostFormer);
}

function withDay(segments: readonly string[], day: string | undefined): readonly string[] {
  if (day === undefined) return segments;
  const at = segments.findIndex((segment) => /^\d{4}$/.test(segment));
  if (at < 0) return segments;
  const parts = day.split("-");
  return segments.map((segment, index) => {
    const part = parts[index - at];
    return part !== undefined && index >= at && /^\d+$/.test(segment) ? part : segment;
  });
}

/** Where comments were cut into pages of 50, as WordPress does unless told otherwise. */
function toCommentPages(folder: string, approved: number): string[] {
  const pages = approved > 50 ? Math.min(Math.ceil(approved / 50), mostParts) : 0;
  return Array.from({ length: pages }, (_, index) => `${folder}comment-page-${index + 1}/`);
}
