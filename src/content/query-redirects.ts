import { asPermalink, toOutputPath, type Permalink } from "../lib/permalink.ts";
import type { Blog } from "./blog.ts";
import { hasQuery, toParameters, toPlace, toQueryKey } from "./query-address.ts";
import { toOwnRedirects } from "./redirects.ts";
import { toTargetHref, type RedirectTarget } from "./redirect-target.ts";

/** An old address with a query, and where it leads. */
export type QueryRedirect = { readonly from: Permalink; readonly to: RedirectTarget };

/** Aliases and lines of `_data/redirects.json` that no file can answer. Of two that mean one address, the first. */
export function toQueryRedirects(blog: Blog): QueryRedirect[] {
  const aliases = [...blog.posts, ...blog.pages].flatMap(({ url, aliases: own }) =>
    own.filter(hasQuery).map((from) => ({ from, to: { path: url, rest: "" } })),
  );
  const own = toOwnRedirects(blog).filter(({ from }) => hasQuery(from));
  const byKey = new Map([...aliases, ...own].toReversed().map((redirect) => [toQueryKey(redirect.from), redirect]));
  return [...byKey.values()].toReversed();
}

/** What a script has to know to find the map that an address is in. */
export type QueryPlan = {
  /** Names of parameters, those of most addresses first: where an address has several, that one counts. */
  readonly names: readonly string[];
  readonly maps: number;
};

/** In one map; 20,000 posts make 64 maps of some 15 kB (2.6 kB gzip). */
const mostInMap = 512;

/** Undefined when the blog has no such address, and its pages no need of a script. */
export function planQueries(redirects: readonly QueryRedirect[]): QueryPlan | undefined {
  if (redirects.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { from } of redirects) {
    for (const name of toParameters(from).keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1)).map(([name]) => name);
  // A power of two: the maps are others only when the blog has doubled.
  return { names, maps: 2 ** Math.max(0, Math.ceil(Math.log2(redirects.length / mostInMap))) };
}

/** One part of all old addresses with a query: key to href. */
export type QueryMap = { readonly permalink: Permalink; readonly hrefs: ReadonlyMap<string, string> };

/** As many maps as planned, also where one has nothing in it: a script that asks must get an answer. */
export function toQueryMaps({ site }: Blog, redirects: readonly QueryRedirect[]): QueryMap[] {
  const plan = planQueries(redirects);
  if (!plan) return [];
  const rank = new Map(plan.names.map((name, index) => [name, index]));
  const maps = Array.from({ length: plan.maps }, () => new Map<string, string>());
  for (const { from, to } of redirects) {
    const key = toQueryKey(from, rank);
    maps[toMapIndex(key, plan.maps)]?.set(key, toTargetHref(site, to));
  }
  return maps.map((hrefs, index) => ({ permalink: toMapPermalink(index, plan.maps), hrefs }));
}

/** The same sum of characters (FNV) as in `client/old-address.ts`. */
function toMapIndex(key: string, maps: number): number {
  let sum = 0;
  for (const char of key) sum = Math.imul(sum ^ (char.codePointAt(0) ?? 0), 16777619);
  return (sum >>> 0) % maps;
}

function toMapPermalink(index: number, maps: number): Permalink {
  return asPermalink(`/assets/old-addresses-${index + 1}-of-${maps}.json`);
}

/**
 * Whether nothing but a host's own rules can answer an address with a query: the script stands on the home page and on
 * the page for what is not there, and a file stands in the place of both.
 */
export function isOutOfReach(address: Permalink, isFile: (path: string) => boolean): boolean {
  const place = toPlace(address);
  if (place === "") return false;
  const [path = ""] = address.split("?", 1);
  return [path, place, `${place}/`, `${place}/index.html`].some((form) => isFile(toOutputPath(asPermalink(form))));
}
