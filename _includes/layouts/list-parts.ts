import type { PageContext } from "../../src/content/page-context.ts";
import type { Post } from "../../src/content/post.ts";
import type { Part } from "../../src/markdown/rendered.ts";

/** What the excerpts of a list have in them. */
export function toListParts(posts: readonly Post[], { contentOf }: Pick<PageContext, "contentOf">): Part[] {
  return [...new Set(posts.flatMap((post) => contentOf(post).excerptParts))].toSorted();
}
