import type { ReactionName } from "../../src/comments/thread.ts";
import type { Strings } from "./strings.ts";

const plural = new Intl.PluralRules("en");

const reactions: Readonly<Record<ReactionName, string>> = {
  THUMBS_UP: "Thumbs up",
  THUMBS_DOWN: "Thumbs down",
  LAUGH: "Laugh",
  HOORAY: "Hooray",
  CONFUSED: "Confused",
  HEART: "Heart",
  ROCKET: "Rocket",
  EYES: "Eyes",
};

/** GitHub's reasons, as a sentence goes on with them; others stand as they are. */
const minimized: Readonly<Record<string, string>> = { duplicate: "a duplicate" };

export const en: Strings = {
  lang: "en",

  skipToContent: "Skip to the content",
  posts: "Posts",
  categories: "Categories",
  tags: "Tags",
  authors: "Authors",
  archive: "Archive",
  feed: "Feed",

  mainNavigation: "Main",
  blogNavigation: "This blog",
  breadcrumbs: "You are here",
  pagination: "Pages of this list",
  contents: "Contents",
  neighbours: "Previous and next post",
  byMonth: "By month",
  browse: "Browse",

  pageOf: (number, count) => `Page ${number} of ${count}`,
  titledPage: (title, number) => `${title}, page ${number}`,
  newerPosts: "Newer posts",
  olderPosts: "Older posts",
  postCount: (count) => (plural.select(count) === "one" ? `${count} post` : `${count} posts`),
  noPosts: "Nothing has been published here yet.",
  noPostsHint: 'Write the first post: npm run new -- "Title"',

  continueReading: "Continue reading",
  continueReadingOf: (title) => `Continue reading: ${title}`,
  pinned: "Pinned",
  draft: "Draft",
  scheduled: "Scheduled",
  updated: "Updated",
  by: "By",
  postedIn: "Posted in",
  tagged: "Tagged",
  permalink: "Permalink",
  previousPost: "Previous",
  nextPost: "Next",
  series: "Series",
  seriesPart: (position, count) => `Part ${position} of ${count}`,

  subcategories: "Subcategories",
  allPosts: "All posts",

  conversation: "Conversation",
  joinConversation: "Join the conversation",
  joinNote: "Comments are kept in GitHub Discussions. Nothing is asked of any other server until you press.",
  joinLoading: "Loading the conversation…",
  joinLive: "The conversation is open.",
  joinFailed: "The conversation could not be loaded here.",
  joinUpdated: (count) => `Comments in the conversation now: ${count}`,
  commentNewer: "The comment that you were looking for is newer than this page: join the conversation to see it.",
  readOnGithub: "Join it on GitHub",
  conversationClosed: "This conversation is closed.",
  conversationLocked: "This conversation is locked: it can be read, but nothing can be added to it.",
  followConversation: "Follow this conversation by feed",

  comments: "Comments",
  commentCount: (count) => (plural.select(count) === "one" ? `${count} comment` : `${count} comments`),
  recentConversation: "Recent conversation",
  anonymous: "Anonymous",
  ownerMark: "Author",
  edited: "edited",
  inReplyTo: "in reply to",
  earlierComments: (count) => (plural.select(count) === "one" ? "1 earlier comment" : `${count} earlier comments`),
  commentMinimized: (reason) => (reason ? `Hidden as ${minimized[reason] ?? reason}` : "Hidden"),
  commentDeleted: "This comment was deleted.",
  reaction: (name, count) => `${reactions[name]}: ${count}`,
  upvotes: (count) => (plural.select(count) === "one" ? "1 upvote" : `${count} upvotes`),
  mentions: "Mentioned elsewhere",
  setupHint: "Comments are not set up yet. Only you see this hint; to let readers join in, run",

  notFoundTitle: "This page is not on the table",
  notFoundText: "The address may be old or mistyped. Perhaps what you were looking for is among these.",
  recentPosts: "Recent posts",
};
