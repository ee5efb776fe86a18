import { reactionContents, type Reactions } from "../store/model.ts";
import { toConnection, type PageArguments } from "./connection.ts";
import { toActor } from "./to-actor.ts";
import type { World } from "./world.ts";

/** What things that can be reacted to have in common. */
export function toReactable(reactions: Reactions, world: World) {
  return {
    reactionGroups: () => reactionContents.map((content) => toGroup(content, reactions[content] ?? [], world)),
    reactions: () => ({ totalCount: Object.values(reactions).flat().length }),
    viewerCanReact: true,
  };
}

function toGroup(content: string, logins: readonly string[], world: World) {
  const people = logins.filter((login) => !login.endsWith("[bot]"));
  return {
    content,
    createdAt: null,
    viewerHasReacted: logins.includes(world.viewer),
    reactors: (page: PageArguments) => toPeople(logins, page, world),
    // Leaves out bots, as the real one does.
    users: (page: PageArguments) => toPeople(people, page, world),
  };
}

function toPeople(logins: readonly string[], page: PageArguments, world: World) {
  return toConnection(logins.toSorted(), page, { keys: (login) => [login], toNode: (login) => toActor(login, world) });
}
