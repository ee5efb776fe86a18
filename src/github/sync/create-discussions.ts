import { GithubError } from "../github-error.ts";
import { listDiscussions, toListed, type ListedDiscussion } from "../list-discussions.ts";
import { toDiscussionBody } from "../markers.ts";
import { queries } from "../queries.ts";
import { responses } from "../responses.ts";
import type { SyncOptions, SyncPost } from "./sync-options.ts";

// GitHub's limit for making content is about 80 a minute and 500 an hour, with a second in between
// (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api): some are left for people.
export const mostInAnHour = 450;
export const hour = 60 * 60_000;
const second = 1000;

/** Makes the discussion of a post, when it is time for one more. */
export async function createDiscussion(post: SyncPost, options: SyncOptions): Promise<ListedDiscussion> {
  const { client, place, runtime } = options;
  const { id, url, title } = post;
  const body = toDiscussionBody({ id, url, excerpt: await post.excerpt() });
  const variables = { repository: place.repoId, category: place.categoryId, title, body };
  const question = { query: queries.createDiscussion, variables, schema: responses.createDiscussion, isMutation: true };
  for (let tries = 1; ; tries += 1) {
    await waitForTurn(options);
    options.journal.setCreated(runtime.now());
    try {
      return toListed((await client.ask(question)).createDiscussion.discussion);
    } catch (error) {
      if (!(error instanceof GithubError) || error.kind !== "unknown-outcome") throw error;
      const made = await findNewest(id, options);
      if (made) return made;
      if (tries >= 4) throw error;
    }
  }
}

/** Whether a discussion was made although GitHub's answer was lost; it would be among the newest. */
async function findNewest(id: string, { client, place, runtime }: SyncOptions): Promise<ListedDiscussion | undefined> {
  await runtime.sleep(second);
  let seen = 0;
  for await (const discussion of listDiscussions(client, place, { direction: "DESC", pageSize: 20 })) {
    if (discussion.markers.blogId === id.normalize("NFC")) return discussion;
    seen += 1;
    if (seen >= 20) return undefined;
  }
  return undefined;
}

async function waitForTurn({ journal, runtime, onProgress }: SyncOptions): Promise<void> {
  const turn = toNextTurn(journal.created());
  for (let left = turn - runtime.now(); left > 0; left = turn - runtime.now()) {
    if (left > 2 * second)
      onProgress(`GitHub lets ${mostInAnHour} discussions be made an hour: ${toDuration(left)} to wait`);
    await runtime.sleep(Math.min(left, second));
  }
}

/** One a second, and so many an hour, earlier runs included. */
export function toNextTurn(created: readonly number[]): number {
  const last = created.at(-1) ?? -Infinity;
  const hourAgo = created.at(-mostInAnHour) ?? -Infinity;
  return Math.max(last + second, hourAgo + hour);
}

/** `12 min` or `40 s` */
export function toDuration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds >= 120 ? `${Math.ceil(seconds / 60)} min` : `${seconds} s`;
}
