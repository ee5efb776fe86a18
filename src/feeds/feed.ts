/** A person as feeds name them. */
export type FeedAuthor = { readonly name: string; readonly url?: string; readonly avatar?: string };

/** `term` is unique within `scheme`, the address of the list of all its terms. */
export type FeedCategory = { readonly term: string; readonly scheme: string; readonly label: string };

/** RFC 4685: what an entry answers; `url` is its page. */
export type FeedReply = { readonly id: string; readonly url: string };

/** RFC 4685: where the answers to an entry can be followed, how many there are and when the newest came. */
export type FeedReplies = { readonly feedUrl: string; readonly count: number; readonly updated?: string };

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
  readonly inReplyTo?: FeedReply;
  readonly replies?: FeedReplies;
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
