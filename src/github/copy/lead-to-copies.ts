import { mapComments } from "../../comments/map-comments.ts";
import type { Comment } from "../../comments/thread.ts";
import type { Copy } from "./find-copies.ts";

/** A comment that has a copy leads to it: that is how sync and the page know. */
export function leadToCopies(comments: readonly Comment[], copies: ReadonlyMap<string, Copy>): Comment[] {
  return mapComments(comments, (comment) => {
    const copy = comment.source === "github" ? undefined : copies.get(comment.anchor);
    return copy ? { ...comment, url: copy.url } : comment;
  });
}
