import { join } from "node:path";
import { withoutSilenced } from "../checks/apply-levels.ts";
import { toAddressPlaces, toFieldPlaces, type FieldPlaces } from "../content/field-places.ts";
import { findLostUrls, toLostUrlProblems, type LostUrl } from "../content/lost-urls.ts";
import type { UrlHistory } from "../content/url-history.ts";
import type { Blog } from "../content/blog.ts";
import type { LinkTargets } from "../content/link-resolver.ts";
import type { Page, Post } from "../content/post.ts";
import { isError, sortProblems, type Problem } from "../lib/problem.ts";
import type { OpenCache } from "../files/cache.ts";
import { asPermalink } from "../lib/permalink.ts";
import { createMarkdown } from "../markdown/create-markdown.ts";
import { createRelated } from "../taxonomy/related/related-posts.ts";
import type { CardStore } from "./cards/card-store.ts";
import { openCards } from "./cards/open-cards.ts";
import { createCommentStore, type CommentStore } from "./comment-store.ts";
import { reserveIds } from "./reserve-ids.ts";
import { toDisplayPath, type BlogFolder } from "./blog-folder.ts";
import { bundleAssets, type BundledAssets } from "./bundle-assets.ts";
import { createContentStore, type ContentStore } from "./content-store.ts";
import { enginePath } from "./engine.ts";
import { toMarkdownVersion } from "./engine-version.ts";
import { createImageStore, createOriginals, type ImageStore } from "./image-store.ts";
import { toAddresses } from "./keep-urls.ts";
import { readOverrides } from "./overrides.ts";
import { loadBlog, type LoadedBlog, type LoadOptions } from "./load-blog.ts";
import type { PageContext } from "../content/page-context.ts";
import { loadStrings } from "./load-strings.ts";
import { createMarkdownTools } from "./markdown-tools.ts";
import { openResultPack } from "./result-pack.ts";
import { findSharedRoutes, loadRoutes, type ImportPage, type RoutesByFile } from "./page-modules.ts";
import { makeSearchIndex, type SearchIndex } from "./search-index.ts";
import { findEngineFiles, findPublicFiles, type StaticFiles } from "./static-files.ts";

/** All that is known of a site before its first page is rendered. */
export type SitePlan = {
  readonly context: PageContext;
  readonly routes: RoutesByFile;
  readonly content: ContentStore;
  readonly images: ImageStore;
  readonly cards: CardStore;
  readonly comments: CommentStore;
  /** Pictures of the conversation, shown or not: path in `comments/` to path on the disk. */
  readonly commentMedia: ReadonlyMap<string, string>;
  readonly bundle: BundledAssets;
  readonly staticFiles: StaticFiles;
  /** Made when it is first asked for, which must not be before all texts are rendered. */
  readonly searchIndex: () => Promise<SearchIndex>;
  /** Writes down what rendering took long to make; once all texts are rendered. */
  readonly keepResults: () => void;
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
  /** A check renders drafts and waiting posts too. */
  readonly rendersWithheld?: boolean;
};

/** Loads a blog, finds every address of its site and prepares the rendering of its Markdown. */
export async function planSite(options: PlanOptions): Promise<SitePlan> {
  const loaded = await loadBlog(options);
  const { blog } = loaded;
  const overrides = await readOverrides(options.folder.overrides);
  const pack = openResultPack(options.cache, toMarkdownVersion());
  const { folder, cache, importPage } = options;
  const [routes, strings, bundle, tools, cards] = await Promise.all([
    loadRoutes(blog, options.importPage),
    loadStrings({ data: options.folder.data, language: blog.site.language, importPage: options.importPage }),
    bundleAssets(options.folder.theme, blog.site),
    createMarkdownTools(bodiesOf(blog, options.rendersWithheld), pack),
    openCards({ blog, theme: folder.theme, cache, importPage }),
  ]);
  const files = findStaticFiles(options.folder);
  const targets = findTargets(loaded, routes, files.all);
  const markdown = createMarkdown(tools);
  const images =
    options.mode === "production" ? createImageStore(blog.site, options.cache) : createOriginals(blog.site);
  const content = createContentStore({
    markdown,
    images,
    targets,
    labelsOf: (lang) => strings.stringsOf(lang).markdown,
    reservedIdsOf: (entry) => reserveIds(blog, entry),
  });
  const comments = createCommentStore({ blog, media: loaded.commentMedia });
  const lost = options.mode === "production" ? findLost(loaded, routes) : [];
  const placeOf = toFieldPlaces(loaded.places);
  const shared = findSharedRoutes(routes, files.owned, toAddressPlaces(placeOf, [...blog.posts, ...blog.pages]));
  const context = toContext(loaded, { strings, bundle, content, cards, comments, mode: options.mode });
  return {
    context,
    routes,
    content,
    images,
    cards,
    comments,
    commentMedia: loaded.commentMedia,
    bundle,
    staticFiles: files.all,
    ownFiles: files.owned,
    searchIndex: prepareSearchIndex(context, options),
    keepResults: pack.save,
    ...(loaded.history && { history: loaded.history }),
    loaded,
    lost,
    placeOf,
    problems: sortProblems([
      ...loaded.problems,
      ...strings.problems,
      ...cards.problems,
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
export async function renderAll(
  { context, content, keepResults }: SitePlan,
  onProgress: (done: number, total: number) => void,
): Promise<Problem[]> {
  const entries = [...context.blog.posts, ...context.blog.pages];
  for (const [index, entry] of entries.entries()) {
    onProgress(index, entries.length);
    content.problemsOf(entry);
    // Pictures are looked at and encoded meanwhile, if only they get a turn.
    if (index % 20 === 19) await new Promise((resolve) => setImmediate(resolve));
  }
  await content.settle();
  keepResults();
  return entries.flatMap((entry) => content.problemsOf(entry));
}

/** The same a few at a time, so that requests are answered in between; undefined when `isStale` stops it. */
export async function renderInTurns(
  { context, content, keepResults }: SitePlan,
  isStale: () => boolean,
): Promise<Problem[] | undefined> {
  const { posts, pages } = context.blog;
  const problems: Problem[] = [];
  for (const entry of [...posts, ...pages]) {
    await new Promise((resolve) => setImmediate(resolve));
    if (isStale()) return undefined;
    problems.push(...content.problemsOf(entry));
  }
  keepResults();
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

type Parts = Pick<SitePlan, "bundle" | "content" | "cards" | "comments"> &
  Pick<PlanOptions, "mode"> & { readonly strings: Pick<PageContext, "stringsOf"> };

function toContext(
  { blog, giscus }: LoadedBlog,
  { strings, bundle, content, cards, comments, mode }: Parts,
): PageContext {
  const { contentOf, imageOf } = content;
  const { usedMedia: _, ...conversation } = comments;
  const { assets, paper } = bundle;
  const { stringsOf } = strings;
  const { cardOf } = cards;
  const made = { mode, assets, paper, stringsOf, contentOf, imageOf, cardOf, relatedOf: createRelated(blog.posts) };
  return { blog, site: blog.site, ...made, ...conversation, ...(giscus && { giscus }) };
}

function prepareSearchIndex(context: PageContext, { cache, folder }: PlanOptions): SitePlan["searchIndex"] {
  const settings = toDisplayPath(folder.data ? join(folder.data, "site.ts") : enginePath("package.json"));
  let index: Promise<SearchIndex> | undefined;
  return () => (index ??= makeSearchIndex({ context, cache, settings }));
}

/** What will be rendered: a check renders what is not out yet as well. */
function bodiesOf({ posts, scheduled, drafts, pages }: Blog, isWhole = false): string[] {
  const entries = isWhole ? [...posts, ...scheduled, ...drafts, ...pages] : [...posts, ...pages];
  return entries.map(({ source }) => source.body);
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
    publicFiles: new Map([...files].map(([path, file]) => [asPermalink(`/${path}`), file])),
    media: new Map([...loaded.media].map(([path, file]) => [path, { url: asPermalink(`/media/${path}`), file }])),
    imageHosts: site.imageHosts,
  };
}

function toEntryPath({ kind, source }: Post | Page): string {
  return `${kind}s/${source.path}`;
}
