import type { Site } from "../content/site.ts";
import { absoluteUrl, toFilePermalink, toPermalink } from "../lib/permalink.ts";

/** Everything may be crawled: a page that should not be found says `noindex`, which a crawler must be able to read. */
export function toRobotsTxt(site: Site): string {
  const sitemap = absoluteUrl(site, toFilePermalink(toPermalink(), "sitemap.xml"));
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}
