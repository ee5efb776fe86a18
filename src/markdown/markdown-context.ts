import type { ImagePlace } from "../content/image-place.ts";
import type { Labels } from "./labels.ts";

/** What a link in the source leads to. `warning` is for the author; the link stays as the resolver returns it. */
export type ResolvedLink = {
  readonly href: string;
  readonly external: boolean;
  /** It leads nowhere for now: its words stand without it. */
  readonly isDead?: boolean;
  readonly warning?: { readonly id: string; readonly message: string; readonly remedy: string };
};

/** `undefined` source: the image is not there, and its alt text is shown in its place. */
export type ResolvedImage = {
  readonly src?: string;
  readonly width?: number;
  readonly height?: number;
  /** The same picture for browsers that know better formats, best first. */
  readonly sources?: readonly ImageSource[];
  /** Of sources with more than one width. */
  readonly sizes?: string;
  /** The picture as large as anybody needs it; absent where there is no more to see. */
  readonly large?: string;
  /** Full address of an image on another host, which is linked to instead of shown. */
  readonly remote?: string;
  readonly warning?: { readonly id: string; readonly message: string; readonly remedy: string };
};

/** One format of a picture. */
export type ImageSource = { readonly type: string; readonly srcset: string };

/** One that is there. */
export type FoundImage = ResolvedImage & { readonly src: string };

/** Where an image is shown; `itself`: by the very file that the author chose, in a `srcset` of their own. */
export type ImageUse = ImagePlace | "itself";

/** What one text needs to be rendered: where it stands and how its addresses are resolved. */
export type MarkdownContext = {
  /** For problems. */
  readonly file: string;
  /** Line of the file on which the text begins, from 1. */
  readonly firstLine: number;
  /** BCP 47; decides quotation marks. */
  readonly language: string;
  /** In that language, or one that the reader may know. */
  readonly labels: Labels;
  /** Prefix of footnote ids, unique on the blog. */
  readonly documentId: string;
  /** Ids that the page itself uses; headings that would take one are numbered on. */
  readonly reservedIds: readonly string[];
  /** Asked for every address except `#…`, as the author wrote it: perhaps percent-encoded, perhaps not. The answer is encoded. */
  readonly resolveLink: (href: string) => ResolvedLink;
  /** As `resolveLink`. */
  readonly resolveImage: (src: string, use: ImageUse) => ResolvedImage;
};
