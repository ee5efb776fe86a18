import type { Site } from "../content/site.ts";
import { memoise } from "../lib/memoise.ts";

/** The attributes of one `<meta>`; spread them: `<meta {...meta} />`. */
export type MetaTag =
  | { readonly name: string; readonly content: string }
  | { readonly property: string; readonly content: string };

/** The picture of a shared link. */
export type SocialImage = {
  /** As a page says it: with base path, or a full address. */
  readonly src: string;
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
};

/** What only articles have; times are ISO 8601. */
export type ArticleTags = {
  readonly published: string;
  readonly modified?: string;
  /** Addresses of the authors' pages. */
  readonly authors: readonly string[];
  readonly section?: string;
  readonly tags: readonly string[];
};

type OpenGraphInput = {
  readonly site: Site;
  /** Without the blog's name: that is `og:site_name`. */
  readonly title: string;
  readonly description?: string;
  /** Absolute. */
  readonly url: string;
  readonly lang: string;
  readonly image?: SocialImage;
  readonly article?: ArticleTags;
  /** In which the same text is to be had. */
  readonly otherLanguages?: readonly string[];
};

/** Open Graph and the one Twitter tag that has no Open Graph counterpart. */
export function toOpenGraph(input: OpenGraphInput): MetaTag[] {
  const { site, title, description, url, lang, image, article, otherLanguages = [] } = input;
  return [
    property("og:type", article ? "article" : "website"),
    property("og:title", title),
    ...(description ? [property("og:description", description)] : []),
    property("og:url", url),
    property("og:site_name", site.title),
    property("og:locale", toOpenGraphLocale(lang)),
    ...otherLanguages.map((other) => property("og:locale:alternate", toOpenGraphLocale(other))),
    ...(image ? toImageTags(site, image) : []),
    ...(article ? toArticleTags(article) : []),
    { name: "twitter:card", content: image ? "summary_large_image" : "summary" },
  ];
}

/** Who shares a link reads it elsewhere: the address must be whole. */
export function toImageUrl(site: Site, image: SocialImage): string {
  return new URL(image.src, site.origin).href;
}

function toImageTags(site: Site, image: SocialImage): MetaTag[] {
  return [
    property("og:image", toImageUrl(site, image)),
    ...(image.width ? [property("og:image:width", String(image.width))] : []),
    ...(image.height ? [property("og:image:height", String(image.height))] : []),
    ...(image.alt ? [property("og:image:alt", image.alt)] : []),
  ];
}

function toArticleTags(article: ArticleTags): MetaTag[] {
  return [
    property("article:published_time", article.published),
    ...(article.modified ? [property("article:modified_time", article.modified)] : []),
    ...article.authors.map((url) => property("article:author", url)),
    ...(article.section ? [property("article:section", article.section)] : []),
    ...article.tags.map((tag) => property("article:tag", tag)),
  ];
}

/** `language_TERRITORY`; Open Graph wants a territory, so a bare language gets its most likely one: `de` is `de_DE`. */
export const toOpenGraphLocale = memoise((lang: string): string => {
  try {
    const { language, region } = new Intl.Locale(lang).maximize();
    return region ? `${language}_${region}` : language;
  } catch {
    return lang.replaceAll("-", "_");
  }
});

function property(name: string, content: string): MetaTag {
  return { property: name, content };
}
