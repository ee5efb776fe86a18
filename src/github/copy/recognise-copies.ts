import { isOnGithub } from "../../comments/copied-comment.ts";
import type { Comment, Thread } from "../../comments/thread.ts";
import { walkComments } from "../../comments/walk-comments.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import { findCopies } from "./find-copies.ts";
import { leadToCopies } from "./lead-to-copies.ts";

/**
 * The thread with the addresses of copies that it does not know yet: copying was killed just then, or the file was
 * imported anew. Each copy links to what it is a copy of; only where there is such a link the marks are asked for.
 */
export async function recogniseCopies(
  thread: Thread,
  fresh: readonly Comment[],
  { client, discussion }: { readonly client: GraphqlClient; readonly discussion: string },
): Promise<Thread> {
  const own = walkComments(thread.comments).filter(({ comment }) => !isOnGithub(comment));
  const anchors = new Set(own.map(({ comment }) => comment.anchor));
  if (anchors.size === 0) return thread;
  const isLikely = walkComments(fresh).some(({ comment: { html } }) => {
    return [...html.matchAll(/#([\w-]+)"/g)].some(([, anchor = ""]) => anchors.has(anchor));
  });
  if (!isLikely) return thread;
  const copies = await findCopies(client, discussion);
  return { ...thread, comments: leadToCopies(thread.comments, copies) };
}
