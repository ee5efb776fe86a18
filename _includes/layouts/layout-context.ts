import type { EntryThread } from "../../src/comments/entry-thread.ts";
import type { Voice } from "../../src/comments/latest-comments.ts";
import type { Comment, CommentAuthor } from "../../src/comments/thread.ts";
import type { Blog } from "../../src/content/blog.ts";
import type { Page, Post } from "../../src/content/post.ts";
import type { Site } from "../../src/content/site.ts";
import type { SafeHtml } from "../../src/lib/safe-html.ts";
import type { Rendered } from "../../src/markdown/rendered.ts";

/** What a layout needs besides its subject; `PageContext` of `src/eleventy` fits. */
export type LayoutContext = {
  readonly blog: Blog;
  readonly site: Site;
  readonly mode: "production" | "development";
  readonly assets: LayoutAssets;
  readonly giscus?: ConversationSettings;
  readonly contentOf: (entry: Post | Page) => Rendered;
  readonly imageOf: (entry: Post | Page) => Picture | undefined;
  readonly threadOf: (entry: Post | Page) => EntryThread | undefined;
  readonly latestComments: (limit: number) => readonly Voice[];
  readonly bodyOf: (comment: Comment) => SafeHtml;
  readonly textOf: (comment: Comment) => string;
  readonly avatarOf: (author: CommentAuthor) => string | undefined;
};

export type LayoutAssets = {
  readonly styles: string;
  readonly script: string;
  readonly giscus: string;
  readonly giscusTheme: string;
};

export type ConversationSettings = {
  readonly repo: string;
  readonly repoId: string;
  readonly category: string;
  readonly categoryId: string;
  readonly host: string;
};

/** `src` is an href. */
export type Picture = { readonly src: string; readonly alt: string; readonly width?: number; readonly height?: number };
