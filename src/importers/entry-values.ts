/** The front matter of a post or page to be written; what is undefined, or an empty list, is left out. */
export type EntryValues = {
  readonly title: string;
  /** `2012-05-01 09:30:00 +0200`, or without time or offset where the source has none. */
  readonly date?: string | undefined;
  readonly updated?: string | undefined;
  readonly id?: string | undefined;
  readonly slug?: string | undefined;
  readonly description?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly draft?: boolean | undefined;
  readonly pinned?: boolean | undefined;
  readonly noindex?: boolean | undefined;
  readonly toc?: boolean | undefined;
  readonly image?: { readonly src: string; readonly alt?: string } | undefined;
  /** Raw paths from `/` on, or with a query: `/?p=12`. */
  readonly aliases?: readonly string[] | undefined;
  readonly series?: string | undefined;
  readonly lang?: string | undefined;
  /** Id of the original. */
  readonly translationOf?: string | undefined;
  readonly comments?: boolean | "closed" | undefined;
};
