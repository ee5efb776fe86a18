import { join } from "node:path";
import { toAliasPermalink } from "../content/alias.ts";
import { planQueries, toQueryRedirects } from "../content/query-redirects.ts";
import { toFileAddress } from "../content/redirects.ts";
import { toAddressPlaces, toFieldPlaces, type FieldPlaces } from "../content/field-places.ts";
import { findLostUrls, toLostUrlProblems, type LostUrl } from "../content/lost-urls.ts";
import { sortProblems, type Problem } from "../lib/problem.ts";
import type { OpenCache } from "../files/cache.ts";
import { createMarkdown } from "../markdown/create-markdown.ts";
import { createRelated } from "../taxonomy/related/related-posts.ts";
import type { CardStore } from "./cards/card-store.ts";
import { openCards } from "./cards/open-cards.ts";
import { createCommentStore, type CommentStore } from "./comment-store.ts";
import { reserveIds } from "./reserve-ids.ts";
import { toDisplayPath } from "./blog-folder.ts";
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
import { checkRedirects } from "./check-redirects.ts";
import { createMarkdownTools } from "./markdown-tools.ts";
import { openResultPack } from "./result-pack.ts";
import { findSharedRoutes, loadRoutes, type ImportPage, type RoutesByFile } from "./page-modules.ts";
import { makeSearchIndex, type SearchIndex } from "./search-index.ts";
import { findStaticFiles, findTargets } from "./link-targets.ts";
import type { StaticFiles } from "./static-files.ts";

/** All that is known of a site before its first page is rendered. */
export type SitePlan = {
  readonly context: PageContext;
  readonly routes: RoutesByFile;
  readonly content: ContentStore;
  readonly images: ImageStore;
  readonly cards: CardStore;
  readonly comments: CommentStore;
  readonly bundle: BundledAssets;
  readonly staticFiles: StaticFiles;
  /** Made when it is first asked for, which must not be before all texts are rendered. */
  readonly searchIndex: () => Promise<SearchIndex>;
  /** Writes down what rendering took long to make; once all texts are rendered. */
  readonly keepResults: () => void;
  /** Those among them that are the owner's. */
  readonly ownFiles: StaticFiles;
  readonly loaded: LoadedBlog;
  /** Whether components of the owner stand in for ours. */
  readonly hasOverrides: boolean;
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
  const { folder, cache, importPage } = options;
  const overrides = await readOverrides(folder.overrides);
  const pack = openResultPack(cache, toMarkdownVersion());
  const [routes, strings, bundle, tools, cards] = await Promise.all([
    loadRoutes(blog, importPage),
    loadStrings({ data: folder.data, language: blog.site.language, importPage }),
    bundleAssets(folder.theme, blog.site, planQueries(toQueryRedirects(blog))),
    createMarkdownTools(bodiesOf(loaded, options.rendersWithheld), pack),
    openCards({ blog, theme: folder.theme, cache, importPage }),
  ]);
  const files = findStaticFiles(folder);
  const isBuilt = options.mode === "production";
  const images = isBuilt ? createImageStore(blog.site, cache) : createOriginals(blog.site);
  const content = createContentStore({
    markdown: createMarkdown(tools),
    images,
    targets: findTargets(loaded, routes, files.all),
    labelsOf: (lang) => strings.stringsOf(lang).markdown,
    reservedIdsOf: (entry) => reserveIds(blog, entry),
  });
  const comments = createCommentStore({ blog, media: loaded.commentMedia });
  const lost = isBuilt ? findLost(loaded, routes) : [];
  const placeOf = toFieldPlaces(loaded.places);
  const context = toContext(loaded, { strings, bundle, content, cards, comments, mode: options.mode });
  return {
    context,
    routes,
    content,
    images,
    cards,
    comments,
    bundle,
    staticFiles: files.all,
    ownFiles: files.owned,
    searchIndex: prepareSearchIndex(context, options),
    keepResults: pack.save,
    loaded,
    hasOverrides: overrides.sound.size > 0,
    lost,
    placeOf,
    problems: sortProblems([
      ...[loaded, strings, cards, overrides].flatMap(({ problems }) => problems),
      ...checkAddresses({ loaded, routes, files, lost, placeOf }),
    ]),
  };
}

function findLost({ history, blog, draftPages, uncertainty }: LoadedBlog, routes: RoutesByFile): LostUrl[] {
  if (!history) return [];
  return findLostUrls({ history, blog, routes: toAddresses(routes), draftPages, isOpen: uncertainty.isOpen });
}

type Addresses = Pick<SitePlan, "loaded" | "routes" | "lost" | "placeOf"> & {
  readonly files: ReturnType<typeof findStaticFiles>;
};

/** Addresses that two want, that are wrong, or that would be lost. */
function checkAddresses({ loaded, routes, files, lost, placeOf }: Addresses): Problem[] {
  const { posts, pages, redirects } = loaded.blog;
  const shared = findSharedRoutes(routes, files.owned, {
    placeOf: toAddressPlaces(placeOf, [...posts, ...pages]),
    redirects: new Set(redirects.flatMap(({ from }) => [toAliasPermalink(from) ?? from, toFileAddress(from)])),
  });
  const gone = loaded.history ? toLostUrlProblems(lost, loaded.history, placeOf) : [];
  return [...shared, ...checkRedirects(loaded, routes, files.all, placeOf), ...gone];
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

/** What will be rendered: a check renders what is not out yet, or faulty, as well. */
function bodiesOf({ blog, draftPages, faulty }: LoadedBlog, isWhole = false): string[] {
  const { posts, scheduled, drafts, pages } = blog;
  const readable = faulty.flatMap(({ read }) => ("entry" in read ? read.entry : []));
  const withheld = isWhole ? [...scheduled, ...drafts, ...draftPages, ...readable] : [];
  return [...posts, ...pages, ...withheld].map(({ source }) => source.body);
}
