import type { LinkTargets } from "../content/link-resolver.ts";
import type { Page, Post } from "../content/post.ts";
import { asPermalink } from "../lib/permalink.ts";
import type { BlogFolder } from "./blog-folder.ts";
import { toAddresses } from "./keep-urls.ts";
import type { LoadedBlog } from "./load-blog.ts";
import type { RoutesByFile } from "./page-modules.ts";
import { findEngineFiles, findPublicFiles, type StaticFiles } from "./static-files.ts";

/** What is published as it is: all of it, and the owner's part. */
export function findStaticFiles(folder: BlogFolder): { readonly all: StaticFiles; readonly owned: StaticFiles } {
  const owned = findPublicFiles(folder);
  return { all: new Map([...findEngineFiles(), ...owned]), owned };
}

/** What links in Markdown can lead to. */
export function findTargets(loaded: LoadedBlog, routes: RoutesByFile, files: StaticFiles): LinkTargets {
  const { posts, pages, site } = loaded.blog;
  const entries = new Map([...posts, ...pages].map((entry) => [toEntryPath(entry), entry.url]));
  return {
    base: site,
    entries,
    withheld: new Set(loaded.sources.filter((path) => !entries.has(path))),
    open: loaded.uncertainty,
    routes: new Set([...toAddresses(routes), ...[...files.keys()].map((path) => asPermalink(`/${path}`))]),
    publicFiles: new Map([...files].map(([path, file]) => [asPermalink(`/${path}`), file])),
    media: new Map([...loaded.media].map(([path, file]) => [path, { url: asPermalink(`/media/${path}`), file }])),
    imageHosts: site.imageHosts,
  };
}

function toEntryPath({ kind, source }: Post | Page): string {
  return `${kind}s/${source.path}`;
}
