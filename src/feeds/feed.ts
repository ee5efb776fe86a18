/** A person as feeds name them. */
export type FeedAuthor = { readonly name: string; readonly url?: string; readonly avatar?: string };

/** `term` is unique within `scheme`, the address of the list of all its terms. */
export type FeedCategory = { readonly term: string; readonly scheme: string; readonly label: string };

/** One entry in the terms that Atom and JSON Feed share. Addresses are absolute, times ISO 8601. */
export type FeedEntry = {
  /** The same for ever, see `toEntryId`. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** The full content; every address in it is absolute. */
  readonly html: string;
  readonly summary?: string;
  readonly image?: string;
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly FeedAuthor[];
  readonly categories: readonly FeedCategory[];
  readonly lang: string;
};

/** One feed in both formats. Addresses are absolute, times ISO 8601. */
export type Feed = {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly lang: string;
  /** The page that the feed follows. */
  readonly homeUrl: string;
  readonly atomUrl: string;
  /** Undefined: there is no such feed. */
  readonly jsonUrl?: string;
  readonly author: FeedAuthor;
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
};
