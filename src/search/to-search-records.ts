import type { DateTime } from "luxon";
import { isFindable } from "../content/is-findable.ts";
import type { PageContext } from "../content/page-context.ts";
import type { Page, Post } from "../content/post.ts";
import { toLineage, type Term } from "../content/term.ts";
import { encodePath } from "../lib/permalink.ts";
import { toSearchDocument } from "./search-document.ts";
import type { SearchComment, SearchRecord } from "./search-record.ts";
import { toTermKey } from "./term-key.ts";

/** What the index is made from. */
export type SearchSources = Pick<PageContext, "blog" | "contentOf"> & {
  /** Everything that is visible below an entry, in reading order. */
  readonly commentsOf: (entry: Post | Page) => readonly SearchComment[];
};

/**
 * Everything that can be found: published posts, newest first, then standing pages; no lists, no drafts, nothing that
 * says `noindex`. One at a time, because all texts of a large blog together would fill the memory.
 */
export function* toSearchRecords(sources: SearchSources): Generator<SearchRecord> {
  const { posts, pages } = sources.blog;
  for (const entry of [...posts, ...pages]) if (isFindable(entry)) yield toSearchRecord(entry, sources);
}

function toSearchRecord(entry: Post | Page, { contentOf, commentsOf }: SearchSources): SearchRecord {
  const { title, description, lang, date } = entry;
  const categories = entry.kind === "post" ? withAncestors(entry.categories) : [];
  const tags = entry.kind === "post" ? entry.tags : [];
  const authors = entry.kind === "post" ? entry.authors.map(({ name }) => name) : [];
  const names = [...categories, ...tags].map(({ name }) => name);
  const html = toSearchDocument({
    lang,
    title,
    description,
    body: contentOf(entry).html,
    meta: { terms: names.join(", "), authors: authors.join(", ") },
    comments: commentsOf(entry),
  });
  return {
    url: encodePath(entry.url),
    lang,
    html,
    ...(date && { day: toDay(date) }),
    categories: categories.map(toTermKey),
    tags: tags.map(toTermKey),
  };
}

function withAncestors(categories: readonly Term[]): Term[] {
  return [...new Map(categories.flatMap(toLineage).map((term) => [term.url, term])).values()];
}

function toDay({ year, month, day }: DateTime): number {
  return year * 10_000 + month * 100 + day;
}
