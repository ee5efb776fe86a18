import { toOutputPath, type Permalink } from "../lib/permalink.ts";
import { toAliasPermalink } from "./alias.ts";
import type { Blog } from "./blog.ts";
import type { Page, Post } from "./post.ts";
import { hasQuery } from "./query-address.ts";
import { toAddressKey, type OwnRedirect } from "./redirect-register.ts";
import type { RedirectTarget } from "./redirect-target.ts";

type Entries = Pick<Blog, "posts" | "pages">;

/** A page that does nothing but lead from an old address to a post or page. */
export type Redirect = { readonly from: Permalink; readonly to: Post | Page };

/** One redirect for each alias that a static file can answer; an alias that has become its own post's URL needs none. */
export function toRedirects({ posts, pages }: Entries): Redirect[] {
  return [...posts, ...pages].flatMap((to) => {
    // `/old`, `/old/` and `/old/index.html` are one file.
    const files = new Set([toOutputPath(to.url)]);
    return to.aliases.flatMap((alias) => {
      const from = toAliasPermalink(alias);
      if (from === undefined || files.has(toOutputPath(from))) return [];
      files.add(toOutputPath(from));
      return { from, to };
    });
  });
}

/**
 * The lines of `_data/redirects.json`, each with where it leads in the end: without stops at other old addresses, and
 * without those that posts, pages and their aliases answer themselves.
 */
export function toOwnRedirects({ redirects, posts, pages }: Blog): OwnRedirect[] {
  if (redirects.length === 0) return [];
  const effective = withoutAnswered(redirects, { posts, pages });
  const follow = createFollower(redirects, { posts, pages });
  return effective.map((redirect) => ({ ...redirect, to: follow(redirect.to)?.end ?? redirect.to }));
}

function withoutAnswered(redirects: readonly OwnRedirect[], { posts, pages }: Entries): OwnRedirect[] {
  const addresses = [...posts, ...pages].flatMap(({ url, aliases }) => [url, ...aliases]);
  const answered = new Set(addresses.map(toAddressKey));
  return redirects.filter(({ from, to }) => !answered.has(toAddressKey(from)) && !isSame(from, to));
}

/** The file of an address that gives what it leads to itself: `/rss.xml` is one, `/feed` is `/feed/`. */
export function toFileAddress(from: Permalink): Permalink {
  return /\.[a-z0-9]+$/i.test(from) ? from : (toAliasPermalink(from) ?? from);
}

/** `/feed.xml` to `/feed.xml`: nothing to do. */
export function isSame(from: Permalink, to: RedirectTarget): boolean {
  return "path" in to && !hasQuery(from) && toAddressKey(from) === toAddressKey(to.path);
}

type Followed = { readonly end: RedirectTarget; readonly stops: number };

/** Goes on as long as a target is an old address itself; undefined when it comes round in a circle. */
export function createFollower(
  redirects: readonly OwnRedirect[],
  entries: Entries,
): (to: RedirectTarget) => Followed | undefined {
  const next = new Map<string, RedirectTarget>([
    ...withoutAnswered(redirects, entries).map(({ from, to }) => [toAddressKey(from), to] as const),
    ...toRedirects(entries).map(({ from, to }) => [toOutputPath(from), { path: to.url, rest: "" }] as const),
  ]);
  const known = new Map<string, Followed | undefined>();
  return (to) => {
    const key = toKey(to);
    if (!next.has(key)) return { end: to, stops: 0 };
    if (!known.has(key)) walk(key, next, known);
    const followed = known.get(key);
    return followed && { end: withRest(followed.end, to), stops: followed.stops };
  };
}

/** Finds where every stop from `start` on leads in the end, each once. */
function walk(
  start: string,
  next: ReadonlyMap<string, RedirectTarget>,
  known: Map<string, Followed | undefined>,
): void {
  const trail = new Map<string, RedirectTarget>();
  let key = start;
  for (;;) {
    const to = next.get(key);
    if (to === undefined || known.has(key) || trail.has(key)) break;
    trail.set(key, to);
    key = toKey(to);
  }
  const isCircle = trail.has(key);
  let followed = known.get(key);
  let isLast = !isCircle && !known.has(key);
  for (const [stop, to] of [...trail].toReversed()) {
    followed = isLast
      ? { end: to, stops: 1 }
      : followed && { end: withRest(followed.end, to), stops: followed.stops + 1 };
    isLast = false;
    known.set(stop, followed);
  }
}

function toKey(to: RedirectTarget): string {
  return "path" in to ? toAddressKey(to.path) : "";
}

/** A query or fragment goes on with the reader, unless a later address has its own. */
function withRest(end: RedirectTarget, before: RedirectTarget): RedirectTarget {
  return "path" in end && end.rest === "" && "path" in before ? { path: end.path, rest: before.rest } : end;
}
