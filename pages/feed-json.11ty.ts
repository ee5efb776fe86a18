import { toFilePermalink } from "../src/lib/permalink.ts";
import { page } from "../src/eleventy/page.ts";
import type { PageContext } from "../src/content/page-context.ts";
import { toFeedSources, type FeedSource } from "../src/feeds/feed-sources.ts";
import { toFeed } from "../src/feeds/to-feed.ts";
import { toJsonFeed } from "../src/feeds/to-json-feed.ts";

/** JSON feeds, beside the Atom feeds. */
export default page({
  each: toFeedSources,
  permalink: (source) => toFilePermalink(source.url, "feed.json"),
  render: renderJsonFeed,
});

export function renderJsonFeed(source: FeedSource, context: PageContext): string {
  return toJsonFeed(toFeed(source, context));
}
