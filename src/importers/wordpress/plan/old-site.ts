import { decodePath, encodePath } from "../../../lib/permalink.ts";
import type { Survey } from "./survey.ts";

/** Where the old blog lived, and where the new one will. */
export type OldSite = {
  /** As the export gives it, with a slash at the end. Undefined when it is no web address. */
  readonly url: URL | undefined;
  /** Names under which it answered, without `www.`. */
  readonly hosts: ReadonlySet<string>;
  /** Path in front of the old addresses: `""` or `/blog`. */
  readonly basePath: string;
  /** Path in front of the new ones. */
  readonly newBasePath: string;
};

/** An address of the old blog, taken apart. `path` is raw and without the base path. */
export type OldAddress = { readonly path: string; readonly query: URLSearchParams; readonly fragment: string };

/** Finds out where the blog lived. `url` is the new address, where it differs. */
export function toOldSite(survey: Pick<Survey, "site" | "items">, url?: string): OldSite {
  const own = [survey.site.baseBlogUrl, survey.site.link].map(toWebAddress).find(Boolean);
  const hosts = new Set(own ? [toHostName(own)] : []);
  for (const { type, id, link, guid } of survey.items) {
    if (type !== "post" && type !== "page") continue;
    const rendered = toWebAddress(link);
    if (rendered) hosts.add(toHostName(rendered));
    // A guid keeps the name under which the blog began, but those of posts that were imported are another blog's.
    const first = toWebAddress(guid);
    if (first && /^\?(?:p|page_id)=\d+$/.test(first.search) && first.search.endsWith(`=${id}`)) {
      hosts.add(toHostName(first));
    }
  }
  return { url: own, hosts, basePath: toBasePath(own), newBasePath: toBasePath(toWebAddress(url ?? "") ?? own) };
}

/** Undefined when the address is not on the old blog. `from` is what a relative one is seen from. */
export function readOldAddress(href: string, site: OldSite, from = "/"): OldAddress | undefined {
  const base = `http://old.invalid${encodePath(site.basePath + from)}`;
  const text = href.trim();
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  if (url.host !== "old.invalid" && !site.hosts.has(toHostName(url))) return undefined;
  const path = decodePath(url.pathname).replace(/\/{2,}/g, "/");
  if (path !== site.basePath && !path.startsWith(`${site.basePath}/`)) return undefined;
  return { path: path.slice(site.basePath.length) || "/", query: url.searchParams, fragment: url.hash };
}

/** The full address on the old blog, for links that cannot be carried over. */
export function toAbsoluteOld(href: string, site: OldSite): string {
  return site.url && URL.canParse(href, site.url) ? new URL(href, site.url).href : href;
}

/** An old path as the new site sees it, which may live in another folder. */
export function toOwnPath(path: string, { basePath, newBasePath }: OldSite): string {
  const whole = basePath + path;
  return whole.startsWith(`${newBasePath}/`) ? whole.slice(newBasePath.length) : whole;
}

/** One form for an address with and without its last slash, and for either case of its letters. */
export function toPathKey(path: string): string {
  return path.normalize("NFC").toLowerCase().replace(/\/$/, "") || "/";
}

export function toWebAddress(text: string): URL | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text);
}

function toHostName({ host }: URL): string {
  return host.toLowerCase().replace(/^www\./, "");
}

function toBasePath(url: URL | undefined): string {
  return url
    ? decodePath(url.pathname)
        .replace(/\/{2,}/g, "/")
        .replace(/\/$/, "")
    : "";
}
