import { toPermalink } from "../lib/permalink.ts";
import type { AuthorArchive, Neighbours, Series, TermArchive, YearArchive } from "./blog.ts";
import type { Post } from "./post.ts";
import { toLineage, type Taxonomy, type Term } from "./term.ts";

/** Newest first; posts of one instant by id, so that the order never depends on the disk. */
export function sortPosts(posts: readonly Post[]): Post[] {
  return [...posts].sort((a, b) => b.date.toMillis() - a.date.toMillis() || (a.id < b.id ? -1 : 1));
}

/** The tree of a taxonomy's terms that have posts, by name; a parent has its descendants' posts, each once. */
export function groupByTerm(posts: readonly Post[], taxonomy: Taxonomy, language: string): TermArchive[] {
  const groups = new Map<Term, Post[]>();
  for (const post of posts) {
    const terms = new Set(post[taxonomy].flatMap(toLineage));
    for (const term of terms) pushTo(groups, term, post);
  }
  const children = new Map<Term | undefined, Term[]>();
  for (const term of groups.keys()) pushTo(children, term.parent, term);
  const { compare } = new Intl.Collator(language);
  const build = (parent: Term | undefined): TermArchive[] =>
    (children.get(parent) ?? [])
      .sort((a, b) => compare(a.name, b.name) || (a.name < b.name ? -1 : 1))
      .map((term) => ({ url: term.url, term, posts: groups.get(term) ?? [], children: build(term) }));
  return build(undefined);
}

export function groupByAuthor(posts: readonly Post[], language: string): AuthorArchive[] {
  const groups = new Map<string, Post[]>();
  for (const post of posts) for (const author of post.authors) pushTo(groups, author.key, post);
  const { compare } = new Intl.Collator(language);
  return [...groups]
    .flatMap(([key, own]) => {
      const author = own[0]?.authors.find((candidate) => candidate.key === key);
      return author ? [{ url: author.permalink, author, posts: own }] : [];
    })
    .sort((a, b) => compare(a.author.name, b.author.name) || (a.url < b.url ? -1 : 1));
}

/** Years and their months, newest first, as the blog's time zone counts them. */
export function groupByYear(posts: readonly Post[]): YearArchive[] {
  const years = new Map<number, Map<number, Post[]>>();
  for (const post of posts) {
    const { year, month } = post.date;
    const months = years.get(year) ?? new Map<number, Post[]>();
    years.set(year, months);
    pushTo(months, month, post);
  }
  return [...years].map(([year, months]) => ({
    year,
    url: toPermalink("archive", String(year).padStart(4, "0")),
    posts: [...months.values()].flat(),
    months: [...months].map(([month, own]) => ({ year, month, url: toMonthUrl(year, month), posts: own })),
  }));
}

function toMonthUrl(year: number, month: number) {
  return toPermalink("archive", String(year).padStart(4, "0"), String(month).padStart(2, "0"));
}

/** By name; oldest post first, as a series is read. Parts of one instant are in the order of their files' names. */
export function groupBySeries(posts: readonly Post[]): Map<string, Series> {
  const groups = new Map<string, Post[]>();
  for (const post of posts) if (post.series) pushTo(groups, post.series, post);
  return new Map([...groups].map(([name, own]) => [name, { name, posts: own.sort(byPart) }]));
}

const fileNames = new Intl.Collator("en", { numeric: true });

function byPart({ date: a, source: one }: Post, { date: b, source: other }: Post): number {
  return a.toMillis() - b.toMillis() || fileNames.compare(one.path, other.path) || (one.path < other.path ? -1 : 1);
}

export function findNeighbours(posts: readonly Post[]): Map<string, Neighbours> {
  return new Map(
    posts.map((post, index) => {
      const next = posts[index - 1];
      const previous = posts[index + 1];
      return [post.id, { ...(previous && { previous }), ...(next && { next }) }];
    }),
  );
}

function pushTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
