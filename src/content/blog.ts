import type { EntryThread } from "../comments/entry-thread.ts";
import type { Permalink } from "../lib/permalink.ts";
import type { Author } from "./author.ts";
import type { Page, Post } from "./post.ts";
import type { OwnRedirect } from "./redirect-register.ts";
import type { Site } from "./site.ts";
import type { Term } from "./term.ts";

/** A list of posts with an address of its own; newest first. */
export type Archive = { readonly url: Permalink; readonly posts: readonly Post[] };

/** A category lists its descendants' posts too. */
export type TermArchive = Archive & { readonly term: Term; readonly children: readonly TermArchive[] };

export type AuthorArchive = Archive & { readonly author: Author };

export type MonthArchive = Archive & { readonly year: number; readonly month: number };

export type YearArchive = Archive & { readonly year: number; readonly months: readonly MonthArchive[] };

/** Oldest first: the order in which a series is read. */
export type Series = { readonly name: string; readonly posts: readonly Post[] };

/** `previous` is older, `next` is newer. */
export type Neighbours = { readonly previous?: Post; readonly next?: Post };

/** One text in several languages: the original first, where it is to be seen, then by language. */
export type Translations = { readonly original?: Post | Page; readonly entries: readonly (Post | Page)[] };

/** Everything that the pages are made of; immutable, read once per build. */
export type Blog = {
  readonly site: Site;
  /** What the lists show, newest first; outside production drafts and scheduled posts are among them. */
  readonly posts: readonly Post[];
  readonly drafts: readonly Post[];
  /** Next due first. */
  readonly scheduled: readonly Post[];
  readonly pages: readonly Page[];
  /** The roots of the tree, by name. */
  readonly categories: readonly TermArchive[];
  /** By name. */
  readonly tags: readonly TermArchive[];
  readonly authors: readonly AuthorArchive[];
  readonly series: ReadonlyMap<string, Series>;
  /** Newest first. */
  readonly years: readonly YearArchive[];
  /** By post id. */
  readonly neighbours: ReadonlyMap<string, Neighbours>;
  /** By the id of each post and page that is there in another language too. */
  readonly translations: ReadonlyMap<string, Translations>;
  /** Addresses that the blog ever had, as far as it remembers: those of `urls.txt`. */
  readonly published: ReadonlySet<Permalink>;
  /** Old addresses beside the aliases of posts and pages: those of `_data/redirects.json`. */
  readonly redirects: readonly OwnRedirect[];
  /** By the id of the post or page; ask `threadOf`, which knows where the author wants none. */
  readonly threads: ReadonlyMap<string, EntryThread>;
  /** Whether readers can say something: giscus is set up. */
  readonly isJoinable: boolean;
};

/** The archive and all below it, parents first. */
export function withDescendants(archive: TermArchive): TermArchive[] {
  return [archive, ...archive.children.flatMap(withDescendants)];
}
