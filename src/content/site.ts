import type { BaseUrl } from "../lib/permalink.ts";
import type { Author } from "./author.ts";
import type { Repository } from "./repository.ts";

export type CheckLevel = "error" | "warning" | "off";

export type NavItem = { readonly label: string; readonly url: string };

/** The owner's settings, validated and complete. */
export type Site = BaseUrl & {
  readonly title: string;
  readonly description: string;
  /** The blog's address with its base path and a trailing slash. */
  readonly url: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA name; dates without an offset are in it. */
  readonly timezone: string;
  /** Pattern of a post's URL with `:slug :year :month :day :category`. */
  readonly permalink: string;
  readonly defaultCategory: string;
  /** Who wrote the posts that name nobody. */
  readonly author: Author;
  readonly nav: readonly NavItem[];
  /** Posts on one page of a list. */
  readonly pageSize: number;
  /** Entries in one feed. */
  readonly feedSize: number;
  readonly imageHosts: readonly string[];
  readonly frameHosts: readonly string[];
  readonly search: boolean;
  readonly cards: boolean;
  readonly repository?: Repository | undefined;
  /** What `npm run check` makes of its findings, by id, where the owner wants it otherwise. */
  readonly checks: Readonly<Record<string, CheckLevel>>;
  /** Host in the entry ids of feeds; keep the old one when the blog moves to another domain. */
  readonly feedId: string;
};
