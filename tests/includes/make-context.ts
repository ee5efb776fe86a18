import { DateTime } from "luxon";
import { createStringsOf, languages } from "../../_includes/strings/to-strings.ts";
import type { PageContext } from "../../src/content/page-context.ts";
import { latestComments } from "../../src/comments/latest-comments.ts";
import { indexThreads } from "../../src/comments/thread-index.ts";
import type { Thread } from "../../src/comments/thread.ts";
import type { Author } from "../../src/content/author.ts";
import type { Blog } from "../../src/content/blog.ts";
import { threadOf } from "../../src/content/conversation.ts";
import type { Post } from "../../src/content/post.ts";
import type { Site } from "../../src/content/site.ts";
import type { Term } from "../../src/content/term.ts";
import { toPermalink } from "../../src/lib/permalink.ts";
import { asSafeHtml } from "../../src/lib/safe-html.ts";
import { toSlug } from "../../src/lib/slug.ts";
import type { Rendered } from "../../src/markdown/rendered.ts";

const ines: Author = { key: "ines", name: "Ines", slug: toSlug("ines"), permalink: toPermalink("authors", "ines") };

export function makeSite(settings: Partial<Site> = {}): Site {
  return {
    title: "The Long Table",
    description: "A small magazine.",
    url: "https://table.example/",
    origin: "https://table.example",
    basePath: "",
    language: "en",
    timezone: "UTC",
    permalink: "/posts/:slug/",
    defaultCategory: "Notes",
    author: ines,
    nav: [],
    pageSize: 10,
    feedSize: 20,
    imageHosts: [],
    frameHosts: [],
    search: false,
    cards: false,
    checks: {},
    feedId: "table.example",
    ...settings,
  };
}

export function makeTerm(taxonomy: Term["taxonomy"], ...path: readonly string[]): Term {
  const above = path.slice(0, -1);
  return {
    taxonomy,
    name: path.at(-1) ?? "",
    path,
    url: toPermalink(taxonomy, ...path.map(toSlug)),
    ...(above.length > 0 && { parent: makeTerm(taxonomy, ...above) }),
  };
}

export function makePost(settings: Partial<Post> = {}): Post {
  const id = settings.id ?? "hello";
  return {
    kind: "post",
    id,
    slug: toSlug(id),
    url: toPermalink("posts", id),
    title: id,
    date: DateTime.utc(2024, 3, 11),
    status: "published",
    pinned: false,
    categories: [makeTerm("categories", "Notes")],
    tags: [],
    authors: [ines],
    aliases: [],
    lang: "en",
    comments: "open",
    noindex: false,
    source: { file: `posts/${id}.md`, path: `${id}.md`, body: "", bodyLine: 1 },
    ...settings,
  };
}

export function makeRendered(settings: Partial<Rendered> = {}): Rendered {
  return {
    html: asSafeHtml("<p>Text.</p>"),
    parts: [],
    excerptParts: [],
    firstParagraph: "Text.",
    headings: [],
    placeLinks: [],
    outsideLinks: [],
    words: 1,
    characters: 0,
    problems: [],
    ...settings,
  };
}

type ContextSettings = Partial<PageContext> & { readonly threads?: readonly Thread[] };

export function makeContext(posts: readonly Post[], settings: ContextSettings = {}): PageContext {
  const { threads = [], ...rest } = settings;
  const site = settings.site ?? makeSite();
  const blog: Blog = {
    site,
    posts,
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
    threads: indexThreads(threads),
    isJoinable: settings.giscus !== undefined,
  };
  return {
    blog,
    site,
    mode: "production",
    assets: {
      styles: "/assets/main.css",
      postStyles: "/assets/reading.css",
      sheets: {
        blocks: "/assets/blocks.css",
        notes: "/assets/notes.css",
        contents: "/assets/contents.css",
        code: "/assets/code.css",
        math: "/assets/math.css",
        diagrams: "/assets/diagrams.css",
        images: "/assets/images.css",
      },
      script: "/assets/main.js",
      giscus: "/assets/giscus.js",
      giscusTheme: "/assets/giscus-theme.css",
      feedStyles: "/assets/feed.css",
    },
    stringsOf: createStringsOf(languages, site.language),
    contentOf: () => makeRendered(),
    imageOf: () => undefined,
    cardOf: () => undefined,
    relatedOf: () => [],
    threadOf: (entry) => threadOf(blog, entry),
    latestComments: (limit) => latestComments(blog, limit),
    bodyOf: ({ html }) => asSafeHtml(html),
    textOf: ({ html }: { readonly html: string }) => html.replace(/<[^>]*>/g, ""),
    avatarOf: () => undefined,
    ...rest,
  };
}

export const giscus = {
  repo: "owner/name",
  repoId: "R_1",
  category: "Posts",
  categoryId: "DIC_1",
  host: "https://giscus.app",
};
