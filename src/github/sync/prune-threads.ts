import { GithubError } from "../github-error.ts";
import { splitRepo } from "../list-discussions.ts";
import type { KnownThread } from "../match-discussions.ts";
import { queries } from "../queries.ts";
import { responses } from "../responses.ts";
import { mergeThread } from "./merge-thread.ts";
import type { Change, SyncOptions } from "./sync-options.ts";

type Vanished = KnownThread & { readonly number: number };

/**
 * Takes what GitHub does not have any more out of the thread files; what came from elsewhere stays. A discussion that
 * is only in another category is not gone: asking for it by number keeps a wrong setting from emptying a blog.
 */
export async function pruneThreads(vanished: readonly Vanished[], options: SyncOptions): Promise<Change[]> {
  const changes: Change[] = [];
  for (const { post, number } of vanished) {
    const { thread } = options.files.read(post);
    if (!thread || !(await isGone(number, options))) continue;
    const rest = mergeThread(thread, { post: thread.post, discussion: null, comments: [] });
    changes.push({ change: "pruned", post, number, file: options.files.nameOf(post) });
    if (options.dryRun) continue;
    if (rest.comments.length === 0 && (rest.pings ?? []).length === 0) options.files.remove(post);
    else options.files.write(post, rest);
  }
  return changes;
}

async function isGone(number: number, { client, place }: SyncOptions): Promise<boolean> {
  const variables = { ...splitRepo(place.repo), number };
  try {
    const { repository } = await client.ask({ query: queries.discussion, variables, schema: responses.discussion });
    return repository !== null && repository.discussion === null;
  } catch (error) {
    // The repository itself was there a moment ago, when its discussions were listed.
    if (error instanceof GithubError && error.kind === "not-found") return true;
    throw error;
  }
}
