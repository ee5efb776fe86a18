import type { Finding } from "../../finding.ts";
import type { UrlRow } from "../../import-source.ts";
import type { ItemHead } from "./item-head.ts";
import type { Moment } from "./moments.ts";
import type { OldPermalink } from "./old-permalinks.ts";

/** A post or page that will be written, before it has its place. */
export type Candidate = {
  readonly head: ItemHead;
  readonly kind: "post" | "page";
  readonly visibility: "public" | "draft";
  readonly moment: Moment | undefined;
  readonly link: OldPermalink | undefined;
  /** Slug path of its first category, for `:category`. */
  readonly category: string;
  readonly findings: readonly Finding[];
};

/** Where a post or page will be. */
export type Placed = Candidate & {
  readonly id: string;
  readonly slug: string;
  /** Of its file, in the blog folder. */
  readonly path: string;
  /** Raw, without the base path. */
  readonly url: string;
};

/** The language of a text, where it is not the blog's, and the id of what it was translated from. */
export type Language = { readonly lang?: string; readonly translationOf?: string };

/**
 * What the conversion of a post or page needs of the plan. Its head is not in it: there may be tens of thousands, and
 * the item itself is at hand by then.
 */
export type EntryPlan = Pick<Placed, "kind" | "visibility" | "moment" | "id" | "slug" | "path" | "url" | "findings"> & {
  readonly key: string;
  /** Where its address names a category. */
  readonly link: OldPermalink | undefined;
  readonly language: Language | undefined;
  /** Old addresses that lead to it. */
  readonly aliases: readonly string[];
  /** What became of those that are no aliases. */
  readonly urls: readonly UrlRow[];
};
