/** What somebody said below a post or page. */
export type SearchComment = {
  /** Fragment of its permalink. */
  readonly anchor: string;
  /** Empty where none was given. */
  readonly name: string;
  readonly text: string;
};

/** One post or page as the index takes it. */
export type SearchRecord = {
  /** Percent-encoded, without the base path: the index is the same wherever the blog lives. */
  readonly url: string;
  readonly lang: string;
  /** A small HTML document of what is to be found. */
  readonly html: string;
  /** `20260311`; nothing for a page without a date. */
  readonly day?: number;
  /** Paths of categories, each with those above it: `Teams`, `Teams/Onboarding`. */
  readonly categories: readonly string[];
  readonly tags: readonly string[];
};
