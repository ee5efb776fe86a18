import { toOutputPath, type Permalink } from "../lib/permalink.ts";
import { toAliasPermalink } from "./alias.ts";
import type { Blog } from "./blog.ts";
import type { Page, Post } from "./post.ts";

/** A page that does nothing but lead from an old address to a post or page. */
export type Redirect = { readonly from: Permalink; readonly to: Post | Page };

/** One redirect for each alias that a static file can answer; an alias that has become its own post's URL needs none. */
export function toRedirects({ posts, pages }: Blog): Redirect[] {
  return [...posts, ...pages].flatMap((to) => {
    // `/old`, `/old/` and `/old/index.html` are one file.
    const files = new Set([toOutputPath(to.url)]);
    return to.aliases.flatMap((alias) => {
      const from = toAliasPermalink(alias);
      if (from === undefined || files.has(toOutputPath(from))) return [];
      files.add(toOutputPath(from));
      return { from, to };
    });
  });
}
