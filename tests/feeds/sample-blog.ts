import { DateTime } from "luxon";
import type { Author } from "../../src/content/author.ts";
import type { Blog, TermArchive } from "../../src/content/blog.ts";
import type { Page, Post } from "../../src/content/post.ts";
import type { Site } from "../../src/content/site.ts";
import type { Term } from "../../src/content/term.ts";
import { toPermalink } from "../../src/lib/permalink.ts";
import { asSafeHtml } from "../../src/lib/safe-html.ts";
import { toSlug } from "../../src/lib/slug.ts";
import type { Rendered } from "../../src/markdown/rendered.ts";

/** Small model values for tests; every field can be named. */
export function sampleAuthor(name: string, fields: Partial<Author> = {}): Author {
  const slug = toSlug(name);
  return { key: slug, name, slug, permalink: toPermalink("authors", slug), ...fields };
}

export function sampleSite(fields: Partial<Site> = {}): Site {
  return {
    origin: "https://example.org",
    basePath: "",
    url: "https://example.org/",
    title: "Café Table",
    description: "Notes over coffee.",
    language: "en",
    timezone: "UTC",
    permalink: "/posts/:slug/",
    defaultCategory: "Uncategorized",
    author: sampleAuthor("Ada"),
    nav: [],
    pageSize: 10,
    feedSize: 20,
    imageHosts: [],
    frameHosts: [],
    search: true,
    cards: false,
    checks: {},
    feedId: "example.org",
    ...fields,
  };
}

export function sampleTerm(taxonomy: Term["taxonomy"], ...path: readonly string[]): Term {
  const parent = path.length > 1 ? sampleTerm(taxonomy, ...path.slice(0, -1)) : undefined;
  return { taxonomy, name: path.at(-1) ?? "", path, url: toPermalink(taxonomy, ...path.map(toSlug)), parent };
}

export function sampleArchive(term: Term, posts: readonly Post[], children: readonly TermArchive[] = []): TermArchive {
  return { url: term.url, term, posts, children };
}

const unread = { lang: "en", aliases: [], comments: "open", noindex: false } as const;

export function samplePost(id: string, fields: Partial<Post> = {}): Post {
  const slug = toSlug(id);
  return {
    ...unread,
    kind: "post",
    id,
    slug,
    url: toPermalink("posts", slug),
    title: `Title of ${id}`,
    date: time("2026-03-01T09:00:00"),
    status: "published",
    pinned: false,
    categories: [],
    tags: [],
    authors: [sampleAuthor("Ada")],
    source: { file: `posts/${id}.md`, path: `${id}.md`, body: "", bodyLine: 1 },
    ...fields,
  };
}

export function samplePage(id: string, fields: Partial<Page> = {}): Page {
  return {
    ...unread,
    kind: "page",
    draft: false,
    id,
    slug: toSlug(id),
    url: toPermalink(id),
    title: `Title of ${id}`,
    source: { file: `pages/${id}.md`, path: `${id}.md`, body: "", bodyLine: 1 },
    ...fields,
  };
}

export function sampleBlog(fields: Partial<Blog> = {}): Blog {
  return {
    site: sampleSite(),
    posts: [],
    drafts: [],
    scheduled: [],
    pages: [],
    categories: [],
    tags: [],
    authors: [],
    series: new Map(),
    years: [],
    neighbours: new Map(),
    translations: new Map(),
    published: new Set(),
    redirects: [],
    threads: new Map(),
    isJoinable: false,
    ...fields,
  };
}

export function sampleRendered(html: string, fields: Partial<Rendered> = {}): Rendered {
  const safe = asSafeHtml(html);
  const nothing = { parts: [], excerptParts: [], headings: [], placeLinks: [], outsideLinks: [], problems: [] };
  return { html: safe, firstParagraph: "", words: 0, characters: 0, ...nothing, ...fields };
}

export function time(iso: string, zone = "utc"): DateTime {
  return DateTime.fromISO(iso, { zone });
}

/** What pages may ask of a conversation that there is none of. */
export const silence = {
  threadOf: () => undefined,
  latestComments: () => [],
  bodyOf: ({ html }: { readonly html: string }) => asSafeHtml(html),
  textOf: ({ html }: { readonly html: string }) => html.replace(/<[^>]*>/g, ""),
  avatarOf: () => undefined,
};
