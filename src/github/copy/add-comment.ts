import { GithubError } from "../github-error.ts";
import { toCopyMark } from "../markers.ts";
import { queries } from "../queries.ts";
import { responses } from "../responses.ts";
import { makeInTurn } from "../sync/content-turn.ts";
import type { CreateOptions } from "../sync/create-discussions.ts";
import { findCopies, type Copy } from "./find-copies.ts";

export type NewComment = {
  /** Node ids. */
  readonly discussion: string;
  readonly replyTo?: string;
  readonly anchor: string;
  /** Markdown, without our mark. */
  readonly body: string;
};

const mostTries = 4;

/** Writes one comment, when it is time for one more; where the answer is lost, it is looked for before it is repeated. */
export async function addComment(comment: NewComment, options: CreateOptions): Promise<Copy> {
  const { client, runtime } = options;
  const { discussion, replyTo = null, anchor } = comment;
  const variables = { discussion, replyTo, body: `${comment.body}\n\n${toCopyMark(anchor)}` };
  const question = { query: queries.addComment, variables, schema: responses.addComment, isMutation: true };
  for (let tries = 1; ; tries += 1) {
    try {
      return (await makeInTurn(options, () => client.ask(question))).addDiscussionComment.comment;
    } catch (error) {
      if (!(error instanceof GithubError) || error.kind !== "unknown-outcome") throw error;
      await runtime.sleep(1000);
      const made = (await findCopies(client, discussion)).get(anchor);
      if (made) return made;
      if (tries >= mostTries) throw error;
    }
  }
}
