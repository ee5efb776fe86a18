import { z } from "zod";

/** GitHub's answers as they come; what we do not ask for is not here. */
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

/** A list with no holes: GitHub writes null for what it will not show. */
function connection<Node extends z.ZodType>(node: Node) {
  return z.object({ nodes: z.array(node.nullable()).nullable(), pageInfo }).transform(({ nodes, pageInfo: page }) => ({
    nodes: (nodes ?? []).flatMap((item) => (item === null ? [] : [item])),
    ...(page.hasNextPage && page.endCursor !== null && { next: page.endCursor }),
  }));
}

const listed = z.object({
  id: z.string(),
  number: z.number().int().positive(),
  title: z.string(),
  url: z.string(),
  locked: z.boolean(),
  updatedAt: z.string(),
  body: z.string(),
  comments: z.object({ totalCount: z.number() }),
});

export type ListedAnswer = z.output<typeof listed>;

const said = z.object({
  id: z.string(),
  databaseId: z.number().nullable(),
  url: z.string(),
  author: z.object({ login: z.string(), url: z.string(), avatarUrl: z.string() }).nullable(),
  authorAssociation: z.string(),
  createdAt: z.string(),
  lastEditedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
  isMinimized: z.boolean(),
  minimizedReason: z.string().nullable(),
  bodyHTML: z.string(),
  upvoteCount: z.number(),
  reactionGroups: z.array(z.object({ content: z.string(), reactors: z.object({ totalCount: z.number() }) })).nullable(),
});

/** One comment or reply as GitHub has it. */
export type Said = z.output<typeof said>;

const replies = connection(said);
const comments = connection(said.extend({ replies }));

export type SaidPage = z.output<typeof comments>;

const copied = z.object({
  id: z.string(),
  url: z.string(),
  body: z.string(),
  viewerDidAuthor: z.boolean(),
  authorAssociation: z.string(),
});

/** A comment with its Markdown, in which the mark of a copy stands. */
export type Copied = z.output<typeof copied>;

const category = z.object({ id: z.string(), name: z.string(), slug: z.string(), isAnswerable: z.boolean() });

export const responses = {
  repository: z.object({
    repository: z
      .object({
        id: z.string(),
        isPrivate: z.boolean(),
        hasDiscussionsEnabled: z.boolean(),
        discussionCategories: z.object({ nodes: z.array(category.nullable()).nullable() }),
      })
      .nullable(),
  }),
  origins: z.object({
    repository: z.object({ object: z.object({ text: z.string().nullish() }).nullable() }).nullable(),
  }),
  list: z.object({ repository: z.object({ discussions: connection(listed) }) }),
  discussion: z.object({ repository: z.object({ discussion: z.object({ id: z.string() }).nullable() }).nullable() }),
  threads: z.record(z.string(), z.object({ comments }).nullable()),
  moreComments: z.object({ node: z.object({ comments }) }),
  moreReplies: z.object({ node: z.object({ replies }) }),
  copies: z.object({
    node: z.object({ comments: connection(copied.extend({ replies: connection(copied) })) }),
  }),
  moreCopies: z.object({ node: z.object({ replies: connection(copied) }) }),
  addComment: z.object({
    addDiscussionComment: z.object({ comment: z.object({ id: z.string(), url: z.string() }) }),
  }),
  createDiscussion: z.object({ createDiscussion: z.object({ discussion: listed }) }),
};
