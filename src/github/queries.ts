/** How many discussions are read in one question; the queries are constants, so there is one for each number. */
export const mostThreadsAtOnce = 10;

const listed = `fragment Listed on Discussion {
  id
  number
  title
  url
  locked
  updatedAt
  body
  comments { totalCount }
}`;

const said = `fragment Said on DiscussionComment {
  id
  databaseId
  url
  author { login url avatarUrl(size: 64) }
  authorAssociation
  createdAt
  lastEditedAt
  deletedAt
  isMinimized
  minimizedReason
  bodyHTML
  upvoteCount
  reactionGroups { content reactors { totalCount } }
}`;

const saidWithReplies = `fragment SaidWithReplies on DiscussionComment {
  ...Said
  replies(first: $replies) { nodes { ...Said } pageInfo { hasNextPage endCursor } }
}`;

const copied = `fragment Copied on DiscussionComment {
  id
  url
  body
  viewerDidAuthor
  authorAssociation
}`;

const comments = `comments(first: $comments) { nodes { ...SaidWithReplies } pageInfo { hasNextPage endCursor } }`;

/** Each discussion under a name of its own, by \`node\`: \`d0\`, \`d1\`, … */
function toThreadsQuery(size: number): string {
  const numbers = Array.from({ length: size }, (_, index) => index);
  const parameters = numbers.map((index) => `$id${index}: ID!`).join(", ");
  const nodes = numbers.map((index) => `  d${index}: node(id: $id${index}) { ... on Discussion { id ${comments} } }`);
  return `query Threads(${parameters}, $comments: Int!, $replies: Int!) {
${nodes.join("\n")}
}
${saidWithReplies}
${said}`;
}

/** Everything that we send to GitHub. A test holds each against GitHub's own schema. */
export const queries = {
  repository: `query Repository($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    id
    isPrivate
    hasDiscussionsEnabled
    discussionCategories(first: 100) { nodes { id name slug isAnswerable } }
  }
}`,
  origins: `query Origins($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { object(expression: "HEAD:giscus.json") { ... on Blob { text } } }
}`,
  list: `query List($owner: String!, $name: String!, $category: ID!, $direction: OrderDirection!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussions(categoryId: $category, first: $first, after: $after, orderBy: { field: CREATED_AT, direction: $direction }) {
      nodes { ...Listed }
      pageInfo { hasNextPage endCursor }
    }
  }
}
${listed}`,
  discussion: `query Discussion($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { discussion(number: $number) { id } }
}`,
  moreComments: `query MoreComments($id: ID!, $comments: Int!, $replies: Int!, $after: String) {
  node(id: $id) {
    ... on Discussion {
      comments(first: $comments, after: $after) {
        nodes { ...SaidWithReplies }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}
${saidWithReplies}
${said}`,
  moreReplies: `query MoreReplies($id: ID!, $replies: Int!, $after: String) {
  node(id: $id) {
    ... on DiscussionComment {
      replies(first: $replies, after: $after) { nodes { ...Said } pageInfo { hasNextPage endCursor } }
    }
  }
}
${said}`,
  copies: `query Copies($id: ID!, $after: String) {
  node(id: $id) {
    ... on Discussion {
      comments(first: 50, after: $after) {
        nodes {
          ...Copied
          replies(first: 50) { nodes { ...Copied } pageInfo { hasNextPage endCursor } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}
${copied}`,
  moreCopies: `query MoreCopies($id: ID!, $after: String) {
  node(id: $id) {
    ... on DiscussionComment {
      replies(first: 100, after: $after) { nodes { ...Copied } pageInfo { hasNextPage endCursor } }
    }
  }
}
${copied}`,
  addComment: `mutation AddComment($discussion: ID!, $body: String!, $replyTo: ID) {
  addDiscussionComment(input: { discussionId: $discussion, body: $body, replyToId: $replyTo }) {
    comment { id url }
  }
}`,
  createDiscussion: `mutation CreateDiscussion($repository: ID!, $category: ID!, $title: String!, $body: String!) {
  createDiscussion(input: { repositoryId: $repository, categoryId: $category, title: $title, body: $body }) {
    discussion { ...Listed }
  }
}
${listed}`,
} as const;

/** At index n the query for n + 1 discussions. */
export const threadQueries: readonly string[] = Array.from({ length: mostThreadsAtOnce }, (_, index) =>
  toThreadsQuery(index + 1),
);
