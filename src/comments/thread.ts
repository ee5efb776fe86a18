/** GitHub's eight, in the order in which they are shown. */
export const reactionNames = [
  "THUMBS_UP",
  "THUMBS_DOWN",
  "LAUGH",
  "HOORAY",
  "CONFUSED",
  "HEART",
  "ROCKET",
  "EYES",
] as const;

export type ReactionName = (typeof reactionNames)[number];

export type CommentAuthor = {
  readonly name: string;
  readonly url?: string;
  /** Path of a picture below `comments/`. */
  readonly avatar?: string;
  /** The blog's own author. */
  readonly isOwner?: boolean;
};

/** `minimized` is folded with its reason; `deleted` has lost author and text and stays for its replies. */
export type CommentStatus = "visible" | "minimized" | "deleted";

export type Comment = {
  readonly id: string;
  readonly source: "github" | "wordpress";
  /** Fragment of its permalink, as it was on its original page: `comment-123`, `discussioncomment-456`. */
  readonly anchor: string;
  readonly url?: string;
  readonly author: CommentAuthor;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly editedAt?: string;
  /** As stored; sanitized anew before it is shown. */
  readonly html: string;
  readonly reactions?: Readonly<Partial<Record<ReactionName, number>>>;
  readonly upvotes?: number;
  readonly status: CommentStatus;
  /** Why it is minimized, in GitHub's words. */
  readonly reason?: string;
  readonly replies: readonly Comment[];
};

/** Another blog that linked here. */
export type Ping = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly createdAt: string;
};

export type Discussion = { readonly number: number; readonly url: string; readonly locked: boolean };

/** One file of `comments/`: the conversation of one post, in the order in which it was held. */
export type Thread = {
  /** The post's `id`. */
  readonly post: string;
  readonly discussion: Discussion | null;
  readonly comments: readonly Comment[];
  readonly pings?: readonly Ping[];
};
