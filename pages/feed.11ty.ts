import { toFeedPage } from "../_includes/strings/feed-page.ts";
import { toFilePermalink } from "../src/lib/permalink.ts";
import { page } from "../src/eleventy/page.ts";
import type { PageContext } from "../src/content/page-context.ts";
import { toFeedSources, type FeedSource } from "../src/feeds/feed-sources.ts";
import { toAtom } from "../src/feeds/to-atom.ts";
import { toFeed } from "../src/feeds/to-feed.ts";

/** Atom feeds: of the blog and of each category, tag and author. */
export default page({
  each: toFeedSources,
  permalink: (source) => toFilePermalink(source.url, "feed.xml"),
  render: renderAtomFeed,
});

export function renderAtomFeed(source: FeedSource, context: PageContext): string {
  return toAtom(toFeed(source, context), toFeedPage(context));
}
