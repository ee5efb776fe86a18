import type { EntryThread } from "../comments/entry-thread.ts";
import type { GiscusSettings } from "../comments/giscus-settings.ts";
import type { Voice } from "../comments/latest-comments.ts";
import type { Comment, CommentAuthor } from "../comments/thread.ts";
import type { Blog } from "./blog.ts";
import type { Page, Post } from "./post.ts";
import type { Site } from "./site.ts";
import type { SafeHtml } from "../lib/safe-html.ts";
import type { Part, Rendered } from "../markdown/rendered.ts";

/** Hrefs of what the engine bundles, with base path and content hash. */
export type Assets = {
  readonly styles: string;
  /** Style sheets of what not every page has. */
  readonly sheets: Readonly<Record<Part, string>>;
  readonly script: string;
  /** The live comment embed, loaded when it is asked for. */
  readonly giscus: string;
  /** The embed's own theme, read by the giscus frame from another origin. */
  readonly giscusTheme: string;
};

/** The picture that front matter names: href and, where it could be measured, pixels. */
export type EntryImage = {
  readonly src: string;
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
};

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
  readonly giscus?: GiscusSettings;
  readonly contentOf: (entry: Post | Page) => Rendered;
  readonly imageOf: (entry: Post | Page) => EntryImage | undefined;
};
