import type { Blog } from "../content/blog.ts";
import { withDescendants } from "../content/blog.ts";
import { toAddressKey } from "../content/redirect-register.ts";
import { asPermalink, toPermalink, type Permalink } from "../lib/permalink.ts";
import { paginate } from "./paginate.ts";

/** A list that was published and has no posts any more leads to the next list above it that has. */
export type ListRedirect = { readonly from: Permalink; readonly to: Permalink };

/** What was ever the address of a list: pages of home, terms, authors, times, and the search. */
const list = /^\/(?:(?:categories|tags|authors|archive|search)\/(?:.+\/)?|page\/\d+\/)$/;

/** Lists shrink and terms are dropped every day: their old addresses need no word of the author. */
export function toListRedirects(blog: Blog): ListRedirect[] {
  const lost = [...blog.published].filter((url) => list.test(url));
  if (lost.length === 0) return [];
  const entries = [...blog.posts, ...blog.pages].flatMap(({ url, aliases }) => [url, ...aliases]);
  const taken = new Set([...entries, ...blog.redirects.map(({ from }) => from)].map(toAddressKey));
  const lists = toListUrls(blog);
  return lost
    .filter((url) => !lists.has(url) && !taken.has(toAddressKey(url)))
    .map((from) => ({ from, to: findAbove(from, lists) }));
}

function toListUrls(blog: Blog): Set<Permalink> {
  const { site, posts, categories, tags, authors, years } = blog;
  const terms = [...categories, ...tags].flatMap(withDescendants);
  const times = years.flatMap((year) => [year, ...year.months]);
  const archives = [
    { url: toPermalink(), posts },
    { url: toPermalink("archive"), posts },
    ...terms,
    ...authors,
    ...times,
  ];
  const indexes = ["categories", "tags", "authors", ...(site.search ? ["search"] : [])].map((name) =>
    toPermalink(name),
  );
  return new Set([
    ...indexes,
    ...archives.flatMap((archive) => paginate(archive, site.pageSize).map(({ url }) => url)),
  ]);
}

function findAbove(url: Permalink, lists: ReadonlySet<Permalink>): Permalink {
  if (url === "/search/") return toPermalink("archive");
  const segments = url.split("/").slice(1, -1);
  while (segments.length > 0) {
    segments.pop();
    const above = asPermalink(segments.length === 0 ? "/" : `/${segments.join("/")}/`);
    if (lists.has(above)) return above;
  }
  return toPermalink();
}
