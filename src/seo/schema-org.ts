import type { Author } from "../content/author.ts";
import type { Page, Post } from "../content/post.ts";
import { toReadingMinutes } from "../content/reading-time.ts";
import type { Site } from "../content/site.ts";
import { absoluteUrl } from "../lib/permalink.ts";
import type { Permalink } from "../lib/permalink.ts";
import type { Rendered } from "../markdown/rendered.ts";
import { toBreadcrumbList, toPostTrail } from "./breadcrumbs.ts";
import type { Crumb } from "./breadcrumbs.ts";
import { toIsoTime } from "./iso-time.ts";
import type { Thing } from "./json-ld.ts";
import { toImageUrl } from "./open-graph.ts";
import type { SocialImage } from "./open-graph.ts";
import { toCommentFacts, type ConversationFacts } from "./schema-comments.ts";

type EntryFacts = {
  readonly site: Site;
  readonly rendered: Rendered;
  readonly description?: string;
  readonly image?: SocialImage;
  readonly conversation?: ConversationFacts;
};

/** A post and the way to it. */
export function toPostGraph(post: Post, facts: EntryFacts): Thing[] {
  const { site, rendered, description, image, conversation } = facts;
  const url = absoluteUrl(site, post.url);
  const posting: Thing = {
    "@type": "BlogPosting",
    "@id": url,
    headline: post.title,
    description,
    datePublished: toIsoTime(post.date),
    dateModified: toIsoTime(post.updated ?? post.date),
    author: post.authors.map((author) => toPerson(site, author)),
    publisher: toPublisher(site),
    mainEntityOfPage: url,
    image: image && toImageUrl(site, image),
    keywords: names(post.tags),
    articleSection: names(post.categories),
    inLanguage: post.lang,
    wordCount: rendered.words + rendered.characters,
    timeRequired: toTimeRequired(rendered),
    ...toCommentFacts(conversation, url),
  };
  return [posting, toBreadcrumbList(site, toPostTrail(post))];
}

/** A standing page and the way to it. */
export function toPageGraph(page: Page, facts: EntryFacts): Thing[] {
  const { site, description, image, conversation } = facts;
  const url = absoluteUrl(site, page.url);
  const webPage: Thing = {
    "@type": "WebPage",
    "@id": url,
    url,
    name: page.title,
    description,
    dateModified: page.updated && toIsoTime(page.updated),
    image: image && toImageUrl(site, image),
    inLanguage: page.lang,
    isPartOf: { "@id": site.url },
    ...toCommentFacts(conversation, url),
  };
  return [webPage, toBreadcrumbList(site, [{ name: page.title, url: page.url }])];
}

/** The home page: the site and the blog that it is. */
export function toBlogGraph(site: Site): Thing[] {
  const shared = {
    url: site.url,
    name: site.title,
    description: site.description || undefined,
    inLanguage: site.language,
    publisher: toPublisher(site),
  };
  return [
    { "@type": "WebSite", "@id": site.url, ...shared },
    { "@type": "Blog", "@id": `${site.url}#blog`, ...shared, author: toPerson(site, site.author) },
  ];
}

/** A list of posts, or a list of such lists, and the way to it. */
export function toCollectionGraph(
  site: Site,
  list: { readonly title: string; readonly url: Permalink; readonly description?: string },
  trail: readonly Crumb[],
): Thing[] {
  const url = absoluteUrl(site, list.url);
  const collection: Thing = {
    "@type": "CollectionPage",
    "@id": url,
    url,
    name: list.title,
    description: list.description,
    inLanguage: site.language,
    isPartOf: { "@id": site.url },
  };
  return [collection, toBreadcrumbList(site, trail)];
}

/** `url` is the author's page here, where all posts are; the address elsewhere says that it is the same person. */
function toPerson(site: Site, author: Author): Thing {
  return { "@type": "Person", name: author.name, url: absoluteUrl(site, author.permalink), sameAs: author.url };
}

function toTimeRequired(rendered: Rendered): string | undefined {
  const minutes = toReadingMinutes(rendered);
  return minutes > 0 ? `PT${minutes}M` : undefined;
}

function toPublisher(site: Site): Thing {
  return { "@type": "Organization", name: site.title, url: site.url };
}

function names(things: readonly { readonly name: string }[]): readonly string[] | undefined {
  return things.length > 0 ? things.map((thing) => thing.name) : undefined;
}
