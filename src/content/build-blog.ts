import type { DateTime } from "luxon";
import type { EntryThread } from "../comments/entry-thread.ts";
import type { Permalink } from "../lib/permalink.ts";
import { sortProblems, type Problem } from "../lib/problem.ts";
import { findNeighbours, groupByAuthor, groupBySeries, groupByTerm, groupByYear, sortPosts } from "./archives.ts";
import type { Blog } from "./blog.ts";
import { findDuplicates } from "./duplicates.ts";
import { findFaulty, type FaultyFile } from "./faulty-file.ts";
import { createEntryParser, type ParsedEntry } from "./parsed-entry.ts";
import type { Page, Post, Source } from "./post.ts";
import type { OwnRedirect } from "./redirect-register.ts";
import type { AuthorSettings, TermRegister } from "./registers.ts";
import { createResolver } from "./resolve-entries.ts";
import type { Site } from "./site.ts";
import type { SourceFile } from "./source-file.ts";
import { groupTranslations, resolveTranslations } from "./translations.ts";
import type { Locate } from "./yaml-locator.ts";

/** The files of a blog folder, already read, and what else the model depends on. */
export type BlogInput = {
  readonly posts: readonly SourceFile[];
  readonly pages: readonly SourceFile[];
  readonly site: Site;
  readonly terms: TermRegister;
  readonly authors: ReadonlyMap<string, AuthorSettings>;
  /** Decides which posts are due. */
  readonly now: DateTime;
  /** Lists show drafts and scheduled posts too. */
  readonly preview: boolean;
  /** Addresses that the blog ever had. */
  readonly published: ReadonlySet<Permalink>;
  readonly redirects: readonly OwnRedirect[];
  /** By post id. */
  readonly threads: ReadonlyMap<string, EntryThread>;
  readonly isJoinable: boolean;
};

export type BuiltBlog = {
  readonly blog: Blog;
  /** Of every post and page, published or not, right or wrong. */
  readonly ids: readonly string[];
  /** Where the keys of each file's front matter stand, by its source. */
  readonly places: ReadonlyMap<Source, Locate>;
  /** Outside of a preview they are on no list. */
  readonly draftPages: readonly Page[];
  readonly faulty: readonly FaultyFile[];
  readonly problems: readonly Problem[];
};

/** The whole model, and every problem of every file. Entries with missing or wrong values are left out. */
export function buildBlog(input: BlogInput): BuiltBlog {
  const postFiles = input.posts.map(createEntryParser("post", input.site));
  const pageFiles = input.pages.map(createEntryParser("page", input.site));
  const posts = postFiles.flatMap(({ entry }) => entry ?? []);
  const pages = pageFiles.flatMap(({ entry }) => entry ?? []);
  const resolver = createResolver(input, posts);
  const resolved = {
    posts: posts.map((parsed) => ({ parsed, entry: resolver.toPost(parsed) })),
    pages: pages.map((parsed) => ({ parsed, entry: resolver.toPage(parsed) })),
  };
  const everything = [...resolved.posts, ...resolved.pages];
  const translations = resolveTranslations(everything);
  const problems = [
    ...[...postFiles, ...pageFiles].flatMap((file) => file.problems),
    ...resolver.problems,
    ...findDuplicates(everything, input.site.permalink),
    ...translations.problems,
  ];
  const { originals } = translations;
  const blog = toBlog(resolver.site, { posts: sound(resolved.posts), pages: sound(resolved.pages), originals }, input);
  const places = new Map([...posts, ...pages].map(({ source, locate }) => [source, locate]));
  return {
    blog,
    ids: everything.map(({ entry }) => entry.id),
    places,
    draftPages: sound(resolved.pages).filter(({ draft }) => draft),
    faulty: [...findFaulty("post", input.posts, resolved.posts), ...findFaulty("page", input.pages, resolved.pages)],
    problems: sortProblems(problems),
  };
}

type Resolved<E> = { readonly parsed: ParsedEntry; readonly entry: E };

function sound<E>(resolved: readonly Resolved<E>[]): E[] {
  return resolved.filter(({ parsed }) => parsed.wrong.size === 0).map(({ entry }) => entry);
}

type SoundEntries = {
  readonly posts: readonly Post[];
  readonly pages: readonly Page[];
  readonly originals: ReadonlyMap<string, string>;
};

function toBlog(site: Site, entries: SoundEntries, input: BlogInput): Blog {
  const { preview, published, redirects, threads, isJoinable } = input;
  const sorted = sortPosts(entries.posts);
  const posts = preview ? sorted : sorted.filter(({ status }) => status === "published");
  const pages = preview ? entries.pages : entries.pages.filter(({ draft }) => !draft);
  return Object.freeze({
    site,
    posts,
    drafts: sorted.filter(({ status }) => status === "draft"),
    scheduled: sorted.filter(({ status }) => status === "scheduled").toReversed(),
    pages,
    categories: groupByTerm(posts, "categories", site.language),
    tags: groupByTerm(posts, "tags", site.language),
    authors: groupByAuthor(posts, site.language),
    series: groupBySeries(posts),
    years: groupByYear(posts),
    neighbours: findNeighbours(posts),
    translations: groupTranslations(entries.originals, [...posts, ...pages]),
    published,
    redirects,
    threads,
    isJoinable,
  });
}
