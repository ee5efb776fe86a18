import type { ListedDiscussion } from "./list-discussions.ts";
import { toSha1, toTerm } from "./markers.ts";

/** A thread file as far as matching goes: `number` when it knows its discussion. */
export type KnownThread = { readonly post: string; readonly number?: number };

export type Match = { readonly post: string; readonly discussion: ListedDiscussion };

export type Matches = {
  /** By number. */
  readonly matches: readonly Match[];
  /** Further discussions of posts that have one: giscus may show either. */
  readonly duplicates: readonly Match[];
  /** Discussions of no post that is known. */
  readonly strangers: readonly ListedDiscussion[];
  /** Threads whose discussion is not in the category any more. */
  readonly vanished: readonly (KnownThread & { readonly number: number })[];
};

/**
 * Which discussion belongs to which post: by the number in the thread file, else by what the body says, our own mark
 * before giscus's hash, the oldest discussion first.
 */
export function matchDiscussions(
  listed: readonly ListedDiscussion[],
  threads: readonly KnownThread[],
  posts: Iterable<string>,
): Matches {
  const byNumber = new Map(listed.map((discussion) => [discussion.number, discussion]));
  const known = threads.flatMap(({ post, number }) => (number === undefined ? [] : [{ post, number }]));
  const taken = new Map<string, number>();
  const matched = new Map<number, Match>();
  for (const { post, number } of known) {
    taken.set(post, number);
    const discussion = byNumber.get(number);
    if (discussion && !matched.has(number)) matched.set(number, { post, discussion });
  }
  const find = createFinder([...posts, ...threads.map(({ post }) => post)]);
  const duplicates: Match[] = [];
  const strangers: ListedDiscussion[] = [];
  for (const discussion of listed.toSorted((a, b) => a.number - b.number)) {
    if (matched.has(discussion.number)) continue;
    const post = find(discussion);
    if (post === undefined) strangers.push(discussion);
    else if (taken.has(post)) duplicates.push({ post, discussion });
    else {
      taken.set(post, discussion.number);
      matched.set(discussion.number, { post, discussion });
    }
  }
  return {
    matches: [...matched.values()].sort((a, b) => a.discussion.number - b.discussion.number),
    duplicates,
    strangers,
    vanished: known.filter(({ number }) => !byNumber.has(number)),
  };
}

/** The post that a discussion's body names; ids are compared in NFC, as the model does. */
function createFinder(posts: readonly string[]): (discussion: ListedDiscussion) => string | undefined {
  const byId = new Map(posts.map((post) => [post.normalize("NFC"), post]));
  const byHash = new Map(posts.map((post) => [toSha1(toTerm(post)), post]));
  return ({ markers }) => {
    const named = markers.blogId === undefined ? undefined : byId.get(markers.blogId);
    return named ?? markers.hashes.map((hash) => byHash.get(hash)).find((post) => post !== undefined);
  };
}
