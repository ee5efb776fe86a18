import type { Strings } from "./strings.ts";

const plural = new Intl.PluralRules("en");

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
  readOnGithub: "Join it on GitHub",
  conversationClosed: "This conversation is closed.",
  setupHint: "Comments are not set up yet. Only you see this hint; to let readers join in, run",

  notFoundTitle: "This page is not on the table",
  notFoundText: "The address may be old or mistyped. Perhaps what you were looking for is among these.",
  recentPosts: "Recent posts",
};
