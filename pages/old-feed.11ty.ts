import { toCommentFeedSources } from "../src/comments/comment-feeds.ts";
import { toAliasPermalink } from "../src/content/alias.ts";
import type { Blog } from "../src/content/blog.ts";
import type { PageContext } from "../src/content/page-context.ts";
import { hasQuery } from "../src/content/query-address.ts";
import type { OwnRedirect } from "../src/content/redirect-register.ts";
import { toFileAddress, toOwnRedirects } from "../src/content/redirects.ts";
import { page } from "../src/eleventy/page.ts";
import { toFeedSources } from "../src/feeds/feed-sources.ts";
import { toFilePermalink, type Permalink } from "../src/lib/permalink.ts";
import { renderCommentFeed } from "./comments-feed.11ty.ts";
import { renderAtomFeed } from "./feed.11ty.ts";
import { renderJsonFeed } from "./feed-json.11ty.ts";

/** An old address of a feed, with what it gives: the feed itself, because feed readers follow no page. */
type OldFeed = {
  readonly redirect: OwnRedirect;
  readonly from: Permalink;
  readonly of: Permalink;
  readonly render: (context: PageContext) => string;
};

/** Feeds under the addresses that they had elsewhere, such as `/feed/` and `/wp-rss2.php`. */
export default page({
  each: (blog) => toOldFeeds(blog, toOwnRedirects(blog)),
  permalink: ({ from }) => from,
  leadsTo: ({ of }) => of,
  render: ({ render }, context) => render(context),
});

/**
 * A folder's `index.html` may hold XML, which readers recognise by its first bytes. JSON there would be taken for a page:
 * only files lead to it.
 */
export function toOldFeeds(blog: Blog, redirects: readonly OwnRedirect[]): OldFeed[] {
  const paths = redirects.filter(({ from, to }) => !hasQuery(from) && "path" in to && /\.(?:xml|json)$/.test(to.path));
  if (paths.length === 0) return [];
  const feeds = new Map([...toPostFeeds(blog), ...toCommentFeeds(blog)]);
  return paths.flatMap((redirect) => {
    const of = "path" in redirect.to ? redirect.to.path : undefined;
    const from = toFileAddress(redirect.from);
    const render = of === undefined ? undefined : feeds.get(of);
    if (of === undefined || !render || (of.endsWith(".json") && from === toAliasPermalink(from))) return [];
    return { redirect, from, of, render };
  });
}

type Rendered = readonly [Permalink, OldFeed["render"]];

function toPostFeeds(blog: Blog): Rendered[] {
  return toFeedSources(blog).flatMap((source): Rendered[] => [
    [toFilePermalink(source.url, "feed.xml"), (context) => renderAtomFeed(source, context)],
    [toFilePermalink(source.url, "feed.json"), (context) => renderJsonFeed(source, context)],
  ]);
}

function toCommentFeeds(blog: Blog): Rendered[] {
  return toCommentFeedSources(blog).map((source): Rendered => [
    source.feedUrl,
    (context) => renderCommentFeed(source, context),
  ]);
}
