import { withoutSilenced } from "../checks/apply-levels.ts";
import type { Blog } from "../content/blog.ts";
import { toAddressPlaces, toFieldPlaces, type FieldPlaces } from "../content/field-places.ts";
import { findLostUrls, toLostUrlProblems, type LostUrl } from "../content/lost-urls.ts";
import type { UrlHistory } from "../content/url-history.ts";
import type { LinkTargets } from "../content/link-resolver.ts";
import type { Page, Post } from "../content/post.ts";
import { isError, sortProblems, type Problem } from "../lib/problem.ts";
import type { OpenCache } from "../files/cache.ts";
import { asPermalink } from "../lib/permalink.ts";
import { createHighlighter, findLanguages } from "../markdown/highlighter.ts";
import { createMarkdown } from "../markdown/create-markdown.ts";
import { createCommentStore, type CommentStore } from "./comment-store.ts";
import { reserveIds } from "./reserve-ids.ts";
import type { BlogFolder } from "./blog-folder.ts";
import { readOverrides } from "./overrides.ts";
import { bundleAssets, type BundledAssets } from "./bundle-assets.ts";
import { createContentStore, type ContentStore } from "./content-store.ts";
import { toAddresses } from "./keep-urls.ts";
import { loadBlog, type LoadedBlog, type LoadOptions } from "./load-blog.ts";
import type { PageContext } from "../content/page-context.ts";
import { findSharedRoutes, loadRoutes, type ImportPage, type RoutesByFile } from "./page-modules.ts";
import { findEngineFiles, findPublicFiles, type StaticFiles } from "./static-files.ts";

/** All that is known of a site before its first page is rendered. */
export type SitePlan = {
  readonly context: PageContext;
  readonly routes: RoutesByFile;
  readonly content: ContentStore;
  readonly comments: CommentStore;
  /** Pictures of the conversation, shown or not: path in `comments/` to path on the disk. */
  readonly commentMedia: ReadonlyMap<string, string>;
  readonly bundle: BundledAssets;
  readonly staticFiles: StaticFiles;
  /** Those among them that are the owner's. */
  readonly ownFiles: StaticFiles;
  readonly history?: UrlHistory;
  readonly loaded: LoadedBlog;
  readonly placeOf: FieldPlaces;
  /** Addresses that were published and that this site would not answer. */
  readonly lost: readonly LostUrl[];
  readonly problems: readonly Problem[];
};

export type PlanOptions = LoadOptions & {
  readonly mode: PageContext["mode"];
  readonly importPage: ImportPage;
  readonly cache: OpenCache;
};

/** Loads a blog, finds every address of its site and prepares the rendering of its Markdown. */
export async function planSite(options: PlanOptions): Promise<SitePlan> {
  const loaded = await loadBlog(options);
  const { blog } = loaded;
  const overrides = await readOverrides(options.folder.overrides);
  const [routes, bundle, highlighter] = await Promise.all([
    loadRoutes(blog, options.importPage),
    bundleAssets(options.folder.theme, blog.site),
    createHighlighter(languagesOf(blog)),
  ]);
  const files = findStaticFiles(options.folder);
  const targets = findTargets(loaded, routes, files.all);
  const markdown = createMarkdown({ highlighter });
  const content = createContentStore({ markdown, targets, reservedIdsOf: (entry) => reserveIds(blog, entry) });
  const comments = createCommentStore({ blog, media: loaded.commentMedia });
  const lost = options.mode === "production" ? findLost(loaded, routes) : [];
  const placeOf = toFieldPlaces(loaded.places);
  const shared = findSharedRoutes(routes, files.owned, toAddressPlaces(placeOf, [...blog.posts, ...blog.pages]));
  return {
    context: toContext(loaded, { bundle, content, comments, mode: options.mode }),
    routes,
    content,
    comments,
    commentMedia: loaded.commentMedia,
    bundle,
    staticFiles: files.all,
    ownFiles: files.owned,
    ...(loaded.history && { history: loaded.history }),
    loaded,
    lost,
    placeOf,
    problems: sortProblems([
      ...loaded.problems,
      ...shared,
      ...(loaded.history ? toLostUrlProblems(lost, loaded.history, placeOf) : []),
      ...overrides.problems,
    ]),
  };
}

function findLost({ history, blog, draftPages, uncertainty }: LoadedBlog, routes: RoutesByFile): LostUrl[] {
  if (!history) return [];
  return findLostUrls({ history, blog, routes: toAddresses(routes), draftPages, isOpen: uncertainty.isOpen });
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

/** Without what the owner or an author has switched off. */
export function withoutSilencedOf({ context }: SitePlan, problems: readonly Problem[]): readonly Problem[] {
  const { posts, scheduled, drafts, pages } = context.blog;
  return withoutSilenced(problems, context.site, [...posts, ...scheduled, ...drafts, ...pages]);
}

/** Errors first stop a build; warnings alone do not. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(isError);
}

type Parts = Pick<SitePlan, "bundle" | "content" | "comments"> & Pick<PlanOptions, "mode">;

function toContext({ blog, giscus }: LoadedBlog, { bundle, content, comments, mode }: Parts): PageContext {
  const { contentOf, imageOf } = content;
  const { usedMedia: _, ...conversation } = comments;
  const { assets } = bundle;
  return { blog, site: blog.site, mode, assets, contentOf, imageOf, ...conversation, ...(giscus && { giscus }) };
}

/** Also of what is not out yet: a check renders it too. */
function languagesOf({ posts, scheduled, drafts, pages }: Blog): Set<string> {
  return new Set(
    [...posts, ...scheduled, ...drafts, ...pages].flatMap(({ source }) => [...findLanguages(source.body)]),
  );
}

function findStaticFiles(folder: BlogFolder): { readonly all: StaticFiles; readonly owned: StaticFiles } {
  const owned = findPublicFiles(folder);
  return { all: new Map([...findEngineFiles(), ...owned]), owned };
}

function findTargets(loaded: LoadedBlog, routes: RoutesByFile, files: StaticFiles): LinkTargets {
  const { posts, pages, site } = loaded.blog;
  const entries = new Map([...posts, ...pages].map((entry) => [toEntryPath(entry), entry.url]));
  return {
    base: site,
    entries,
    withheld: new Set(loaded.sources.filter((path) => !entries.has(path))),
    open: loaded.uncertainty,
    routes: new Set([...toAddresses(routes), ...[...files.keys()].map((path) => asPermalink(`/${path}`))]),
    media: new Map([...loaded.media].map(([path, file]) => [path, { url: asPermalink(`/media/${path}`), file }])),
    imageHosts: site.imageHosts,
  };
}

function toEntryPath({ kind, source }: Post | Page): string {
  return `${kind}s/${source.path}`;
}
