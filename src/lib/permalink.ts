/** A root-relative path as on disk: raw UTF-8, without the base path, starting with `/`: `/posts/你好/`. */
export type Permalink = string & { readonly __brand: "Permalink" };

/** Where the blog lives: its origin and the path in front of every link (`""` or `/blog`). */
export type BaseUrl = { readonly origin: string; readonly basePath: string };

/** For the few places that make addresses; the caller vouches for it. */
export function asPermalink(path: string): Permalink {
  return path as Permalink;
}

/** Joins raw segments to a folder permalink: `toPermalink("tags", "c")` is `/tags/c/`. */
export function toPermalink(...segments: readonly string[]): Permalink {
  return asPermalink(segments.length === 0 ? "/" : `/${segments.join("/")}/`);
}

/** A file beside or below a folder permalink: `toFilePermalink("/tags/c/", "feed.xml")`. */
export function toFilePermalink(folder: Permalink, name: string): Permalink {
  return asPermalink(folder + name);
}

/** The value of an `href`: base path in front, percent-encoded. */
export function href(base: BaseUrl, permalink: Permalink): string {
  return base.basePath + encodePath(permalink);
}

/** The full address, percent-encoded, for feeds, canonical links and the sitemap. */
export function absoluteUrl(base: BaseUrl, permalink: Permalink): string {
  return base.origin + href(base, permalink);
}

/** The file inside the output folder: `/tags/c/` is `tags/c/index.html`. */
export function toOutputPath(permalink: Permalink): string {
  const path = permalink.slice(1);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** Percent-encodes what the path of an address may not carry; a `%` in a name is encoded as any other. */
export function encodePath(path: string): string {
  // Most paths are plain, and every link of every page asks.
  if (/^[\w/.~-]*$/.test(path)) return path;
  return encodeURI(path.replace(/\p{Cs}/gu, "\uFFFD")).replace(/[?#]/g, encodeURIComponent);
}

/** The raw path that a written one means: `/caf%C3%A9/` is `/café/`; a `%` that encodes nothing stays. */
export function decodePath(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, decodeOctets).normalize("NFC");
}

function decodeOctets(octets: string): string {
  try {
    return decodeURIComponent(octets);
  } catch {
    return octets;
  }
}
