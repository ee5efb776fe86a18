import type { GiscusSettings } from "../comments/giscus-settings.ts";
import type { Blog } from "../content/blog.ts";
import type { Page, Post } from "../content/post.ts";
import type { Site } from "../content/site.ts";
import type { Rendered } from "../markdown/rendered.ts";

/** Hrefs of what the engine bundles, with base path and content hash. */
export type Assets = {
  readonly styles: string;
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

/** What a page may ask for while it is rendered. */
export type PageContext = {
  readonly blog: Blog;
  readonly site: Site;
  /** Development shows drafts, scheduled posts and hints for the owner. */
  readonly mode: "production" | "development";
  readonly assets: Assets;
  readonly giscus?: GiscusSettings;
  readonly contentOf: (entry: Post | Page) => Rendered;
  readonly imageOf: (entry: Post | Page) => EntryImage | undefined;
};

export type { GiscusSettings };
