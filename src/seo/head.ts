import type { Page, Post } from "../content/post.ts";
import type { Site } from "../content/site.ts";
import type { Translations } from "../content/blog.ts";
import { absoluteUrl, toPermalink } from "../lib/permalink.ts";
import type { Permalink } from "../lib/permalink.ts";
import type { SafeHtml } from "../lib/safe-html.ts";
import type { Rendered } from "../markdown/rendered.ts";
import type { Crumb } from "./breadcrumbs.ts";
import { toDescription, toEntryDescription } from "./description.ts";
import { toIsoTime } from "./iso-time.ts";
import { toJsonLd } from "./json-ld.ts";
import type { Thing } from "./json-ld.ts";
import { toOpenGraph } from "./open-graph.ts";
import type { ArticleTags, MetaTag, SocialImage } from "./open-graph.ts";
import {
  toCommentsLinks,
  toFeedLinks,
  toNeighbourLinks,
  toOtherLanguages,
  toTranslationLinks,
  type CommentsFeed,
  type LinkTag,
} from "./link-tags.ts";
import { toHomeTitle, toPageTitle } from "./page-title.ts";
import type { ConversationFacts } from "./schema-comments.ts";
import { toBlogGraph, toCollectionGraph, toPageGraph, toPostGraph } from "./schema-org.ts";

/** What search engines, social networks and feed readers find in a page's `<head>`; texts are not escaped yet. */
export type HeadMeta = {
  /** Text of `<title>`. */
  readonly title: string;
  /** `lang` of the document. */
  readonly lang: string;
  readonly metas: readonly MetaTag[];
  /** Canonical address, neighbours of a list, feeds. */
  readonly links: readonly LinkTag[];
  /** Content of one `<script type="application/ld+json">`, safe to stand there as it is. */
  readonly jsonLd?: SafeHtml;
};

/** `image` is what `context.imageOf` says, or a card made for sharing. */
type EntryHeadInput = {
  readonly site: Site;
  readonly rendered: Rendered;
  readonly image?: SocialImage;
  /** What was said, where anything was. */
  readonly conversation?: ConversationFacts;
  /** The feed of the comments, where there can be any, with its title. */
  readonly commentsFeed?: CommentsFeed;
  /** The same text in other languages, where there are any. */
  readonly translations?: Translations | undefined;
};

type PostHeadInput = EntryHeadInput & { readonly post: Post };

type PageHeadInput = EntryHeadInput & { readonly page: Page };

/** Fits a spread `ListPage`: `toListHead({ ...listPage, site, title })`; indexes such as `/tags/` too. */
type ListHeadInput = {
  readonly site: Site;
  readonly title: string;
  readonly url: Permalink;
  readonly description?: string;
  readonly newer?: Permalink;
  readonly older?: Permalink;
  /** The folder whose `feed.xml` and `feed.json` are this list's own. */
  readonly feed?: Permalink;
  /** The way from the home page to this list, itself last; by default it stands right below home. */
  readonly trail?: readonly Crumb[];
  readonly image?: SocialImage;
  readonly noindex?: boolean;
};

/** Fits a spread `ListPage` of all posts: `toHomeHead({ ...listPage, site })`. */
type HomeHeadInput = {
  readonly site: Site;
  readonly url: Permalink;
  /** Of the pages after the first: `Posts, page 2`. */
  readonly title?: string;
  readonly newer?: Permalink;
  readonly older?: Permalink;
  readonly image?: SocialImage;
};

type NotFoundHeadInput = { readonly site: Site; readonly title: string };

export function toPostHead(input: PostHeadInput): HeadMeta {
  const { site, post, rendered, image, conversation, commentsFeed, translations } = input;
  const description = toEntryDescription(post, rendered);
  return toHeadMeta({
    site,
    title: post.title,
    lang: post.lang,
    url: post.url,
    description,
    image,
    article: toArticle(site, post),
    // A draft or waiting post is seen in development only; a copy that gets out must not be found.
    noindex: post.noindex || post.status !== "published",
    graph: toPostGraph(post, { site, rendered, description, image, conversation }),
    links: [...toTranslationLinks(site, post, translations), ...toCommentsLinks(site, commentsFeed)],
    otherLanguages: toOtherLanguages(post, translations),
  });
}

/** A page such as About. */
export function toStandingPageHead(input: PageHeadInput): HeadMeta {
  const { site, page, rendered, image, conversation, commentsFeed, translations } = input;
  const { title, lang, url } = page;
  const description = toEntryDescription(page, rendered);
  const graph = toPageGraph(page, { site, rendered, description, image, conversation });
  return toHeadMeta({
    site,
    title,
    lang,
    url,
    description,
    image,
    graph,
    noindex: page.noindex || page.draft,
    links: [...toTranslationLinks(site, page, translations), ...toCommentsLinks(site, commentsFeed)],
    otherLanguages: toOtherLanguages(page, translations),
  });
}

export function toListHead(input: ListHeadInput): HeadMeta {
  const { site, title, url, newer, older, feed, image, noindex = false, trail = [{ name: title, url }] } = input;
  const lang = site.language;
  const description = toDescription(input.description, lang);
  const graph = toCollectionGraph(site, { title, url, description }, trail);
  const ownFeeds = feed ? toFeedLinks(site, feed, `${title} · ${site.title}`) : [];
  const links = [...toNeighbourLinks(site, newer, older), ...ownFeeds];
  return toHeadMeta({ site, title, lang, url, description, image, noindex, graph, links });
}

export function toHomeHead({ site, url, title, newer, older, image }: HomeHeadInput): HeadMeta {
  const lang = site.language;
  const description = toDescription(site.description, lang);
  const links = toNeighbourLinks(site, newer, older);
  return toHeadMeta({ site, title, lang, url, description, image, graph: toBlogGraph(site), links });
}

/** No canonical address: it is shown under every address that does not exist. */
export function toNotFoundHead({ site, title }: NotFoundHeadInput): HeadMeta {
  return {
    title: toPageTitle(title, site.title, site.language),
    lang: site.language,
    metas: [{ name: "robots", content: "noindex" }],
    links: toFeedLinks(site, toPermalink(), site.title),
  };
}

type HeadInput = {
  readonly site: Site;
  /** Undefined: the blog's own name. */
  readonly title?: string;
  readonly lang: string;
  readonly url: Permalink;
  readonly description?: string;
  readonly image?: SocialImage;
  readonly article?: ArticleTags;
  readonly otherLanguages?: readonly string[];
  readonly noindex?: boolean;
  readonly graph: readonly Thing[];
  readonly links?: readonly LinkTag[];
};

function toHeadMeta({ site, title, noindex, graph, links = [], ...shared }: HeadInput): HeadMeta {
  const { lang, description } = shared;
  const url = absoluteUrl(site, shared.url);
  const metas: MetaTag[] = [
    ...(description ? [{ name: "description", content: description }] : []),
    ...(noindex ? [{ name: "robots", content: "noindex" }] : []),
    ...toOpenGraph({ ...shared, site, title: title ?? site.title, url }),
  ];
  return {
    title: title === undefined ? toHomeTitle(site.title, lang) : toPageTitle(title, site.title, lang),
    lang,
    metas,
    links: [{ rel: "canonical", href: url }, ...links, ...toFeedLinks(site, toPermalink(), site.title)],
    jsonLd: toJsonLd(graph),
  };
}

function toArticle(site: Site, post: Post): ArticleTags {
  return {
    published: toIsoTime(post.date),
    modified: post.updated && toIsoTime(post.updated),
    authors: post.authors.map((author) => absoluteUrl(site, author.permalink)),
    section: post.categories[0]?.name,
    tags: post.tags.map((tag) => tag.name),
  };
}
