import { formatThread } from "../../comments/format-thread.ts";
import type { Comment } from "../../comments/thread.ts";
import { recogniseCopies } from "../copy/recognise-copies.ts";
import type { ListedDiscussion } from "../list-discussions.ts";
import type { Said } from "../responses.ts";
import type { AssetKind } from "./asset-store.ts";
import { toFileHash } from "./journal.ts";
import { findImages } from "./localize-html.ts";
import { mergeThread } from "./merge-thread.ts";
import type { SaidTree } from "./read-threads.ts";
import type { Change, SyncOptions } from "./sync-options.ts";
import type { StoredThread } from "./thread-files.ts";
import { toComment } from "./to-comment.ts";

export type Read = {
  readonly post: string;
  readonly discussion: ListedDiscussion;
  readonly comments: readonly SaidTree[];
  /** The time from which on it counts as read. */
  readonly at: number;
};

/** Brings one thread file up to date with a complete read; undefined when it was already. */
export async function storeThread(
  read: Read,
  options: SyncOptions,
): Promise<Change | StoredThread["problems"] | undefined> {
  const { files, journal, dryRun } = options;
  const { post, discussion, at } = read;
  const stored = files.read(post);
  if (stored.bytes && !stored.thread) return stored.problems;
  const comments = await toComments(read.comments, options);
  const { number, url, locked, signature } = discussion;
  const name = stored.thread?.post ?? post;
  const { client } = options;
  const old = stored.thread && (await recogniseCopies(stored.thread, comments, { client, discussion: discussion.id }));
  const thread = mergeThread(old, { post: name, discussion: { number, url, locked }, comments });
  const isChanged = !stored.thread || formatThread(stored.thread) !== formatThread(thread);
  const bytes = isChanged && !dryRun ? files.write(post, thread) : stored.bytes;
  journal.setRead({ at, number, signature, file: toFileHash(bytes) });
  if (!isChanged) return undefined;
  return { change: stored.thread ? "changed" : "new", post, file: files.nameOf(post), number };
}

async function toComments(trees: readonly SaidTree[], { assets, owners, sanitize }: SyncOptions): Promise<Comment[]> {
  const pictures = await fetchPictures(trees, assets);
  const context = {
    sanitize,
    stored: (url: string) => pictures.get(url),
    isOwner: ({ author, authorAssociation }: Said) =>
      authorAssociation === "OWNER" || owners.has(author?.login.toLowerCase() ?? ""),
  };
  return trees.map(({ said, replies }) => {
    const answers = replies.map((reply) => toComment(reply, [], context));
    return toComment(said, answers, context);
  });
}

// More pictures than this in one comment are no conversation: the rest become links.
const mostImages = 20;
const atOnce = 6;

/** Paths of all pictures that a thread needs and that could be had, by address. */
async function fetchPictures(trees: readonly SaidTree[], assets: SyncOptions["assets"]): Promise<Map<string, string>> {
  const wanted = new Map<string, AssetKind>();
  for (const said of trees.flatMap((tree) => [tree.said, ...tree.replies])) {
    if (said.deletedAt !== null) continue;
    if (said.author) wanted.set(said.author.avatarUrl, "avatars");
    for (const url of findImages(said.bodyHTML).slice(0, mostImages)) wanted.set(url, "media");
  }
  const found = new Map<string, string>();
  const waiting = wanted.entries();
  const work = async (): Promise<void> => {
    for (const [url, kind] of waiting) {
      const path = await assets.fetch(kind, url);
      if (path !== undefined) found.set(url, path);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, wanted.size) }, work));
  return found;
}
