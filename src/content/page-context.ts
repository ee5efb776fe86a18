import type { StringsOf } from "../../_includes/strings/strings.ts";
import type { EntryThread } from "../comments/entry-thread.ts";
import type { GiscusSettings } from "../comments/giscus-settings.ts";
import type { Voice } from "../comments/latest-comments.ts";
import type { Comment, CommentAuthor } from "../comments/thread.ts";
import type { Blog } from "./blog.ts";
import type { Page, Post } from "./post.ts";
import type { Site } from "./site.ts";
import type { SafeHtml } from "../lib/safe-html.ts";
import type { ImageSource } from "../markdown/markdown-context.ts";
import type { Part, Rendered } from "../markdown/rendered.ts";
import type { SocialImage } from "../seo/open-graph.ts";
import type { Paper } from "../seo/paper.ts";

/** Script and style sheet of a kind of page that is not like the others. */
export type PageAssets = { readonly script: string; readonly styles: string };

/** Hrefs of what the engine bundles, with base path and content hash. */
export type Assets = {
  readonly styles: string;
  /** The same for posts and standing pages, without what only lists need. */
  readonly postStyles: string;
  /** Style sheets of what not every page has. */
  readonly sheets: Readonly<Record<Part, string>>;
  readonly script: string;
  /** Of the search page, where there is one. */
  readonly search?: PageAssets;
  /** Where the blog has old addresses such as `/?p=12`: what leads on, and the parameters that it is for. */
  readonly oldAddresses?: { readonly script: string; readonly names: readonly string[] };
  /** The live comment embed, loaded when it is asked for. */
  readonly giscus: string;
  /** The embed's own theme, read by the giscus frame from another origin. */
  readonly giscusTheme: string;
  /** For feeds that are opened in a browser. */
  readonly feedStyles: string;
};

/**
 * The picture that front matter names: href and, where it could be measured, pixels; JPEG or PNG unless it is a drawing
 * or moves. Only where it leads the front page does it have `sources` in other formats.
 */
export type EntryImage = {
  readonly src: string;
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
  readonly sources: readonly ImageSource[];
  readonly sizes?: string;
};

/** As what an entry goes out, unless it says otherwise, or as the first of the front page. */
export type EntryImageUse = "shared" | "lead";

/** What a page may ask of the conversation. */
export type ConversationContext = {
  /** Undefined where nothing was said, or where the author wants no thread. */
  readonly threadOf: (entry: Post | Page) => EntryThread | undefined;
  /** Visible comments of the whole blog, newest first. */
  readonly latestComments: (limit: number) => readonly Voice[];
  /** Sanitized, with the addresses of its images. */
  readonly bodyOf: (comment: Comment) => SafeHtml;
  /** Its own words, on one line. */
  readonly textOf: (comment: Comment) => string;
  /** The href of a picture that is there. */
  readonly avatarOf: (author: CommentAuthor) => string | undefined;
};

/** What a page may ask for while it is rendered. */
export type PageContext = ConversationContext & {
  readonly blog: Blog;
  readonly site: Site;
  /** Development shows drafts, scheduled posts and hints for the owner. */
  readonly mode: "production" | "development";
  readonly assets: Assets;
  /** The words of the interface. */
  readonly stringsOf: StringsOf;
  /** The owner's `--paper`, where it can be read. */
  readonly paper?: Paper | undefined;
  readonly giscus?: GiscusSettings;
  readonly contentOf: (entry: Post | Page) => Rendered;
  readonly imageOf: (entry: Post | Page, use?: EntryImageUse) => EntryImage | undefined;
  /** The card for sharing an entry, or the blog as a whole; undefined where the owner wants none. */
  readonly cardOf: (entry?: Post | Page) => SocialImage | undefined;
  /** At most three posts that say something alike, most alike first. */
  readonly relatedOf: (post: Post) => readonly Post[];
};
