import type { Blog } from "../content/blog.ts";
import type { LinkTargets } from "../content/link-resolver.ts";
import type { Page, Post } from "../content/post.ts";
import { isError, sortProblems, type Problem } from "../lib/problem.ts";
import { asPermalink } from "../lib/permalink.ts";
import { createHighlighter, findLanguages } from "../markdown/highlighter.ts";
import { createMarkdown } from "../markdown/create-markdown.ts";
import { reservedIds } from "../content/reserved-ids.ts";
import type { BlogFolder } from "./blog-folder.ts";
import { bundleAssets, type BundledAssets } from "./bundle-assets.ts";
import { createContentStore, type ContentStore } from "./content-store.ts";
import { loadBlog, type LoadedBlog, type LoadOptions } from "./load-blog.ts";
import type { PageContext } from "./page-context.ts";
import { findSharedRoutes, loadRoutes, type ImportPage, type RoutesByFile } from "./page-modules.ts";
import { findEngineFiles, findPublicFiles, type StaticFiles } from "./static-files.ts";

/** All that is known of a site before its first page is rendered. */
export type SitePlan = {
  readonly context: PageContext;
  readonly routes: RoutesByFile;
  readonly content: ContentStore;
  readonly bundle: BundledAssets;
  readonly staticFiles: StaticFiles;
  readonly problems: readonly Problem[];
};

export type PlanOptions = LoadOptions & { readonly mode: PageContext["mode"]; readonly importPage: ImportPage };

/** Loads a blog, finds every address of its site and prepares the rendering of its Markdown. */
export async function planSite(options: PlanOptions): Promise<SitePlan> {
  const loaded = await loadBlog(options);
  const { blog } = loaded;
  const [routes, bundle, highlighter] = await Promise.all([
    loadRoutes(blog, options.importPage),
    bundleAssets(options.folder.theme, blog.site),
    createHighlighter(languagesOf(blog)),
  ]);
  const files = findStaticFiles(options.folder);
  const targets = findTargets(loaded, routes, files.all);
  const content = createContentStore(createMarkdown({ highlighter }), targets, reservedIds);
  const shared = findSharedRoutes(routes, files.owned.keys());
  return {
    context: toContext(loaded, bundle, content, options.mode),
    routes,
    content,
    bundle,
    staticFiles: files.all,
    problems: sortProblems([...loaded.problems, ...shared]),
  };
}

/** Renders the Markdown of everything that will be published; the problems are the authors'. */
export function renderAll(
  { context, content }: SitePlan,
  onProgress: (done: number, total: number) => void,
): Problem[] {
  const entries = [...context.blog.posts, ...context.blog.pages];
  return entries.flatMap((entry, index) => {
    onProgress(index, entries.length);
    return content.problemsOf(entry);
  });
}

/** The same a few at a time, so that requests are answered in between; undefined when `isStale` stops it. */
export async function renderInTurns(
  { context, content }: SitePlan,
  isStale: () => boolean,
): Promise<Problem[] | undefined> {
  const { posts, pages } = context.blog;
  const problems: Problem[] = [];
  for (const entry of [...posts, ...pages]) {
    await new Promise((resolve) => setImmediate(resolve));
    if (isStale()) return undefined;
    problems.push(...content.problemsOf(entry));
  }
  return problems;
}

/** Errors first stop a build; warnings alone do not. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(isError);
}

function toContext(
  { blog, giscus }: LoadedBlog,
  { assets }: BundledAssets,
  { contentOf, imageOf }: ContentStore,
  mode: PageContext["mode"],
): PageContext {
  return { blog, site: blog.site, mode, assets, contentOf, imageOf, ...(giscus && { giscus }) };
}

function languagesOf({ posts, pages }: Blog): Set<string> {
  return new Set([...posts, ...pages].flatMap(({ source }) => [...findLanguages(source.body)]));
}

function findStaticFiles(folder: BlogFolder): { readonly all: StaticFiles; readonly owned: StaticFiles } {
  const owned = findPublicFiles(folder);
  return { all: new Map([...findEngineFiles(), ...owned]), owned };
}

function findTargets(loaded: LoadedBlog, routes: RoutesByFile, files: StaticFiles): LinkTargets {
  const { posts, pages, site } = loaded.blog;
  const addresses = [...routes.values()].flatMap((own) => own.map(({ permalink }) => permalink));
  const entries = new Map([...posts, ...pages].map((entry) => [toEntryPath(entry), entry.url]));
  return {
    base: site,
    entries,
    withheld: new Set(loaded.sources.filter((path) => !entries.has(path))),
    routes: new Set([...addresses, ...[...files.keys()].map((path) => asPermalink(`/${path}`))]),
    media: new Map([...loaded.media].map(([path, file]) => [path, { url: asPermalink(`/media/${path}`), file }])),
    imageHosts: site.imageHosts,
  };
}

function toEntryPath({ kind, source }: Post | Page): string {
  return `${kind}s/${source.path}`;
}
