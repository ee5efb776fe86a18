import type { Blog } from "../content/blog.ts";
import type { Page, Post } from "../content/post.ts";
import { threadOf } from "../content/conversation.ts";
import type { Comment } from "./thread.ts";
import { walkComments } from "./walk-comments.ts";

/** Something that was said, and where. */
export type Voice = {
  readonly entry: Post | Page;
  readonly comment: Comment;
  /** What it answers; absent for a comment on the post itself. */
  readonly parent?: Comment;
};

/** Visible comments and replies, newest first; what was said at the same moment stays in the order of the blog. */
export function latestComments(blog: Pick<Blog, "posts" | "pages" | "threads">, limit: number): Voice[] {
  return newest(
    [...blog.posts, ...blog.pages].flatMap((entry) => voicesOf(blog, entry)),
    limit,
  );
}

/** The same of one post or page. */
export function latestCommentsOf(blog: Pick<Blog, "threads">, entry: Post | Page, limit: number): Voice[] {
  return newest(voicesOf(blog, entry), limit);
}

/** Visible comments and replies of a post or page, in reading order. */
export function voicesOf(blog: Pick<Blog, "threads">, entry: Post | Page): Voice[] {
  const thread = threadOf(blog, entry);
  const walked = thread ? walkComments(thread.comments) : [];
  return walked.flatMap(({ comment, parent }) => {
    if (comment.status !== "visible") return [];
    return [{ entry, comment, ...(parent && { parent: parent.comment }) }];
  });
}

function newest(voices: readonly Voice[], limit: number): Voice[] {
  const timed = voices.map((voice) => ({ voice, time: Date.parse(voice.comment.createdAt) }));
  return timed
    .sort((a, b) => b.time - a.time)
    .slice(0, limit)
    .map(({ voice }) => voice);
}
