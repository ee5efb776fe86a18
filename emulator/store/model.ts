/** GitHub's eight, as its schema names them. */
export const reactionContents = [
  "THUMBS_UP",
  "THUMBS_DOWN",
  "LAUGH",
  "HOORAY",
  "CONFUSED",
  "HEART",
  "ROCKET",
  "EYES",
] as const;

export type ReactionContent = (typeof reactionContents)[number];

/** Who reacted, by login. */
export type Reactions = Partial<Record<ReactionContent, string[]>>;

/** Times are ISO 8601 in UTC. Records are changed by `Store.change` alone. */
export type StoredComment = {
  /** Unique in its discussion and growing; replies count along. */
  readonly serial: number;
  /** Login; null when the account is gone. */
  author: string | null;
  /** Markdown. */
  body: string;
  /** Instead of what the Markdown would give, for tests of what arrives from outside. */
  bodyHtml?: string;
  readonly createdAt: string;
  updatedAt: string;
  lastEditedAt?: string;
  deletedAt?: string;
  /** In GitHub's words: `off-topic`. */
  minimizedReason?: string;
  reactions: Reactions;
  upvotes: string[];
  /** Empty for a reply: GitHub has two levels. */
  readonly replies: StoredComment[];
};

export type StoredDiscussion = {
  readonly number: number;
  title: string;
  body: string;
  author: string | null;
  categoryId: string;
  readonly createdAt: string;
  updatedAt: string;
  locked: boolean;
  closed: boolean;
  reactions: Reactions;
  upvotes: string[];
  /** The highest serial that was ever given; a deleted comment's is never given again. */
  lastSerial: number;
  readonly comments: StoredComment[];
};

export type StoredCategory = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly emoji: string;
  readonly isAnswerable: boolean;
};

export type StoredRepository = {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  isPrivate: boolean;
  hasDiscussionsEnabled: boolean;
  /** Whether giscus may write here. */
  hasGiscus: boolean;
  /** `giscus.json`: pages that may frame the widget; none means all. */
  origins: string[];
  categories: StoredCategory[];
};

export const defaultCategories: readonly StoredCategory[] = [
  {
    id: "DIC_emulatedAnnouncements",
    name: "Announcements",
    slug: "announcements",
    emoji: ":mega:",
    isAnswerable: false,
  },
  { id: "DIC_emulatedComments", name: "Comments", slug: "comments", emoji: ":speech_balloon:", isAnswerable: false },
  { id: "DIC_emulatedQuestions", name: "Q&A", slug: "q-a", emoji: ":pray:", isAnswerable: true },
];

export type Walked = { readonly comment: StoredComment; readonly parent?: StoredComment };

/** All comments of a discussion with the one that each answers, in the order in which GitHub shows them. */
export function* walkDiscussion({ comments }: Pick<StoredDiscussion, "comments">): Generator<Walked> {
  for (const comment of comments) {
    yield { comment };
    for (const reply of comment.replies) yield { comment: reply, parent: comment };
  }
}

/** The comment of a serial with the one that it answers. */
export function findComment(discussion: StoredDiscussion, serial: number): Walked | undefined {
  for (const found of walkDiscussion(discussion)) if (found.comment.serial === serial) return found;
  return undefined;
}
