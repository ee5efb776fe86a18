import type { GraphqlClient } from "../graphql-client.ts";
import { readCopyMark } from "../markers.ts";
import { queries } from "../queries.ts";
import { responses, type Copied } from "../responses.ts";

/** A comment on GitHub that was copied there. */
export type Copy = { readonly id: string; readonly url: string };

/** Those who may write for the blog: a mark in anybody else's comment is none. */
const trusted = new Set(["OWNER", "MEMBER", "COLLABORATOR"]);

/** The copies in a discussion by the anchor of what they are copies of; of two the one that was made first. */
export async function findCopies(client: GraphqlClient, discussion: string): Promise<Map<string, Copy>> {
  const copies = new Map<string, Copy>();
  const note = ({ id, url, body, viewerDidAuthor, authorAssociation }: Copied): void => {
    const anchor = viewerDidAuthor || trusted.has(authorAssociation) ? readCopyMark(body) : undefined;
    if (anchor !== undefined && !copies.has(anchor)) copies.set(anchor, { id, url });
  };
  let after: string | undefined;
  do {
    const variables: Record<string, unknown> = { id: discussion, after: after ?? null };
    const { node } = await client.ask({ query: queries.copies, variables, schema: responses.copies });
    for (const { replies, ...comment } of node.comments.nodes) {
      const rest = replies.next === undefined ? [] : await readReplies(client, comment.id, replies.next);
      for (const said of [comment, ...replies.nodes, ...rest]) note(said);
    }
    after = node.comments.next;
  } while (after !== undefined);
  return copies;
}

async function readReplies(client: GraphqlClient, id: string, start: string): Promise<Copied[]> {
  const found: Copied[] = [];
  let after: string | undefined = start;
  do {
    const variables: Record<string, unknown> = { id, after };
    const { node } = await client.ask({ query: queries.moreCopies, variables, schema: responses.moreCopies });
    found.push(...node.replies.nodes);
    after = node.replies.next;
  } while (after !== undefined);
  return found;
}
