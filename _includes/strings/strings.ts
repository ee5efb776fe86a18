import type { ReactionName } from "../../src/comments/thread.ts";
import type { Labels } from "../../src/markdown/labels.ts";

/** A text for each kind of number that the language tells apart. */
export type PluralForms = { readonly other: string } & { readonly [rule in Intl.LDMLPluralRule]?: string };

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

  /** Names what follows: tools know `weiterlesen` and `続きを読む` for links that say nothing. */
  readonly continueReading: string;
  readonly continueReadingOf: (title: string) => string;
  readonly pinned: string;
  readonly draft: string;
  readonly scheduled: string;
  readonly updated: string;
  /** In front of the authors' names. */
  readonly by: string;
  /** In front of the post's translations, each named in its own language. */
  readonly alsoIn: string;
  readonly postedIn: string;
  readonly tagged: string;
  /** Between terms in a row, which is no sentence: `, `. */
  readonly comma: string;
  readonly permalink: string;
  readonly share: string;
  readonly linkCopied: string;
  /** Of the entry's source on GitHub. */
  readonly editPage: string;
  readonly viewHistory: string;
  readonly previousPost: string;
  readonly nextPost: string;
  readonly series: string;
  readonly seriesPart: (position: number, count: number) => string;
  readonly previousPart: string;
  readonly nextPart: string;
  readonly relatedPosts: string;
  /** How long the text takes to read, beside its date. */
  readonly readingTime: (minutes: number) => string;

  /** The button on a block of code, and what it says afterwards. */
  readonly copy: string;
  readonly copied: string;
  /** The browser did not let a script copy. */
  readonly copyFailed: string;

  /** A picture that a click has made large: its buttons, and where it stands among the others of the text. */
  readonly closePicture: string;
  readonly previousPicture: string;
  readonly nextPicture: string;
  readonly pictureOf: (number: string, count: string) => string;

  /** The switch of colours: by the reader's system, light, dark. */
  readonly theme: string;
  readonly themeSystem: string;
  readonly themeLight: string;
  readonly themeDark: string;

  /** What a feed says to somebody who opens it in a browser, and its link to the page that it follows. */
  readonly feedNote: string;
  readonly feedLink: string;

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

  /** Name of a feed of what was said about something. */
  readonly commentsOn: (subject: string) => string;
  readonly commentCount: (count: number) => string;
  readonly recentConversation: string;
  /** The posts of which most was said. */
  readonly mostDiscussed: string;
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

  /** The search page, the field that leads to it, and its button. */
  readonly search: string;
  /** Names the field; what is typed stands below it. */
  readonly searchLabel: string;
  /** Before a link to the archive: scripts are off, or the search cannot be loaded. */
  readonly searchNoScript: string;
  readonly searchFailed: string;
  /** Before links to where one can look instead. */
  readonly searchNothing: string;
  readonly searching: string;
  /** With `{count}`; the script chooses the form. */
  readonly searchCount: PluralForms;
  readonly searchMore: string;
  /** By what results are narrowed: the group, its fields, their empty choice and the button that empties them. */
  readonly searchFilters: string;
  readonly category: string;
  readonly tag: string;
  readonly year: string;
  readonly anyChoice: string;
  readonly clearFilters: string;
  /** Names the list of sections and comments of one result. */
  readonly searchPlaces: string;
  /** A comment among them, with `{name}`. */
  readonly searchComment: string;
  /** The switch of the key `/`. */
  readonly searchKey: string;

  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly recentPosts: string;

  /** What the Markdown renderer says itself. */
  readonly markdown: Labels;
};

/** The strings of a language; where there are none, those of the blog's own language, else English. */
export type StringsOf = (lang: string) => Strings;

/** What the owner may write in `_data/strings/<lang>.ts`: any of these words, for any language. */
export type OwnStrings = Some<Omit<Strings, "lang">>;

type Some<T> = T extends (...values: never[]) => string
  ? T
  : T extends object
    ? { readonly [Key in keyof T]?: Some<T[Key]> }
    : T;
