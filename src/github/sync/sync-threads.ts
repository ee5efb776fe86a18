import type { Problem } from "../../lib/problem.ts";
import { listDiscussions, type ListedDiscussion } from "../list-discussions.ts";
import { matchDiscussions, type Match, type Matches } from "../match-discussions.ts";
import { hour } from "./content-turn.ts";
import { createDiscussion } from "./create-discussions.ts";
import { toFileHash } from "./journal.ts";
import { pruneThreads } from "./prune-threads.ts";
import { readThreads } from "./read-threads.ts";
import { storeThread } from "./store-thread.ts";
import type { Change, SyncOptions, SyncReport } from "./sync-options.ts";

const day = 24 * hour;
// GitHub's times are whole seconds: what is said in the second in which a thread was read changes none of them.
const settling = 2000;

type Findings = { readonly changes: Change[]; readonly problems: Problem[]; readonly gone: Match[] };

/** Brings the thread files up to date with the discussions, one after the other; may be stopped at any time. */
export async function syncThreads(options: SyncOptions): Promise<SyncReport> {
  const { files, journal, runtime } = options;
  const findings: Findings = { changes: [], problems: [], gone: [] };
  const all = options.full || isFullDue(options);
  const since = startFull(options, all);
  const listed = await list(options);
  const matched = await matchAndPrune(listed, options, findings);
  const stale = matched.matches.filter((match) => !isFresh(match, options, all ? since : undefined));
  await readAndStore(stale, since, options, findings);
  if (options.create) await createMissing(matched, options, findings);
  if (all && !options.dryRun && findings.problems.length === 0) {
    options.assets.keepOnly(findPictures(files));
    journal.setFull("full-end", runtime.now());
  }
  return toReport(matched, findings, options);
}

/** Reactions, edits of replies and minimizing may not show in `updatedAt`: once a day everything is asked for. */
function isFullDue({ journal, runtime }: SyncOptions): boolean {
  const end = journal.fullEnd();
  return end === undefined || runtime.now() - end >= day || journal.unfinishedFull() !== undefined;
}

/** The time from which on a thread counts as read: that of a full read which was stopped goes on, for a day. */
function startFull({ journal, runtime }: SyncOptions, all: boolean): number {
  const now = runtime.now();
  const unfinished = journal.unfinishedFull();
  if (all && unfinished !== undefined && now - unfinished < day) return unfinished;
  if (all) journal.setFull("full-start", now);
  return now;
}

async function list({ client, place, onProgress }: SyncOptions): Promise<ListedDiscussion[]> {
  const listed: ListedDiscussion[] = [];
  for await (const discussion of listDiscussions(client, place, { direction: "ASC" })) {
    listed.push(discussion);
    onProgress(`Listing discussions: ${listed.length}`);
  }
  return listed;
}

async function matchAndPrune(
  listed: ListedDiscussion[],
  options: SyncOptions,
  { changes }: Findings,
): Promise<Matches> {
  const ids = options.posts.map(({ id }) => id);
  const matched = matchDiscussions(listed, options.files.list(), ids);
  if (!options.prune || matched.vanished.length === 0) return matched;
  const pruned = await pruneThreads(matched.vanished, options);
  changes.push(...pruned);
  const left = new Set(pruned.map(({ post }) => post));
  const threads = options.files.list().filter(({ post }) => !left.has(post));
  return matchDiscussions(listed, threads, [...ids, ...left]);
}

function isFresh({ post, discussion }: Match, { journal, files }: SyncOptions, since: number | undefined): boolean {
  const file = toFileHash(files.readBytes(post));
  const at = journal.readAt(discussion.number, discussion.signature, file);
  if (at === undefined || file === "" || at - discussion.updatedAt < settling) return false;
  return since === undefined || at >= since;
}

async function readAndStore(
  stale: readonly Match[],
  at: number,
  options: SyncOptions,
  findings: Findings,
): Promise<void> {
  const byNumber = new Map(stale.map((match) => [match.discussion.number, match]));
  const discussions = stale.map(({ discussion }) => discussion);
  let done = 0;
  for await (const { discussion, comments } of readThreads(options.client, discussions)) {
    const match = byNumber.get(discussion.number);
    done += 1;
    options.onProgress(`Reading comments: ${done} of ${stale.length} discussions`);
    if (!match) continue;
    if (comments === "gone") findings.gone.push(match);
    else note(await storeThread({ post: match.post, discussion, comments, at }, options), findings);
  }
}

async function createMissing({ matches, vanished }: Matches, options: SyncOptions, findings: Findings): Promise<void> {
  const taken = new Set([...matches, ...vanished].map(({ post }) => post.normalize("NFC")));
  const missing = options.posts.filter(({ id, isOpen }) => isOpen && !taken.has(id.normalize("NFC")));
  for (const [index, post] of missing.entries()) {
    const { id } = post;
    const { files, runtime } = options;
    const stored = files.read(id);
    // A file that cannot be read may well know its discussion.
    if (stored.bytes && !stored.thread) {
      findings.problems.push(...stored.problems);
      continue;
    }
    options.onProgress(`Making discussions: ${index + 1} of ${missing.length}`);
    if (options.dryRun) {
      findings.changes.push({ change: "created", post: id, file: files.nameOf(id) });
      continue;
    }
    const discussion = await createDiscussion(post, options);
    const change = await storeThread({ post: id, discussion, comments: [], at: runtime.now() }, options);
    note(change && "change" in change ? { ...change, change: "created" } : change, findings);
  }
}

function note(outcome: Awaited<ReturnType<typeof storeThread>>, { changes, problems }: Findings): void {
  if (outcome === undefined) return;
  if ("change" in outcome) changes.push(outcome);
  else problems.push(...outcome);
}

/** Every picture that a thread file names, also one that cannot be read. */
function findPictures(files: SyncOptions["files"]): Set<string> {
  const used = new Set<string>();
  for (const { post } of files.list()) {
    const text = Buffer.from(files.readBytes(post) ?? []).toString("utf8");
    for (const [path] of text.matchAll(/(?:avatars|media)\/[0-9a-f]{16}\.\w+/g)) used.add(path);
  }
  return used;
}

function toReport(matched: Matches, { changes, problems, gone }: Findings, { files }: SyncOptions): SyncReport {
  const lost = [...matched.vanished, ...gone.map(({ post, discussion }) => ({ post, number: discussion.number }))];
  const touched = new Set(changes.map(({ post }) => post));
  return {
    changes,
    unchanged: matched.matches.filter(({ post }) => !touched.has(post)).length,
    vanished: lost.map(({ post, number }) => ({ post, number, file: files.nameOf(post) })),
    ignored: [
      ...matched.duplicates.map(({ post, discussion: { number, url } }) => ({ number, url, post })),
      ...matched.strangers.map(({ number, url }) => ({ number, url })),
    ],
    problems,
  };
}
