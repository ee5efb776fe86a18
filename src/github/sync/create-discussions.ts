import { GithubError } from "../github-error.ts";
import { listDiscussions, toListed, type ListedDiscussion } from "../list-discussions.ts";
import { toDiscussionBody } from "../markers.ts";
import { queries } from "../queries.ts";
import { responses } from "../responses.ts";
import { makeInTurn, type TurnOptions } from "./content-turn.ts";
import type { SyncOptions, SyncPost } from "./sync-options.ts";

const second = 1000;

export type CreateOptions = TurnOptions & Pick<SyncOptions, "client" | "place">;

/** Makes the discussion of a post, when it is time for one more. */
export async function createDiscussion(post: SyncPost, options: CreateOptions): Promise<ListedDiscussion> {
  const { client, place } = options;
  const { id, url, title } = post;
  const body = toDiscussionBody({ id, url, excerpt: await post.excerpt() });
  const variables = { repository: place.repoId, category: place.categoryId, title, body };
  const question = { query: queries.createDiscussion, variables, schema: responses.createDiscussion, isMutation: true };
  for (let tries = 1; ; tries += 1) {
    try {
      return toListed((await makeInTurn(options, () => client.ask(question))).createDiscussion.discussion);
    } catch (error) {
      if (!(error instanceof GithubError) || error.kind !== "unknown-outcome") throw error;
      const made = await findNewest(id, options);
      if (made) return made;
      if (tries >= 4) throw error;
    }
  }
}

/** Whether a discussion was made although GitHub's answer was lost; it would be among the newest. */
async function findNewest(
  id: string,
  { client, place, runtime }: CreateOptions,
): Promise<ListedDiscussion | undefined> {
  await runtime.sleep(second);
  let seen = 0;
  for await (const discussion of listDiscussions(client, place, { direction: "DESC", pageSize: 20 })) {
    if (discussion.markers.blogId === id.normalize("NFC")) return discussion;
    seen += 1;
    if (seen >= 20) return undefined;
  }
  return undefined;
}
