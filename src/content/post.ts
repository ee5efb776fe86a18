import type { DateTime } from "luxon";
import type { Permalink } from "../lib/permalink.ts";
import type { Slug } from "../lib/slug.ts";
import type { Author } from "./author.ts";
import type { Term } from "./term.ts";

/** The Markdown of a post or page and where it came from. */
export type Source = {
  /** Relative to the working directory, for messages. */
  readonly file: string;
  /** Relative to `posts/` or `pages/`, with `/`: `2024/tea/index.md`. */
  readonly path: string;
  readonly body: string;
  /** Line of the file, from 1, on which `body` begins. */
  readonly bodyLine: number;
};

/** `line` and `column` say where front matter names it. */
export type LeadImage = { readonly src: string; readonly alt: string; readonly line: number; readonly column: number };

/** `closed`: the thread is shown, nothing can be pressed. `none`: no thread, count or button. */
export type CommentsMode = "open" | "closed" | "none";

/** What posts and standing pages share. */
export type Entry = {
  /** Identity for ever: threads and feeds hang on it. */
  readonly id: string;
  readonly slug: Slug;
  readonly url: Permalink;
  readonly title: string;
  readonly description?: string;
  readonly updated?: DateTime;
  readonly image?: LeadImage;
  readonly aliases: readonly Permalink[];
  readonly lang: string;
  readonly translationOf?: string;
  readonly comments: CommentsMode;
  readonly noindex: boolean;
  /** Ids of checks that the author wants to hear nothing of. */
  readonly silence?: readonly string[];
  /** Undefined: decided by length. */
  readonly toc?: boolean;
  readonly source: Source;
};

/** `scheduled`: its time has not come. Only `published` posts are on a production site. */
export type PostStatus = "published" | "scheduled" | "draft";

export type Post = Entry & {
  readonly kind: "post";
  /** In the site's time zone. */
  readonly date: DateTime;
  readonly status: PostStatus;
  readonly pinned: boolean;
  readonly categories: readonly Term[];
  readonly tags: readonly Term[];
  /** At least one. */
  readonly authors: readonly Author[];
  readonly series?: string;
};

/** A standing page such as About. */
export type Page = Entry & { readonly kind: "page"; readonly draft: boolean; readonly date?: DateTime };
