import { withDescendants, type Blog } from "../content/blog.ts";
import { isFindable } from "../content/is-findable.ts";
import type { Page, Post } from "../content/post.ts";
import { absoluteUrl, toFilePermalink, toPermalink } from "../lib/permalink.ts";
import type { Permalink } from "../lib/permalink.ts";
import { escapeHtml } from "../lib/safe-html.ts";
import { toAlternates } from "./alternates.ts";
import { toIsoTime } from "./iso-time.ts";

/** One file of the sitemap, its `<url>` or `<sitemap>` elements made already. */
type SitemapFile = {
  readonly permalink: Permalink;
  readonly kind: "urlset" | "sitemapindex";
  readonly elements: readonly string[];
};

/** The protocol's limits on one file; a test brings smaller ones. */
type SitemapLimits = { readonly urls: number; readonly bytes: number };

const protocolLimits: SitemapLimits = { urls: 50_000, bytes: 50 * 1024 * 1024 };

/**
 * `/sitemap.xml`. Where one file cannot hold all, it becomes the index of `/sitemap-2.xml`, `/sitemap-3.xml` and so
 * on: crawlers keep the address that they know.
 */
export function toSitemapFiles(blog: Blog, limits: SitemapLimits = protocolLimits): SitemapFile[] {
  const first = toFilePermalink(toPermalink(), "sitemap.xml");
  const [whole = [], ...more] = chunk(toUrlElements(blog), limits);
  if (more.length === 0) return [{ permalink: first, kind: "urlset", elements: whole }];
  const parts = [whole, ...more].map((elements, index): SitemapFile => {
    return { permalink: toFilePermalink(toPermalink(), `sitemap-${index + 2}.xml`), kind: "urlset", elements };
  });
  const index = parts.map((part) => `<sitemap><loc>${toLocation(blog, part.permalink)}</loc></sitemap>`);
  return [{ permalink: first, kind: "sitemapindex", elements: index }, ...parts];
}

export function toSitemapXml(file: SitemapFile): string {
  return [toOpening(file), ...file.elements, `</${file.kind}>`, ""].join("\n");
}

function toOpening({ kind, elements }: SitemapFile): string {
  const isTranslated = elements.some((element) => element.includes("<xhtml:link "));
  const xhtml = isTranslated ? ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' : "";
  return `<?xml version="1.0" encoding="utf-8"?>\n<${kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${xhtml}>`;
}

/** `lastmod` only where it is known: a list changes for more reasons than its newest post. */
function toUrlElements(blog: Blog): string[] {
  const entries = new Map<Permalink, Post | Page | undefined>();
  for (const url of listUrls(blog)) entries.set(url, undefined);
  for (const entry of [...blog.posts, ...blog.pages]) {
    if (isFindable(entry)) entries.set(entry.url, entry);
  }
  return [...entries].map(([url, entry]) => {
    const time = entry?.updated ?? entry?.date;
    const lastmod = time ? `<lastmod>${toIsoTime(time)}</lastmod>` : "";
    const translations = entry ? toTranslationLinks(blog, entry) : "";
    return `<url><loc>${toLocation(blog, url)}</loc>${lastmod}${translations}</url>`;
  });
}

function toTranslationLinks({ site, translations }: Blog, entry: Post | Page): string {
  return toAlternates(site, entry, translations.get(entry.id))
    .map(({ hreflang, href }) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${escapeHtml(href)}"/>`)
    .join("");
}

/** The home page and the first page of every list that has something in it. */
function listUrls(blog: Blog): Permalink[] {
  return [
    toPermalink(),
    ...withIndex("categories", blog.categories.flatMap(withDescendants)),
    ...withIndex("tags", blog.tags),
    ...withIndex("authors", blog.authors),
    ...withIndex(
      "archive",
      blog.years.flatMap((year) => [year, ...year.months]),
    ),
  ];
}

function withIndex(folder: string, lists: readonly { readonly url: Permalink }[]): Permalink[] {
  return lists.length > 0 ? [toPermalink(folder), ...lists.map((list) => list.url)] : [];
}

function toLocation({ site }: Blog, permalink: Permalink): string {
  return escapeHtml(absoluteUrl(site, permalink));
}

/** An element is ASCII, because addresses are percent-encoded: its length is its size in bytes. */
function chunk(elements: readonly string[], limits: SitemapLimits): string[][] {
  const frame = 200;
  const chunks: string[][] = [];
  let room = 0;
  for (const element of elements) {
    const last = chunks.at(-1);
    room -= element.length + 1;
    if (last && room >= 0 && last.length < limits.urls) {
      last.push(element);
    } else {
      chunks.push([element]);
      room = limits.bytes - frame - element.length - 1;
    }
  }
  return chunks;
}
