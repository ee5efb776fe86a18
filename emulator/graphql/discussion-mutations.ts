import type { StoredDiscussion } from "../store/model.ts";
import { findNode } from "./find-node.ts";
import { forbidden, notFound, unprocessable } from "./not-found.ts";
import { toDiscussion } from "./to-discussion.ts";
import { toRepository } from "./to-repository.ts";
import type { World } from "./world.ts";

type Input<Fields> = { readonly input: Fields };
type Created = {
  readonly repositoryId: string;
  readonly categoryId: string;
  readonly title: string;
  readonly body: string;
};
type Updated = {
  readonly discussionId: string;
  readonly title?: string | null;
  readonly body?: string | null;
  readonly categoryId?: string | null;
};

export function discussionMutations(world: World) {
  const { store } = world;
  const edit = (id: string, change: (own: StoredDiscussion) => void): object => {
    const { discussion } = findNode(store, id);
    const own = store.change(discussion.number, change) ?? discussion;
    return toDiscussion(own, () => toRepository(world), world);
  };
  return {
    createDiscussion: ({ input }: Input<Created>) => ({ discussion: create(world, input) }),
    updateDiscussion: ({ input: { discussionId, title, body, categoryId } }: Input<Updated>) => ({
      discussion: edit(discussionId, (own) => {
        Object.assign(own, title && { title }, typeof body === "string" && { body }, categoryId && { categoryId });
      }),
    }),
    deleteDiscussion: ({ input: { id } }: Input<{ id: string }>) => {
      const { discussion } = findNode(store, id);
      store.removeDiscussion(discussion.number);
      return { discussion: toDiscussion(discussion, () => toRepository(world), world) };
    },
    closeDiscussion: ({ input: { discussionId } }: Input<{ discussionId: string }>) => ({
      discussion: edit(discussionId, (own) => void Object.assign(own, { closed: true })),
    }),
    reopenDiscussion: ({ input: { discussionId } }: Input<{ discussionId: string }>) => ({
      discussion: edit(discussionId, (own) => void Object.assign(own, { closed: false })),
    }),
    lockLockable: ({ input: { lockableId } }: Input<{ lockableId: string }>) => ({
      lockedRecord: edit(lockableId, (own) => void Object.assign(own, { locked: true })),
    }),
    unlockLockable: ({ input: { lockableId } }: Input<{ lockableId: string }>) => ({
      unlockedRecord: edit(lockableId, (own) => void Object.assign(own, { locked: false })),
    }),
  };
}

function create(world: World, { repositoryId, categoryId, title, body }: Created): object {
  const { repository } = world.store;
  if (repositoryId !== repository.id)
    throw notFound(`Could not resolve to a node with the global id of '${repositoryId}'`);
  if (!repository.hasDiscussionsEnabled) throw forbidden("Discussions are disabled for this repository.");
  if (!repository.categories.some(({ id }) => id === categoryId)) {
    throw notFound(`Could not resolve to a node with the global id of '${categoryId}'`);
  }
  if (title.trim() === "" || title.length > 256) throw unprocessable("Title is too long (maximum is 256 characters)");
  const added = world.store.addDiscussion({ title, body, author: world.viewer, categoryId });
  return toDiscussion(added, () => toRepository(world), world);
}
