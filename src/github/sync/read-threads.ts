import { GithubError } from "../github-error.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { ListedDiscussion } from "../list-discussions.ts";
import { mostThreadsAtOnce, queries, threadQueries } from "../queries.ts";
import { responses, type Said, type SaidPage } from "../responses.ts";

/** A comment with all its replies. */
export type SaidTree = { readonly said: Said; readonly replies: readonly Said[] };

/** Everything that was said in a discussion; `gone` when it vanished after it was listed. */
export type ReadThread = { readonly discussion: ListedDiscussion; readonly comments: readonly SaidTree[] | "gone" };

// A point is a hundred connections, so a page of 100 comments costs as much as one of 50; the most, 250 with 20 replies
// each, are 5,260 nodes of the 500,000 that GitHub allows, because all of it has to be in memory at once.
const mostCommentsAtOnce = 250;
const commentsAtOnce = 100;
const repliesAtOnce = 20;
const moreRepliesAtOnce = 100;

/** Reads discussions, several with one question while they are small; each is given as soon as it is whole. */
export async function* readThreads(
  client: GraphqlClient,
  discussions: readonly ListedDiscussion[],
): AsyncGenerator<ReadThread> {
  const [silent, spoken] = [
    discussions.filter(({ comments }) => comments === 0),
    discussions.filter(({ comments }) => comments > 0),
  ];
  for (const discussion of silent) yield { discussion, comments: [] };
  for (const batch of toBatches(spoken)) yield* readBatch(client, batch);
}

function* toBatches(discussions: readonly ListedDiscussion[]): Generator<ListedDiscussion[]> {
  let batch: ListedDiscussion[] = [];
  let most = 0;
  for (const discussion of discussions) {
    const size = Math.max(most, Math.min(discussion.comments, commentsAtOnce));
    if (batch.length >= mostThreadsAtOnce || (batch.length > 0 && size * (batch.length + 1) > mostCommentsAtOnce)) {
      yield batch;
      batch = [];
      most = 0;
    }
    batch.push(discussion);
    most = Math.max(most, Math.min(discussion.comments, commentsAtOnce));
  }
  if (batch.length > 0) yield batch;
}

async function* readBatch(client: GraphqlClient, batch: readonly ListedDiscussion[]): AsyncGenerator<ReadThread> {
  const answer = await askForBatch(client, batch);
  if (answer === "too-much") {
    const half = Math.ceil(batch.length / 2);
    yield* readBatch(client, batch.slice(0, half));
    yield* readBatch(client, batch.slice(half));
    return;
  }
  for (const [index, discussion] of batch.entries()) {
    const page = answer[`d${index}`]?.comments;
    // Its comments are let go of as soon as they are handed on.
    delete answer[`d${index}`];
    yield { discussion, comments: page ? await readRest(client, discussion, page) : "gone" };
  }
}

type BatchAnswer = Record<string, { readonly comments: SaidPage } | null>;

async function askForBatch(
  client: GraphqlClient,
  batch: readonly ListedDiscussion[],
): Promise<BatchAnswer | "too-much"> {
  const query = threadQueries[batch.length - 1] ?? "";
  const ids = Object.fromEntries(batch.map(({ id }, index) => [`id${index}`, id]));
  const most = Math.max(1, ...batch.map(({ comments }) => Math.min(comments, commentsAtOnce)));
  for (let comments = most; ; comments = Math.ceil(comments / 4)) {
    const variables = { ...ids, comments, replies: repliesAtOnce };
    const isSmallest = batch.length === 1 && comments === 1;
    try {
      return await client.ask({ query, variables, schema: responses.threads, ...(!isSmallest && { tries: 3 }) });
    } catch (error) {
      if (!(error instanceof GithubError)) throw error;
      if (error.kind === "not-found" && batch.length === 1) return {};
      const mayFit = error.kind === "gateway" || error.kind === "not-found";
      if (!mayFit || isSmallest) throw error;
      if (batch.length > 1) return "too-much";
    }
  }
}

async function readRest(client: GraphqlClient, { id }: ListedDiscussion, first: SaidPage): Promise<SaidTree[]> {
  const trees: SaidTree[] = [];
  for (let page = first; ;) {
    for (const { replies, ...said } of page.nodes) {
      const rest = replies.next === undefined ? [] : await readReplies(client, said.id, replies.next);
      trees.push({ said, replies: [...replies.nodes, ...rest] });
    }
    if (page.next === undefined) return trees;
    page = await askForMore(client, id, page.next);
  }
}

/** The next page, smaller when GitHub finds it too much. */
async function askForMore(client: GraphqlClient, id: string, after: string): Promise<SaidPage> {
  for (let comments = commentsAtOnce; ; comments = Math.ceil(comments / 4)) {
    const variables = { id, comments, replies: repliesAtOnce, after };
    const isSmallest = comments === 1;
    const question = {
      query: queries.moreComments,
      variables,
      schema: responses.moreComments,
      ...(!isSmallest && { tries: 3 }),
    };
    try {
      return (await client.ask(question)).node.comments;
    } catch (error) {
      if (isSmallest || !(error instanceof GithubError) || error.kind !== "gateway") throw error;
    }
  }
}

async function readReplies(client: GraphqlClient, id: string, start: string): Promise<Said[]> {
  const replies: Said[] = [];
  let after: string | undefined = start;
  do {
    const variables: Record<string, unknown> = { id, replies: moreRepliesAtOnce, after };
    const { node } = await client.ask({ query: queries.moreReplies, variables, schema: responses.moreReplies });
    replies.push(...node.replies.nodes);
    after = node.replies.next;
  } while (after !== undefined);
  return replies;
}
