import type { DateTime } from "luxon";
import type { Author } from "../content/author.ts";
import type { Blog } from "../content/blog.ts";
import { hasConversation, threadOf, toCommentsFeedUrl } from "../content/conversation.ts";
import type { Post } from "../content/post.ts";
import type { Site } from "../content/site.ts";
import type { Term } from "../content/term.ts";
import { absoluteUrl, toFilePermalink, toPermalink } from "../lib/permalink.ts";
import type { Rendered } from "../markdown/rendered.ts";
import { toEntryId, toFeedId } from "./feed-id.ts";
import type { FeedSource } from "./feed-sources.ts";
import type { Feed, FeedAuthor, FeedCategory, FeedEntry, FeedReplies } from "./feed.ts";
import { feedHtmlOf } from "./to-feed-html.ts";
import { withDirection } from "./with-direction.ts";

type FeedContext = {
  readonly site: Site;
  readonly blog: Pick<Blog, "threads" | "isJoinable">;
  readonly contentOf: (post: Post) => Rendered;
  /** `src` as a page says it: with base path, or a full address. */
  readonly imageOf: (post: Post) => { readonly src: string } | undefined;
};

/** The newest posts of a list, whatever order the list has: a pinned post is not news. */
export function toFeed(source: FeedSource, context: FeedContext): Feed {
  const { site } = context;
  const entries = newest(source.posts, site.feedSize).map((post) => toEntry(post, context));
  return {
    id: toFeedId(site.feedId, source.url),
    title: source.title,
    description: source.description || undefined,
    lang: site.language,
    homeUrl: absoluteUrl(site, source.url),
    atomUrl: absoluteUrl(site, toFilePermalink(source.url, "feed.xml")),
    jsonUrl: absoluteUrl(site, toFilePermalink(source.url, "feed.json")),
    author: toAuthor(site, site.author),
    updated: toUpdated(entries),
    entries,
  };
}

/** Never-written is the epoch: the clock would change the feed of an empty list at every build. */
export function toUpdated(entries: readonly FeedEntry[]): string {
  const times = entries.map((entry) => entry.updated);
  return times.reduce((latest, time) => (time > latest ? time : latest), "1970-01-01T00:00:00Z");
}

/** Sorting what is sorted already, as archives are, takes one pass. */
function newest(posts: readonly Post[], size: number): Post[] {
  const published = posts.filter((post) => post.status === "published");
  return published.toSorted((a, b) => b.date.toMillis() - a.date.toMillis()).slice(0, size);
}

function toEntry(post: Post, { site, blog, contentOf, imageOf }: FeedContext): FeedEntry {
  const url = absoluteUrl(site, post.url);
  const published = toUtcText(post.date);
  const updated = post.updated ? toUtcText(post.updated) : published;
  const image = imageOf(post);
  return {
    id: toEntryId(site.feedId, post.id),
    url,
    title: post.title,
    html: withDirection(feedHtmlOf(contentOf(post), url), post.lang),
    summary: post.description || undefined,
    image: image && new URL(image.src, site.origin).href,
    published: toText(post.date),
    // A post cannot have changed before it appeared.
    updated: updated > published ? updated : published,
    authors: post.authors.map((author) => toAuthor(site, author)),
    categories: [...post.categories, ...post.tags].map((term) => toCategory(site, term)),
    lang: post.lang,
    replies: hasConversation(blog, post) ? toReplies(post, site, blog) : undefined,
  };
}

function toReplies(post: Post, site: Site, blog: FeedContext["blog"]): FeedReplies {
  const { count = 0, updated } = threadOf(blog, post) ?? {};
  return { feedUrl: absoluteUrl(site, toCommentsFeedUrl(post.url)), count, updated };
}

/** In UTC, so that times can be compared as text. */
function toUtcText(time: DateTime): string {
  return toText(time.toUTC());
}

/** With the time's own offset: a browser that shows a feed shows the author's day. */
function toText(time: DateTime): string {
  const iso = time.startOf("second").toISO({ suppressMilliseconds: true });
  if (iso === null) throw new Error(`Invalid time: ${time.invalidExplanation ?? time.invalidReason}`);
  return iso;
}

/** The author's address elsewhere says more outside the blog than the list of posts here. */
export function toAuthor(site: Site, author: Author): FeedAuthor {
  return {
    name: author.name,
    url: author.url ? toAddress(site, author.url) : absoluteUrl(site, author.permalink),
    avatar: author.avatar && toAddress(site, author.avatar),
  };
}

function toCategory(site: Site, { taxonomy, name, path }: Term): FeedCategory {
  return { term: path.join("/"), scheme: absoluteUrl(site, toPermalink(taxonomy)), label: name };
}

/** A path on this blog gets its base path; what is no address stays as it is. */
function toAddress(site: Site, address: string): string {
  const path = /^\/(?!\/)/.test(address) ? site.basePath + address : address;
  return URL.canParse(path, site.url) ? new URL(path, site.url).href : address;
}
