/** Written into the bundle: the base path, */
declare const basePath: string;
/** parameters by rank, as a query, */
declare const oldParameters: string;
/** and in how many maps the addresses are. */
declare const oldMaps: number;

/** After so many milliseconds the page is shown, whatever happens: the reader must see that something is there. */
const patience = 2000;

/**
 * Loaded by a page that was asked for with `?p=12` or the like, and which hides itself meanwhile: leads to what had that
 * address once. The keys are those of `src/content/query-address.ts`.
 */
async function leadOn(): Promise<void> {
  const { pathname, search, hash } = location;
  for (const key of toKeys(toPlace(pathname), new URLSearchParams(search))) {
    // The second is asked for only where the first is not there.
    const href = await findHref(key);
    if (href !== undefined) return location.replace(hash ? href.replace(/#.*/s, "") + hash : href);
  }
  show();
}

function show(): void {
  document.documentElement.hidden = false;
}

function toPlace(pathname: string): string {
  const parts = decodeURIComponent(pathname.slice(basePath.length)).normalize().split("/").filter(Boolean);
  if (/^index\.(?:php|html)$/.test(parts.at(-1) ?? "")) parts.pop();
  return parts.map((part) => `/${part}`).join("");
}

/** With all parameters that are known, then with one of them; all others say where the reader came from. */
function toKeys(place: string, asked: URLSearchParams): Set<string> {
  const pairs = [...new URLSearchParams(oldParameters).keys()].flatMap((name) => {
    const value = asked.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new Set([pairs, ...pairs.map((pair) => [pair])].map((some) => `${place}?${new URLSearchParams(some)}`));
}

async function findHref(key: string): Promise<string | undefined> {
  let sum = 0;
  for (const char of key) sum = Math.imul(sum ^ (char.codePointAt(0) ?? 0), 16777619);
  const name = `old-addresses-${((sum >>> 0) % oldMaps) + 1}-of-${oldMaps}.json`;
  const response = await fetch(`${basePath}/assets/${name}`);
  const map: unknown = await response.json();
  if (typeof map !== "object" || map === null) return undefined;
  const href = Object.getOwnPropertyDescriptor(map, key)?.value as unknown;
  return typeof href === "string" ? href : undefined;
}

setTimeout(show, patience);
leadOn().catch(show);
