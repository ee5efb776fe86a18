import { basename, dirname, join } from "node:path";
import type { DateTime } from "luxon";
import { parseGiscus } from "../comments/parse-giscus.ts";
import type { GiscusSettings } from "../comments/giscus-settings.ts";
import type { Thread } from "../comments/thread.ts";
import { findOrphans, indexThreads } from "../comments/thread-index.ts";
import type { Blog } from "../content/blog.ts";
import { buildBlog, type BuiltBlog } from "../content/build-blog.ts";
import { parseSite, settingKeys } from "../content/parse-site.ts";
import { parseRedirects, type RedirectRegister } from "../content/redirect-register.ts";
import { parseAuthors, parseTerms } from "../content/registers.ts";
import type { SourceFile } from "../content/source-file.ts";
import { parseUrlHistory, type UrlHistory } from "../content/url-history.ts";
import { selectSources } from "../content/source-path.ts";
import { createUncertainty, type Uncertainty } from "../content/uncertainty.ts";
import { listFiles } from "../files/read-folder.ts";
import { isError, type Problem } from "../lib/problem.ts";
import { readSource, type BlogFolder } from "./blog-folder.ts";
import { addEmulatedThreads, isConfigured, type EmulatedPlace } from "./emulated-place.ts";
import { loadThreads } from "./load-threads.ts";
import { readSettings } from "./read-settings.ts";

export type LoadOptions = {
  readonly folder: BlogFolder;
  readonly now: DateTime;
  /** Lists show drafts and scheduled posts too. */
  readonly preview: boolean;
  /** Replaces the address of the settings. */
  readonly siteUrl?: string | undefined;
  readonly giscusHost?: string | undefined;
  /** The dev server's emulator, for a blog without a repository. */
  readonly emulated?: EmulatedPlace | undefined;
};

export type LoadedBlog = {
  readonly blog: Blog;
  readonly giscus?: GiscusSettings;
  /** Where the blog remembers its addresses. */
  readonly history?: UrlHistory;
  /** Files beside posts and pages that are no Markdown: path in the blog folder to path on the disk. */
  readonly media: ReadonlyMap<string, string>;
  /** Pictures of the conversation: path in `comments/` to path on the disk. */
  readonly commentMedia: ReadonlyMap<string, string>;
  /** Where the keys of each file's front matter stand. */
  readonly places: BuiltBlog["places"];
  readonly draftPages: BuiltBlog["draftPages"];
  /** Posts and pages that mistakes keep off the site. */
  readonly faulty: BuiltBlog["faulty"];
  readonly uncertainty: Uncertainty;
  /** The settings as they are written. */
  readonly settings?: { readonly file: string; readonly text: string };
  readonly authors: ReturnType<typeof parseAuthors>;
  readonly redirects: RedirectRegister;
  /** Threads by the file that they are in, as problems name it. */
  readonly threadFiles: ReadonlyMap<string, Thread>;
  /** Texts of threads with mistakes, by post id. */
  readonly unreadThreads: ReadonlyMap<string, string>;
  /** Every post and page file, by path in the blog folder, right or wrong. */
  readonly sources: readonly string[];
  readonly problems: readonly Problem[];
};

/** Reads a blog folder into the model, with the problems of all its files. */
export async function loadBlog(options: LoadOptions): Promise<LoadedBlog> {
  const { folder } = options;
  const registers = await readRegisters(options);
  const { settings, site, authors, terms, redirects, giscus, emulation } = registers;
  const posts = readEntries("posts", folder.posts);
  const pages = readEntries("pages", folder.pages);
  const urls = parseUrlHistory(readHistory(folder));
  const stored = loadThreads(folder.comments);
  const threads = emulation ? addEmulatedThreads(stored, emulation) : stored;
  const built = buildBlog({
    posts: posts.sources,
    pages: pages.sources,
    site: site.site,
    terms: terms.value,
    authors: authors.value,
    now: options.now.setZone(site.site.timezone),
    preview: options.preview,
    published: new Set(urls.history?.lines.keys()),
    redirects: redirects.value,
    threads: indexThreads([...threads.byFile.values()]),
    isJoinable: giscus.settings !== undefined,
  });
  const { blog, places, draftPages, faulty } = built;
  const wrongSettings = settings.problems.some(isError) ? new Set(settingKeys) : site.wrong;
  const uncertainty = createUncertainty({ site: site.site, wrongSettings, terms, authors, redirects, faulty });
  const orphans = { problems: findOrphans(threads.byFile, [...built.ids, ...faulty.map(({ id }) => id)]) };
  const parts = [settings, site, authors, terms, redirects, giscus, urls, built, threads, orphans];
  return {
    blog,
    places,
    draftPages,
    faulty,
    uncertainty,
    authors,
    redirects,
    ...(giscus.settings && { giscus: giscus.settings }),
    ...(urls.history && { history: urls.history }),
    ...(settings.source && { settings: settings.source }),
    sources: [...posts.sources.map(({ path }) => `posts/${path}`), ...pages.sources.map(({ path }) => `pages/${path}`)],
    media: new Map([...posts.media, ...pages.media]),
    commentMedia: threads.media,
    threadFiles: threads.byFile,
    unreadThreads: stored.unread,
    problems: parts.flatMap(({ problems }) => problems).filter((problem) => !uncertainty.isConsequence(problem)),
  };
}

/** What the owner settles in `_data/`. */
async function readRegisters({ folder, siteUrl, giscusHost, emulated }: LoadOptions) {
  const settings = folder.data ? await readSettings(join(folder.data, "site.ts")) : { problems: [] };
  const authors = parseAuthors(readData(folder, "authors.json"));
  const terms = parseTerms(readData(folder, "terms.json"));
  const site = parseSite(settings.source, authors.value, siteUrl);
  const redirects = parseRedirects(readData(folder, "redirects.json"), site.site);
  const emulation = isConfigured(folder) ? undefined : emulated;
  const giscus = emulation
    ? { settings: emulation.settings, problems: [] }
    : parseGiscus(readData(folder, "giscus.json"), giscusHost);
  return { settings, site, authors, terms, redirects, giscus, emulation };
}

function readHistory({ urls }: BlogFolder): SourceFile | undefined {
  return urls === undefined ? undefined : readSource(dirname(urls), basename(urls));
}

function readData({ data }: BlogFolder, name: string): SourceFile | undefined {
  return data === undefined ? undefined : readSource(data, name);
}

function readEntries(kind: "posts" | "pages", folder: string | undefined) {
  const paths = folder === undefined ? [] : listFiles(folder);
  const sources = selectSources(paths, kind).flatMap((path) => (folder && readSource(folder, path)) || []);
  const media = paths
    .filter((path) => folder !== undefined && isMedia(path))
    .map((path) => [`${kind}/${path.normalize("NFC")}`, join(folder ?? "", path)] as const);
  return { sources, media };
}

// The engine's own page templates lie beside the owner's standing pages.
function isMedia(path: string): boolean {
  return !/\.(?:md|markdown|tsx?)$/i.test(path) && !path.split("/").some((segment) => /^[_.]/.test(segment));
}
