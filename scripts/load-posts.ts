import { DateTime } from "luxon";
import type { Page, Post } from "../src/content/post.ts";
import { findBlogFolder, type BlogFolder } from "../src/eleventy/blog-folder.ts";
import type { EmulatedPlace } from "../src/eleventy/emulated-place.ts";
import { loadBlog, type LoadedBlog } from "../src/eleventy/load-blog.ts";
import type { SyncPost } from "../src/github/sync/sync-options.ts";
import { absoluteUrl } from "../src/lib/permalink.ts";

export type BlogForGithub = {
  readonly folder: BlogFolder;
  /** `comments/` */
  readonly comments: string;
  readonly loaded: LoadedBlog;
  readonly entries: readonly (Post | Page)[];
};

/** The blog without its threads: there may be more of them than fits into memory, and sync reads one at a time. */
export async function loadPosts(blog: string | undefined, emulated?: EmulatedPlace): Promise<BlogForGithub> {
  const { comments = "comments", ...folder } = findBlogFolder({ blog });
  const now = DateTime.utc();
  const loaded = await loadBlog({ folder, now, preview: true, giscusHost: process.env.GISCUS_HOST, emulated });
  return {
    folder,
    comments: emulated?.comments ?? comments,
    loaded,
    entries: [...loaded.blog.posts.toReversed(), ...loaded.blog.pages],
  };
}

/** Posts and pages as sync wants them, oldest first. */
export function toSyncPosts({ loaded, entries }: BlogForGithub): SyncPost[] {
  return entries.map((entry) => ({
    id: entry.id,
    title: entry.title,
    url: absoluteUrl(loaded.blog.site, entry.url),
    excerpt: async () => entry.description ?? toFirstParagraph(entry),
    isOpen: entry.comments === "open" && (entry.kind === "post" ? entry.status === "published" : !entry.draft),
  }));
}

/** Markdown is loaded when it is needed: most runs make no discussion, and its parts are large. */
async function toFirstParagraph({ id, lang, source: { file, body, bodyLine } }: Post | Page): Promise<string> {
  const { createMarkdown } = await import("../src/markdown/create-markdown.ts");
  const { createHighlighter } = await import("../src/markdown/highlighter.ts");
  const { noLabels } = await import("../src/markdown/labels.ts");
  const markdown = createMarkdown({ highlighter: await createHighlighter([]) });
  const place = { file, firstLine: bodyLine, language: lang, labels: noLabels, documentId: id, reservedIds: [] };
  const unresolved = { resolveLink: (href: string) => ({ href, external: true }), resolveImage: () => ({}) };
  return markdown.render(body, { ...place, ...unresolved }).firstParagraph;
}

/** Logins of the blog's authors who name their GitHub page, and of the repository's owner. */
export function findOwners({ blog }: LoadedBlog, repo: string): Set<string> {
  const urls = [blog.site.author, ...blog.authors.map(({ author }) => author)].map(({ url }) => url ?? "");
  const logins = urls.flatMap((url) => /^https:\/\/github\.com\/([\w-]+)\/?$/i.exec(url)?.[1] ?? []);
  return new Set([...logins, repo.split("/")[0] ?? ""].map((login) => login.toLowerCase()));
}
