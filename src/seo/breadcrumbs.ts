import type { Post } from "../content/post.ts";
import type { Site } from "../content/site.ts";
import { toLineage } from "../content/term.ts";
import type { Term } from "../content/term.ts";
import { absoluteUrl, toPermalink } from "../lib/permalink.ts";
import type { Permalink } from "../lib/permalink.ts";
import type { Thing } from "./json-ld.ts";

/** One step of the way from the home page. */
export type Crumb = { readonly name: string; readonly url: Permalink };

/** Home and the given steps; the last one is the page itself. */
export function toBreadcrumbList(site: Site, trail: readonly Crumb[]): Thing {
  const home: Crumb = { name: site.title, url: toPermalink() };
  return {
    "@type": "BreadcrumbList",
    itemListElement: [home, ...trail].map((crumb, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: crumb.name,
      item: absoluteUrl(site, crumb.url),
    })),
  };
}

/** The way to a post: its first category from the root, then the post. */
export function toPostTrail(post: Post): Crumb[] {
  const [category] = post.categories;
  return [...(category ? toTermTrail(category) : []), { name: post.title, url: post.url }];
}

/** A nested category and its ancestors, root first. */
export function toTermTrail(term: Term): Crumb[] {
  return toLineage(term).map(({ name, url }) => ({ name, url }));
}
