import { findComment, type StoredDiscussion } from "../store/model.ts";
import { changeComment, findNode } from "./find-node.ts";
import { forbidden, unprocessable } from "./not-found.ts";
import { toComment } from "./to-comment.ts";
import { toDiscussion } from "./to-discussion.ts";
import { toRepository } from "./to-repository.ts";
import type { World } from "./world.ts";

type Input<Fields> = { readonly input: Fields };
type Added = { readonly discussionId: string; readonly body: string; readonly replyToId?: string | null };
type Minimized = { readonly subjectId: string; readonly classifier: string };

export function commentMutations(world: World) {
  const { store } = world;
  return {
    addDiscussionComment: ({ input: { discussionId, body, replyToId } }: Input<Added>) => {
      const { discussion } = findNode(store, discussionId);
      if (discussion.locked) throw forbidden("This discussion is locked.");
      if (body.trim() === "") throw unprocessable("Body can't be blank");
      const replyTo = replyToId ? findNode(store, replyToId).found : undefined;
      const draft = { author: world.viewer, body, ...(replyTo && { replyTo: replyTo.comment.serial }) };
      const added = store.addComment(discussion.number, draft);
      return { comment: added && toNode(world, discussion.number, added.serial) };
    },
    updateDiscussionComment: ({ input: { commentId, body } }: Input<{ commentId: string; body: string }>) => {
      const time = toTime(world.now());
      const { discussion, found } = changeComment(store, commentId, ({ comment }) => {
        Object.assign(comment, { body, lastEditedAt: time, updatedAt: time });
      });
      return { comment: toNode(world, discussion.number, found?.comment.serial ?? 0) };
    },
    deleteDiscussionComment: ({ input: { id } }: Input<{ id: string }>) => {
      const { discussion, found } = changeComment(store, id, ({ comment, parent }, own) => {
        const siblings = parent?.replies ?? own.comments;
        // What was answered stays, empty, for its answers.
        const emptied = {
          deletedAt: toTime(world.now()),
          author: null,
          body: "",
          bodyHtml: "",
          reactions: {},
          upvotes: [],
        };
        if (comment.replies.length > 0) Object.assign(comment, emptied);
        else siblings.splice(siblings.indexOf(comment), 1);
      });
      return { comment: toNode(world, discussion.number, found?.comment.serial ?? 0) };
    },
    minimizeComment: ({ input: { subjectId, classifier } }: Input<Minimized>) =>
      minimize(world, subjectId, classifier.toLowerCase().replace("_", "-")),
    unminimizeComment: ({ input: { subjectId } }: Input<{ subjectId: string }>) => minimize(world, subjectId),
  };
}

function minimize(world: World, id: string, reason?: string) {
  const { discussion, found } = changeComment(world.store, id, ({ comment }) => {
    if (reason === undefined) delete comment.minimizedReason;
    else Object.assign(comment, { minimizedReason: reason });
  });
  const node = toNode(world, discussion.number, found?.comment.serial ?? 0);
  return { minimizedComment: node, unminimizedComment: node };
}

/** Null for one that is gone. */
function toNode(world: World, number: number, serial: number): object | null {
  const discussion = world.store.discussion(number);
  const found = discussion && findComment(discussion, serial);
  return found
    ? toComment(found.comment, { discussion, parent: found.parent, toHome: () => toHome(world, discussion) }, world)
    : null;
}

function toHome(world: World, discussion: StoredDiscussion): object {
  return toDiscussion(discussion, () => toRepository(world), world);
}

function toTime(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
