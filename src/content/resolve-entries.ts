import type { DateTime } from "luxon";
import { toPermalink, type Permalink } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { toSlug } from "../lib/slug.ts";
import type { Author } from "./author.ts";
import type { ParsedEntry } from "./parsed-entry.ts";
import type { CommentsMode, Entry, Page, Post, PostStatus } from "./post.ts";
import { toPostUrl } from "./post-url.ts";
import type { AuthorSettings, TermRegister } from "./registers.ts";
import { resolveAuthors, type AuthorIndex } from "./resolve-authors.ts";
import { resolveTerms, type TermIndex } from "./resolve-terms.ts";
import type { Site } from "./site.ts";
import { toSourceKey } from "./source-path.ts";

type ResolverInput = {
  readonly site: Site;
  readonly terms: TermRegister;
  readonly authors: ReadonlyMap<string, AuthorSettings>;
  readonly now: DateTime;
};

/** Turns parsed files into posts and pages, in the light of all the others. */
export type Resolver = {
  readonly site: Site;
  readonly toPost: (parsed: ParsedEntry) => Post;
  readonly toPage: (parsed: ParsedEntry) => Page;
  readonly problems: readonly Problem[];
};

export function createResolver(input: ResolverInput, posts: readonly ParsedEntry[]): Resolver {
  const { terms, now, site: settings } = input;
  const tags = resolveTerms("tags", posts, terms.tags);
  const categories = resolveTerms("categories", posts, terms.categories, [settings.defaultCategory]);
  const authors = resolveAuthors(posts, input.authors, settings.author.key);
  const site = { ...settings, author: authors.find(settings.author.key) ?? settings.author };
  return {
    site,
    toPost: (parsed) => toPost(parsed, { site, tags, categories, authors, now }),
    toPage: (parsed) => toPage(parsed, site.language),
    problems: [...tags.problems, ...categories.problems, ...authors.problems],
  };
}

type Registers = {
  readonly site: Site;
  readonly tags: TermIndex;
  readonly categories: TermIndex;
  readonly authors: AuthorIndex;
  readonly now: DateTime;
};

function toPost(parsed: ParsedEntry, { site, tags, categories, authors, now }: Registers): Post {
  const { values, slug } = parsed;
  // A post without a date is compared with the others, but never published.
  const date = values.date ?? now;
  const named = findTerms(categories, values.categories ?? []);
  const own = named.length > 0 ? named : findTerms(categories, [site.defaultCategory]);
  const category = own[0]?.url.replace(/^\/categories\/|\/$/g, "") ?? "";
  return {
    ...toEntry(parsed, site.language, "open"),
    kind: "post",
    url: toPostUrl(site.permalink, { slug, date, category }),
    date,
    status: toStatus(values.draft, date, now),
    pinned: values.pinned ?? false,
    categories: own,
    tags: findTerms(tags, values.tags ?? []),
    authors: findAuthors(values, authors, site.author),
    ...(values.series && { series: values.series }),
  };
}

function toPage(parsed: ParsedEntry, language: string): Page {
  const { date, draft } = parsed.values;
  return {
    ...toEntry(parsed, language, "none"),
    kind: "page",
    url: toPageUrl(parsed),
    draft: draft ?? false,
    ...(date && { date }),
  };
}

function toEntry(
  { values, slug, source, locate }: ParsedEntry,
  language: string,
  comments: CommentsMode,
): Omit<Entry, "url"> {
  const { description, updated, image, translationOf, toc, silence } = values;
  return {
    id: values.id ?? slug,
    slug,
    title: values.title,
    aliases: (values.aliases ?? []).flatMap((alias) => alias ?? []),
    lang: values.lang ?? language,
    comments: values.comments ?? comments,
    noindex: values.noindex ?? false,
    source,
    ...(description && { description }),
    ...(updated && { updated }),
    ...(image && { image: { ...image, ...locate(["image"]) } }),
    ...(translationOf && { translationOf }),
    ...(toc !== undefined && { toc }),
    ...(silence && { silence }),
  };
}

function toPageUrl({ source, slug }: ParsedEntry): Permalink {
  const folders = toSourceKey(source.path).split("/").slice(0, -1);
  return toPermalink(...folders.map(toSlug), slug);
}

function toStatus(draft: boolean | undefined, date: DateTime, now: DateTime): PostStatus {
  if (draft) return "draft";
  return date > now ? "scheduled" : "published";
}

function findTerms(index: TermIndex, names: readonly string[]) {
  return [...new Set(names.flatMap((name) => index.find(name) ?? []))];
}

function findAuthors({ author, authors }: ParsedEntry["values"], index: AuthorIndex, fallback: Author) {
  const find = (names: readonly string[] = []) => [...new Set(names.flatMap((name) => index.find(name) ?? []))];
  return [find(authors), find(author), [fallback]].find((found) => found.length > 0) ?? [fallback];
}
