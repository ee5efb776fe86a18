import { z } from "zod";

const group = z.object({
  content: z.string(),
  users: z.object({ totalCount: z.number() }),
  viewerHasReacted: z.boolean(),
});
const actor = z.object({ avatarUrl: z.string(), login: z.string(), url: z.string() });

const reply = z.object({
  id: z.string(),
  author: actor.nullable(),
  viewerDidAuthor: z.boolean(),
  createdAt: z.string(),
  url: z.string(),
  authorAssociation: z.string(),
  lastEditedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
  isMinimized: z.boolean(),
  bodyHTML: z.string(),
  reactionGroups: z.array(group),
});

const comment = reply.extend({
  upvoteCount: z.number(),
  viewerHasUpvoted: z.boolean(),
  viewerCanUpvote: z.boolean(),
  replies: z.object({
    totalCount: z.number(),
    nodes: z.array(reply.extend({ replyTo: z.object({ id: z.string() }).nullable() })),
  }),
});

const answer = z.object({
  viewer: actor,
  repository: z.object({
    discussion: z.object({
      id: z.string(),
      url: z.string(),
      locked: z.boolean(),
      repository: z.object({ nameWithOwner: z.string() }),
      reactions: z.object({ totalCount: z.number() }),
      reactionGroups: z.array(group),
      comments: z.object({ totalCount: z.number(), pageInfo: z.unknown(), nodes: z.array(comment) }),
    }),
  }),
});

type Group = z.infer<typeof group>;
type Reply = z.infer<typeof reply>;

/** The form in which giscus's own API has it. */
export function toRead(data: unknown, isKnown: boolean) {
  const { viewer, repository } = answer.parse(data);
  const { comments, reactions, reactionGroups, ...discussion } = repository.discussion;
  return {
    viewer: isKnown ? viewer : null,
    discussion: {
      ...discussion,
      totalCommentCount: comments.totalCount,
      // Of the comments on this page alone, as giscus has it.
      totalReplyCount: comments.nodes.reduce((sum, { replies }) => sum + replies.totalCount, 0),
      reactionCount: reactions.totalCount,
      reactions: toReactions(reactionGroups),
      pageInfo: comments.pageInfo,
      comments: comments.nodes.map(({ replies, ...said }) => ({
        ...toSaid(said),
        replyCount: replies.totalCount,
        replies: replies.nodes.map(({ replyTo, ...each }) => ({ ...toSaid(each), replyToId: replyTo?.id })),
      })),
    },
  };
}

export type ReadAnswer = ReturnType<typeof toRead>;

const ghost = {
  avatarUrl: "https://avatars.githubusercontent.com/u/10137?s=64&v=4",
  login: "ghost",
  url: "https://github.com/ghost",
};

function toSaid<Said extends Reply>({ author, reactionGroups, ...said }: Said) {
  return { ...said, author: author ?? ghost, reactions: toReactions(reactionGroups) };
}

function toReactions(groups: readonly Group[]) {
  return Object.fromEntries(
    groups.map(({ content, users, viewerHasReacted }) => [content, { count: users.totalCount, viewerHasReacted }]),
  );
}
