import type { BaseUrl } from "../../../lib/permalink.ts";

/** What a thread needs to know of the blog around it. */
export type CommentContext = {
  /** What to write in place of an address of the old blog: a path from `/` on, or a full address. */
  readonly linkOf: (href: string) => string;
  /** Minutes east of UTC that the old blog's clock showed at such a local time, `2012-05-01 09:30:00`. */
  readonly offsetOf: (localDate: string) => number;
  /** Whether an account, above `0`, is that of one of the blog's authors. Without it nobody is marked as one. */
  readonly isAuthor?: (userId: string, name: string) => boolean;
  /** Where the new blog lives: a comment's links are full addresses. Without it links to the blog stay as they were. */
  readonly site?: BaseUrl;
  /** Full address of the post or page in the new blog, for links such as `#comment-12`. */
  readonly url?: string;
};
