import type { ListedDiscussion } from "../list-discussions.ts";
import { matchDiscussions, type KnownThread } from "../match-discussions.ts";
import { ok, warning, type Check } from "./check.ts";
import { findRenamed, type Candidate } from "./find-renamed.ts";

/** Where the thread files and the posts of a blog are. */
export type ThreadsToCheck = {
  readonly threads: readonly KnownThread[];
  readonly posts: readonly Candidate[];
  readonly nameOf: (post: string) => string;
  /** Undefined: nobody could be asked. */
  readonly listed?: readonly ListedDiscussion[];
};

/** Threads, discussions and posts that do not fit together. */
export function checkThreads(input: ThreadsToCheck): Check[] {
  const checks = [...(input.listed ? checkDiscussions(input.listed, input) : []), ...checkOrphans(input)];
  return checks.length > 0 ? checks : [ok("threads", "threads and posts fit together")];
}

function checkDiscussions(listed: readonly ListedDiscussion[], { threads, posts, nameOf }: ThreadsToCheck): Check[] {
  const ids = posts.map(({ id }) => id);
  const { matches, duplicates, strangers, vanished } = matchDiscussions(listed, threads, ids);
  const own = new Map(matches.map(({ post, discussion }) => [post, discussion.number]));
  return [
    ...duplicates.map(({ post, discussion: { number, url } }) => {
      const message = `the post "${post}" has a second discussion, #${number}, beside #${own.get(post) ?? "a vanished one"}`;
      return warning("duplicate-discussion", message, `Move its comments over or delete it: ${url}.`);
    }),
    ...strangers.map(({ number, title, url }) => {
      const remedy = "Write `<!-- blog-id: ID -->` with the id of a post into its text, or move it to another category";
      return warning(
        "discussion-without-post",
        `discussion #${number} "${title}" belongs to no post`,
        `${remedy}: ${url}.`,
      );
    }),
    ...vanished.map(({ post, number }) => {
      const remedy = "Run `npm run sync -- --prune` to forget it.";
      return warning(
        "discussion-gone",
        `${nameOf(post)} is of discussion #${number}, which is not in the category`,
        remedy,
      );
    }),
  ];
}

function checkOrphans({ threads, posts, nameOf, listed = [] }: ThreadsToCheck): Check[] {
  const ids = new Set(posts.map(({ id }) => id.normalize("NFC")));
  const held = new Set(threads.map(({ post }) => post.normalize("NFC")));
  const titles = new Map(listed.map(({ number, title }) => [number, title]));
  const orphans = threads.filter(({ post }) => !ids.has(post.normalize("NFC")));
  const candidates = posts.filter(({ id }) => !held.has(id.normalize("NFC")));
  return orphans.map(({ post, number }) => {
    const title = number === undefined ? undefined : titles.get(number);
    const file = nameOf(post);
    const renamed = findRenamed({ post, file, ...(title !== undefined && { title }) }, candidates, orphans.length);
    const message = `${file} is a thread without a post`;
    if (!renamed)
      return warning("thread-without-post", message, `Add the line \`id: ${post}\` to its post, or remove the file.`);
    const remedy = `It probably belongs to ${renamed.file}: add the line \`id: ${post}\` to its front matter.`;
    return warning("thread-without-post", message, remedy);
  });
}
