import type { Page, Post } from "../content/post.ts";
import type { Site } from "../content/site.ts";
import type { Translations } from "../content/blog.ts";
import { absoluteUrl, toFilePermalink, type Permalink } from "../lib/permalink.ts";
import { findableTranslations, toAlternates } from "./alternates.ts";

/** The attributes of one `<link>`; spread them: `<link {...link} />`. */
export type LinkTag = {
  readonly rel: string;
  readonly href: string;
  readonly hreflang?: string;
  readonly type?: string;
  readonly title?: string;
};

/** The feed of what is said about a text. */
export type CommentsFeed = { readonly url: Permalink; readonly title: string };

export function toNeighbourLinks(site: Site, newer: Permalink | undefined, older: Permalink | undefined): LinkTag[] {
  return [
    ...(newer ? [{ rel: "prev", href: absoluteUrl(site, newer) }] : []),
    ...(older ? [{ rel: "next", href: absoluteUrl(site, older) }] : []),
  ];
}

export function toTranslationLinks(site: Site, entry: Post | Page, translations: Translations | undefined): LinkTag[] {
  return toAlternates(site, entry, translations).map((alternate) => ({ rel: "alternate", ...alternate }));
}

export function toOtherLanguages(entry: Post | Page, translations: Translations | undefined): string[] {
  return findableTranslations(entry, translations).flatMap((it) => (it === entry ? [] : it.lang));
}

export function toCommentsLinks(site: Site, feed: CommentsFeed | undefined): LinkTag[] {
  if (!feed) return [];
  return [{ rel: "alternate", type: "application/atom+xml", title: feed.title, href: absoluteUrl(site, feed.url) }];
}

export function toFeedLinks(site: Site, folder: Permalink, title: string): LinkTag[] {
  const address = (name: string) => absoluteUrl(site, toFilePermalink(folder, name));
  return [
    { rel: "alternate", type: "application/atom+xml", title, href: address("feed.xml") },
    { rel: "alternate", type: "application/feed+json", title, href: address("feed.json") },
  ];
}
