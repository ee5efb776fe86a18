import type { Comment, Thread } from "../../comments/thread.ts";
import type { Problem } from "../../lib/problem.ts";
import { listDiscussions, type ListedDiscussion } from "../list-discussions.ts";
import { matchDiscussions } from "../match-discussions.ts";
import { createDiscussion, type CreateOptions } from "../sync/create-discussions.ts";
import type { SyncOptions, SyncPost } from "../sync/sync-options.ts";
import { addComment } from "./add-comment.ts";
import { findCopies, type Copy } from "./find-copies.ts";
import { leadToCopies } from "./lead-to-copies.ts";
import { planCopies, type CopyStep } from "./plan-copies.ts";

export type CopyOptions = CreateOptions &
  Pick<SyncOptions, "posts" | "files" | "dryRun"> & {
    /** Ids of posts and pages. */
    readonly threads: readonly string[] | "all";
    /** The Markdown of a copy: who wrote it and when, then the words. */
    readonly toBody: (step: CopyStep, post: SyncPost) => string;
  };

/** What was done, or would be, with one thread. */
export type CopiedThread = {
  readonly post: string;
  readonly file: string;
  /** Undefined: a discussion that is still to be made. */
  readonly number?: number;
  readonly copied: number;
};

export type CopyReport = {
  readonly threads: readonly CopiedThread[];
  /** Threads of which nothing is left to copy. */
  readonly unchanged: number;
  readonly problems: readonly Problem[];
};

/**
 * Copies comments that were written elsewhere into discussions, one after the other. May be stopped at any time and run
 * again: what is on GitHub is known by its mark there, and by its address in the thread file.
 */
export async function copyThreads(options: CopyOptions): Promise<CopyReport> {
  const posts = new Map(options.posts.map((post) => [post.id.normalize("NFC"), post]));
  const names = options.threads === "all" ? options.files.list().map(({ post }) => post) : options.threads;
  const threads: CopiedThread[] = [];
  const problems: Problem[] = [];
  let unchanged = 0;
  let listed: readonly ListedDiscussion[] | undefined;
  for (const name of new Set(names.map((id) => id.normalize("NFC")))) {
    const found = readThread(name, posts.get(name), options);
    if ("problems" in found) {
      problems.push(...found.problems);
      continue;
    }
    if (planCopies(found.thread.comments).length === 0) {
      unchanged += 1;
      continue;
    }
    listed ??= await list(options);
    const outcome = await copyThread(found, findDiscussion(found, listed, options), options);
    if ("severity" in outcome) problems.push(outcome);
    else threads.push(outcome);
  }
  return { threads, unchanged, problems };
}

type Found = { readonly post: SyncPost; readonly thread: Thread };

function readThread(
  id: string,
  post: SyncPost | undefined,
  { files, threads }: CopyOptions,
): Found | { readonly problems: readonly Problem[] } {
  const { thread, problems } = files.read(id);
  if (problems.length > 0) return { problems };
  if (thread && post) return { thread, post };
  // Of all threads those without a post are what `check` speaks of.
  if (threads === "all") return { problems: [] };
  const message = thread ? `no published post has the id ${id}` : `there is no thread of ${id} to copy`;
  return { problems: [toProblem(files.nameOf(id), message, "Name the `id` of a post or page that has comments.")] };
}

async function list({ client, place, onProgress }: CopyOptions): Promise<ListedDiscussion[]> {
  const listed: ListedDiscussion[] = [];
  for await (const discussion of listDiscussions(client, place, { direction: "ASC" })) {
    listed.push(discussion);
    onProgress(`Listing discussions: ${listed.length}`);
  }
  return listed;
}

function findDiscussion({ post, thread }: Found, listed: readonly ListedDiscussion[], { posts }: CopyOptions) {
  const known = { post: post.id, ...(thread.discussion && { number: thread.discussion.number }) };
  const ids = posts.map(({ id }) => id);
  return matchDiscussions(listed, [known], ids).matches.find((match) => match.post === post.id)?.discussion;
}

async function copyThread(
  { post, thread }: Found,
  existing: ListedDiscussion | undefined,
  options: CopyOptions,
): Promise<CopiedThread | Problem> {
  const { files, dryRun, client, onProgress } = options;
  const file = files.nameOf(post.id);
  if (existing?.locked) {
    return toProblem(file, `discussion ${existing.number} is locked`, "Unlock it while its comments are copied.");
  }
  if (thread.discussion && !existing) {
    const message = `its discussion ${thread.discussion.number} is not in the category any more`;
    return toProblem(file, message, "Run `npm run sync -- --prune` if it was deleted.");
  }
  if (dryRun && !existing) return { post: post.id, file, copied: planCopies(thread.comments).length };
  const discussion = existing ?? (await createDiscussion(post, options));
  const { id, number, url, locked } = discussion;
  const copies = existing ? await findCopies(client, id) : new Map<string, Copy>();
  let own: Thread = { ...thread, discussion: { number, url, locked } };
  const keep = (): void => {
    own = { ...own, comments: leadToCopies(own.comments, copies) };
    if (!dryRun) files.write(post.id, own);
  };
  keep();
  const steps = planCopies(own.comments);
  for (const [index, step] of dryRun ? [] : steps.entries()) {
    onProgress(`Copying ${post.id}: ${index + 1} of ${steps.length} comments`);
    const replyTo = step.root && toNodeId(step.root, copies);
    const comment = { discussion: id, anchor: step.comment.anchor, body: options.toBody(step, post) };
    copies.set(step.comment.anchor, await addComment({ ...comment, ...(replyTo && { replyTo }) }, options));
    keep();
  }
  return { post: post.id, file, number, copied: steps.length };
}

function toNodeId({ source, id, anchor }: Comment, copies: ReadonlyMap<string, Copy>): string | undefined {
  return source === "github" ? id : copies.get(anchor)?.id;
}

function toProblem(file: string, message: string, remedy: string): Problem {
  return { id: "copy-thread", severity: "error", file, line: 1, column: 1, message, remedy };
}
