// What the build and the browser both speak of; nothing is imported, because the browser has no Node.

/** Of one result: its day as `20260311` or 0, and its categories and tags as positions in the lists. */
export type PageFacets = readonly [day: number, categories: readonly number[], tags: readonly number[]];

/**
 * What results can be narrowed by, in one file: Pagefind's own filters are a file a filter and language, differ from
 * run to run, and count only what all filters together leave.
 */
export type Facets = {
  /** In the order in which they are offered. */
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** By the id that Pagefind gives to a result. */
  readonly pages: Readonly<Record<string, PageFacets>>;
};

/** A language of the index. */
export type SearchLanguage = {
  /** As Pagefind names it: in lower case. */
  readonly code: string;
  /** Letters, by a Unicode script's short name, whose words only this language's own search takes apart. */
  readonly script?: string;
  /** Only where it is not the blog's own. */
  readonly dir?: "ltr" | "rtl";
};
