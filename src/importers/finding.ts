/** What sort of thing it is that the new blog cannot say as the old one did. */
export type FindingKind =
  | "shortcode"
  | "block"
  | "html"
  | "embed"
  | "link"
  | "image"
  | "media"
  | "words"
  | "date"
  | "url"
  | "term"
  | "author"
  | "menu"
  | "meta"
  | "comment"
  | "template"
  | "front-matter"
  | "setting"
  | "source"
  | "file";

export type FindingOutcome =
  | "kept as HTML"
  | "kept as text"
  | "translated"
  | "repaired"
  | "changed"
  | "moved"
  | "dropped"
  | "left as it was";

/** One thing of the source that is not in the new blog as it was, for the report. */
export type Finding = {
  readonly kind: FindingKind;
  /** As it stands in the source, cut to one line: `[soundcloud url="…"]`. */
  readonly found: string;
  readonly outcome: FindingOutcome;
  /** Line of the item's own text, from 1. */
  readonly line?: number;
  /** Why, or what the owner may want to do. A sentence. */
  readonly note?: string;
};
