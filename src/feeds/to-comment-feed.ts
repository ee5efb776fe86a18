import type { Voice } from "../comments/latest-comments.ts";
import type { Comment, CommentAuthor } from "../comments/thread.ts";
import type { Page, Post } from "../content/post.ts";
import type { Site } from "../content/site.ts";
import { absoluteUrl, asPermalink, toPermalink, type Permalink } from "../lib/permalink.ts";
import type { SafeHtml } from "../lib/safe-html.ts";
import { toUtcTime } from "../lib/utc-time.ts";
import { toCommentId, toEntryId, toFeedId } from "./feed-id.ts";
import type { Feed, FeedAuthor, FeedEntry, FeedReply } from "./feed.ts";
import { toFeedHtml } from "./to-feed-html.ts";
import { toAuthor, toUpdated } from "./to-feed.ts";
import { withDirection } from "./with-direction.ts";

type CommentFeedContext = {
  readonly site: Site;
  readonly bodyOf: (comment: Comment) => SafeHtml;
  readonly avatarOf: (author: CommentAuthor) => string | undefined;
  /** The feed's words in the blog's language: its title, and who gave no name. */
  readonly words: { readonly commentsOn: (subject: string) => string; readonly anonymous: string };
};

/** What was said, newest first; about `entry`, or all over the blog. */
type CommentFeedInput = {
  readonly feedUrl: Permalink;
  readonly entry?: Post | Page;
  readonly voices: readonly Voice[];
};

/** A feed in which every entry is one whole comment and says what it answers. */
export function toCommentFeed({ feedUrl, entry, voices }: CommentFeedInput, context: CommentFeedContext): Feed {
  const { site, words } = context;
  const entries = voices.map((voice) => toEntry(voice, context));
  const subject = entry ? `${entry.title} · ${site.title}` : site.title;
  return {
    id: toFeedId(site.feedId, entry ? asPermalink(`/comments/${entry.id}/`) : toPermalink("comments")),
    title: words.commentsOn(subject),
    lang: site.language,
    homeUrl: entry ? `${absoluteUrl(site, entry.url)}#comments` : absoluteUrl(site, toPermalink()),
    atomUrl: absoluteUrl(site, feedUrl),
    author: toAuthor(site, site.author),
    updated: toUpdated(entries),
    entries,
  };
}

function toEntry({ entry, comment, parent }: Voice, context: CommentFeedContext): FeedEntry {
  const { site, bodyOf, words } = context;
  const page = absoluteUrl(site, entry.url);
  const published = toUtcTime(comment.createdAt);
  const edited = toUtcTime(comment.editedAt ?? comment.createdAt);
  const author = toCommentAuthor(comment.author, context);
  const toReply = (answered: Comment | undefined): FeedReply =>
    answered
      ? { id: toCommentId(site.feedId, entry.id, answered.id), url: `${page}#${answered.anchor}` }
      : { id: toEntryId(site.feedId, entry.id), url: page };
  return {
    id: toCommentId(site.feedId, entry.id, comment.id),
    url: `${page}#${comment.anchor}`,
    title: `${author.name || words.anonymous}: ${entry.title}`,
    html: withDirection(toFeedHtml(bodyOf(comment), page), entry.lang, "auto"),
    published,
    updated: edited > published ? edited : published,
    authors: [author],
    categories: [],
    lang: entry.lang,
    inReplyTo: toReply(parent),
  };
}

function toCommentAuthor(author: CommentAuthor, { site, avatarOf, words }: CommentFeedContext): FeedAuthor {
  const avatar = avatarOf(author);
  return {
    name: author.name.trim() || words.anonymous,
    url: author.url,
    avatar: avatar && new URL(avatar, site.origin).href,
  };
}
