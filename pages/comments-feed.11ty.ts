import { toFeedPage } from "../_includes/strings/feed-page.ts";
import { toCommentFeedSources, type CommentFeedSource } from "../src/comments/comment-feeds.ts";
import { latestCommentsOf } from "../src/comments/latest-comments.ts";
import type { PageContext } from "../src/content/page-context.ts";
import { page } from "../src/eleventy/page.ts";
import { toAtom } from "../src/feeds/to-atom.ts";
import { toCommentFeed } from "../src/feeds/to-comment-feed.ts";

/** Atom feeds of what readers say: on the whole blog, and on each post and page with a conversation. */
export default page({
  each: toCommentFeedSources,
  permalink: ({ feedUrl }) => feedUrl,
  render: renderCommentFeed,
});

export function renderCommentFeed(source: CommentFeedSource, context: PageContext): string {
  const { blog, site, latestComments } = context;
  const { commentsOn, anonymous } = context.stringsOf(site.language);
  const voices = source.entry ? latestCommentsOf(blog, source.entry, site.feedSize) : latestComments(site.feedSize);
  const feed = toCommentFeed({ ...source, voices }, { ...context, words: { commentsOn, anonymous } });
  return toAtom(feed, toFeedPage(context));
}
