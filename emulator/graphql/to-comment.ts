import type { StoredComment, StoredDiscussion } from "../store/model.ts";
import { toDatabaseId, toNodeId } from "../store/node-id.ts";
import { renderBody, toBodyText } from "../render-body.ts";
import { toConnection, type PageArguments } from "./connection.ts";
import { toActor } from "./to-actor.ts";
import { toReactable } from "./to-reactions.ts";
import { toRepositoryUrl, type World } from "./world.ts";

/** Where a comment stands. */
export type Place = {
  readonly discussion: StoredDiscussion;
  /** The discussion as a node; made when it is asked for. */
  readonly toHome: () => unknown;
  readonly parent?: StoredComment | undefined;
};

export function toComment(comment: StoredComment, { discussion, toHome, parent }: Place, world: World): object {
  const { serial, author, body, bodyHtml, upvotes, minimizedReason } = comment;
  const databaseId = toDatabaseId(discussion.number, serial);
  const path = `/discussions/${discussion.number}#discussioncomment-${databaseId}`;
  const isAuthor = author === world.viewer;
  return {
    __typename: "DiscussionComment",
    id: toNodeId("DC", discussion.number, serial),
    databaseId,
    url: toRepositoryUrl(world.store) + path,
    body,
    bodyHTML: () => bodyHtml ?? renderBody(body),
    bodyText: () => toBodyText(body),
    author: () => toActor(author, world),
    authorAssociation: author === world.store.repository.owner ? "OWNER" : "NONE",
    createdAt: comment.createdAt,
    publishedAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    lastEditedAt: comment.lastEditedAt,
    includesCreatedEdit: comment.lastEditedAt !== undefined,
    createdViaEmail: false,
    deletedAt: comment.deletedAt,
    isAnswer: false,
    isMinimized: minimizedReason !== undefined,
    minimizedReason,
    upvoteCount: upvotes.length,
    viewerHasUpvoted: upvotes.includes(world.viewer),
    viewerCanUpvote: false,
    viewerDidAuthor: isAuthor,
    viewerCanDelete: isAuthor,
    viewerCanUpdate: isAuthor,
    viewerCanMinimize: world.viewer === world.store.repository.owner,
    viewerCanMarkAsAnswer: false,
    viewerCanUnmarkAsAnswer: false,
    discussion: toHome,
    replyTo: () => parent && toComment(parent, { discussion, toHome }, world),
    replies: (page: PageArguments) =>
      toConnection(comment.replies, page, {
        keys: (reply) => [reply.serial],
        toNode: (reply) => toComment(reply, { discussion, toHome, parent: comment }, world),
      }),
    ...toReactable(comment.reactions, world),
  };
}
