import { answerQuery } from "../graphql/answer-query.ts";
import type { World } from "../graphql/world.ts";
import type { StoredDiscussion } from "../store/model.ts";
import { toRead, type ReadAnswer } from "./to-read.ts";

const said = `id author { avatarUrl login url } viewerDidAuthor createdAt url authorAssociation lastEditedAt deletedAt
  isMinimized bodyHTML reactionGroups { content users { totalCount } viewerHasReacted }`;

// giscus's own question, in short (facts/giscus.md, "Read query").
const query = `query($owner: String!, $name: String!, $number: Int!, $first: Int, $last: Int, $after: String, $before: String) {
  viewer { avatarUrl login url }
  repository(owner: $owner, name: $name) {
    discussion(number: $number) {
      id url locked
      repository { nameWithOwner }
      reactions { totalCount }
      reactionGroups { content users { totalCount } viewerHasReacted }
      comments(first: $first, last: $last, after: $after, before: $before) {
        totalCount
        pageInfo { startCursor hasNextPage hasPreviousPage endCursor }
        nodes {
          ${said} upvoteCount viewerHasUpvoted viewerCanUpvote
          replies(last: 100) { totalCount nodes { ${said} replyTo { id } } }
        }
      }
    }
  }
}`;

export type CommentPage = {
  readonly first?: number | undefined;
  readonly last?: number | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
};

/** What `/api/discussions` says of a discussion; `isKnown` is whether somebody is signed in. */
export async function readDiscussion(
  world: World,
  { number }: StoredDiscussion,
  page: CommentPage,
  isKnown: boolean,
): Promise<ReadAnswer> {
  const { owner, name } = world.store.repository;
  const answer = await answerQuery({ query, variables: { owner, name, number, ...page } }, world, () => {});
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return toRead(answer.data, isKnown);
}
