/** What a link in the source leads to. `warning` is for the author; the link stays as the resolver returns it. */
export type ResolvedLink = {
  readonly href: string;
  readonly external: boolean;
  readonly warning?: { readonly id: string; readonly message: string; readonly remedy: string };
};

/** `undefined` source: the image is not there, and its alt text is shown in its place. */
export type ResolvedImage = {
  readonly src?: string;
  readonly width?: number;
  readonly height?: number;
  readonly warning?: { readonly id: string; readonly message: string; readonly remedy: string };
};

/** What one text needs to be rendered: where it stands and how its addresses are resolved. */
export type MarkdownContext = {
  /** For problems. */
  readonly file: string;
  /** Line of the file on which the text begins, from 1. */
  readonly firstLine: number;
  /** BCP 47; decides quotation marks. */
  readonly language: string;
  /** Prefix of footnote ids, unique on the blog. */
  readonly documentId: string;
  /** Ids that the page itself uses; headings that would take one are numbered on. */
  readonly reservedIds: readonly string[];
  /** Asked for every address except `#…`, as the author wrote it: perhaps percent-encoded, perhaps not. The answer is encoded. */
  readonly resolveLink: (href: string) => ResolvedLink;
  /** As `resolveLink`. */
  readonly resolveImage: (src: string) => ResolvedImage;
};
