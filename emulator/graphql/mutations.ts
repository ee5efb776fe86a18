import { findComment, type ReactionContent } from "../store/model.ts";
import { commentMutations } from "./comment-mutations.ts";
import { discussionMutations } from "./discussion-mutations.ts";
import { findNode } from "./find-node.ts";
import type { World } from "./world.ts";

type ReactionInput = { readonly input: { readonly subjectId: string; readonly content: ReactionContent } };

export function mutations(world: World) {
  const { viewer } = world;
  return {
    ...discussionMutations(world),
    ...commentMutations(world),
    addReaction: ({ input }: ReactionInput) => react(world, input, (logins) => [...new Set([...logins, viewer])]),
    removeReaction: ({ input }: ReactionInput) =>
      react(world, input, (logins) => logins.filter((login) => login !== viewer)),
  };
}

function react({ store }: World, { subjectId, content }: ReactionInput["input"], edit: (logins: string[]) => string[]) {
  const { discussion, found } = findNode(store, subjectId);
  store.change(discussion.number, (own) => {
    const { reactions } = (found && findComment(own, found.comment.serial)?.comment) ?? own;
    reactions[content] = edit(reactions[content] ?? []);
  });
  return { reaction: { __typename: "Reaction", id: `REA_${subjectId}`, content } };
}
