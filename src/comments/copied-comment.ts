import type { Comment } from "./thread.ts";

/**
 * The anchor, on GitHub, of the copy of a comment that was written elsewhere: its `url` leads there since it was copied
 * into a discussion. Undefined for GitHub's own comments and for what was never copied.
 */
export function copyAnchorOf({ source, url }: Pick<Comment, "source" | "url">): string | undefined {
  return source === "github" ? undefined : /\/discussions\/\d+#(discussioncomment-\d+)$/.exec(url ?? "")?.[1];
}

/** Whether it is in the discussion too, so that the live conversation shows it. */
export function isOnGithub(comment: Pick<Comment, "source" | "url">): boolean {
  return comment.source === "github" || copyAnchorOf(comment) !== undefined;
}
