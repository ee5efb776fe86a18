import type { StoredDiscussion } from "../store/model.ts";
import { toNodeId } from "../store/node-id.ts";
import { renderBody, toBodyText } from "../render-body.ts";
import { toConnection, type PageArguments } from "./connection.ts";
import { toActor } from "./to-actor.ts";
import { toCategory } from "./to-category.ts";
import { toComment } from "./to-comment.ts";
import { toReactable } from "./to-reactions.ts";
import { toRepositoryUrl, type World } from "./world.ts";

export function toDiscussion(discussion: StoredDiscussion, toRepository: () => unknown, world: World): object {
  const { number, title, body, author, upvotes } = discussion;
  const { categories } = world.store.repository;
  const category = categories.find(({ id }) => id === discussion.categoryId);
  const isAuthor = author === world.viewer;
  const node: object = {
    __typename: "Discussion",
    id: toNodeId("D", number),
    databaseId: 1_000_000 + number,
    number,
    title,
    titleHTML: title,
    body,
    bodyHTML: () => renderBody(body),
    bodyText: () => toBodyText(body),
    url: `${toRepositoryUrl(world.store)}/discussions/${number}`,
    author: () => toActor(author, world),
    authorAssociation: author === world.store.repository.owner ? "OWNER" : "NONE",
    category: () => category && toCategory(category),
    createdAt: discussion.createdAt,
    publishedAt: discussion.createdAt,
    updatedAt: discussion.updatedAt,
    includesCreatedEdit: false,
    createdViaEmail: false,
    locked: discussion.locked,
    activeLockReason: discussion.locked ? "RESOLVED" : null,
    closed: discussion.closed,
    isAnswered: null,
    upvoteCount: upvotes.length,
    viewerHasUpvoted: upvotes.includes(world.viewer),
    viewerCanUpvote: false,
    viewerDidAuthor: isAuthor,
    viewerCanDelete: isAuthor,
    viewerCanUpdate: isAuthor,
    repository: toRepository,
    comments: (page: PageArguments) =>
      toConnection(discussion.comments, page, {
        keys: ({ serial }) => [serial],
        toNode: (comment) => toComment(comment, { discussion, toHome: () => node }, world),
      }),
    ...toReactable(discussion.reactions, world),
  };
  return node;
}
