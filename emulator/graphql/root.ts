import { toActor } from "./to-actor.ts";
import { toComment } from "./to-comment.ts";
import { toDiscussion } from "./to-discussion.ts";
import { toRepository } from "./to-repository.ts";
import { findNode } from "./find-node.ts";
import { mutations } from "./mutations.ts";
import { notFound } from "./not-found.ts";
import type { World } from "./world.ts";

/** The fields of queries and mutations that are emulated; the schema has hundreds more. */
export function toRoot(world: World): object {
  const { repository } = world.store;
  const full = `${repository.owner}/${repository.name}`;
  return {
    viewer: () => toActor(world.viewer, world),
    rateLimit: () => ({ ...world.rateLimit(), nodeCount: 0 }),
    repository: ({ owner, name }: { readonly owner: string; readonly name: string }) => {
      if (`${owner}/${name}`.toLowerCase() === full.toLowerCase()) return toRepository(world);
      throw notFound(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
    },
    node: ({ id }: { readonly id: string }) => toNode(world, id),
    nodes: ({ ids }: { readonly ids: readonly string[] }) => ids.map((id) => toNode(world, id)),
    ...mutations(world),
  };
}

function toNode(world: World, id: string): object {
  const { repository } = world.store;
  if (id === repository.id) return toRepository(world);
  const { discussion, found } = findNode(world.store, id);
  const toHome = () => toDiscussion(discussion, () => toRepository(world), world);
  return found ? toComment(found.comment, { discussion, toHome, parent: found.parent }, world) : toHome();
}
