import type { Permalink } from "../lib/permalink.ts";
import type { Slug } from "../lib/slug.ts";

export type Author = {
  readonly key: string;
  readonly name: string;
  readonly slug: Slug;
  /** The author's archive on this blog. */
  readonly permalink: Permalink;
  readonly bio?: string;
  /** The author's own address elsewhere. */
  readonly url?: string;
  /** Path of a picture, root-relative. */
  readonly avatar?: string;
};
