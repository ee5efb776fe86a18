/** What the text of an item may ask for. */
export type ContentContext = {
  /** A picture, sound or film of the library; undefined for what the export does not have. */
  readonly attachmentOf: (id: string) => ContentAttachment | undefined;
  /** Ids of the item's own pictures, in menu order. */
  readonly attached: readonly string[];
  /** JSON of the meta `footnotes`, or empty. */
  readonly footnotes: string;
  /** The text of a reusable block (an item of type `wp_block`). */
  readonly blockOf?: (id: string) => string | undefined;
};

export type ContentAttachment = {
  readonly url: string;
  readonly alt: string;
  /** HTML. */
  readonly caption: string;
  readonly title: string;
  readonly mime?: string;
};
