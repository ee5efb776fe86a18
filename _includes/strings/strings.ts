import type { ReactionName } from "../../src/comments/thread.ts";

/** Every word of the interface in one language. */
export type Strings = {
  /** BCP 47 code of the language. */
  readonly lang: string;

  readonly skipToContent: string;
  readonly posts: string;
  readonly categories: string;
  readonly tags: string;
  readonly authors: string;
  readonly archive: string;
  readonly feed: string;

  /** Names of the page's navigation landmarks; no two alike. */
  readonly mainNavigation: string;
  readonly blogNavigation: string;
  readonly breadcrumbs: string;
  readonly pagination: string;
  readonly contents: string;
  readonly neighbours: string;
  readonly byMonth: string;
  readonly browse: string;

  readonly pageOf: (number: number, count: number) => string;
  readonly titledPage: (title: string, number: number) => string;
  readonly newerPosts: string;
  readonly olderPosts: string;
  readonly postCount: (count: number) => string;
  readonly noPosts: string;
  readonly noPostsHint: string;

  readonly continueReading: string;
  readonly continueReadingOf: (title: string) => string;
  readonly pinned: string;
  readonly draft: string;
  readonly scheduled: string;
  readonly updated: string;
  readonly by: string;
  readonly postedIn: string;
  readonly tagged: string;
  readonly permalink: string;
  readonly previousPost: string;
  readonly nextPost: string;
  readonly series: string;
  readonly seriesPart: (position: number, count: number) => string;

  readonly subcategories: string;
  readonly allPosts: string;

  readonly conversation: string;
  readonly joinConversation: string;
  readonly joinNote: string;
  /** What is said while the live conversation is loaded, when it stands and when it does not come. */
  readonly joinLoading: string;
  readonly joinLive: string;
  readonly joinFailed: string;
  /** Said when somebody has added something; the script puts the number in. */
  readonly joinUpdated: (count: string) => string;
  /** The address leads to a comment that came after the page was built. */
  readonly commentNewer: string;
  readonly readOnGithub: string;
  readonly conversationClosed: string;
  readonly conversationLocked: string;
  readonly followConversation: string;

  readonly comments: string;
  readonly commentCount: (count: number) => string;
  readonly recentConversation: string;
  /** Who gave no name. */
  readonly anonymous: string;
  /** The mark of the blog's own authors in a conversation. */
  readonly ownerMark: string;
  readonly edited: string;
  /** In front of a name. */
  readonly inReplyTo: string;
  readonly earlierComments: (count: number) => string;
  /** `reason` is one of GitHub's words, or whatever the file says. */
  readonly commentMinimized: (reason: string | undefined) => string;
  readonly commentDeleted: string;
  readonly reaction: (name: ReactionName, count: number) => string;
  readonly upvotes: (count: number) => string;
  readonly mentions: string;
  readonly setupHint: string;

  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly recentPosts: string;
};
