import type { Permalink } from "../lib/permalink.ts";

/** An address that a query tells from others of its path: `/?p=12`. */
export function hasQuery(address: Permalink): boolean {
  return address.includes("?");
}

/** The path of an address in one form of several: `/`, `/index.php` and `/index.html` are `""`, `/blog/` is `/blog`. */
export function toPlace(address: string): string {
  const [path = ""] = address.split("?", 1);
  const parts = path.split("/").filter((part) => part !== "");
  if (/^index\.(?:php|html)$/.test(parts.at(-1) ?? "")) parts.pop();
  return parts.map((part) => `/${part}`).join("");
}

/** The parameters of an address; of one that is there twice, the first. */
export function toParameters(address: Permalink): Map<string, string> {
  const at = address.indexOf("?");
  const pairs = at < 0 ? [] : [...new URLSearchParams(address.slice(at + 1))];
  return new Map(pairs.toReversed());
}

/**
 * Two addresses that mean the same have the same key, in whatever order their parameters are; `rank` is that order,
 * else the alphabet. `client/old-address.ts` makes the same key of the address that a reader has come by.
 */
export function toQueryKey(address: Permalink, rank?: ReadonlyMap<string, number>): string {
  const order = (a: string, b: string): number => (rank?.get(a) ?? 0) - (rank?.get(b) ?? 0) || (a < b ? -1 : 1);
  const pairs = [...toParameters(address)].toSorted(([a], [b]) => order(a, b));
  return `${toPlace(address)}?${new URLSearchParams(pairs).toString()}`;
}
