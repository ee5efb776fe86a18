import type { Repository } from "./look-up-repository.ts";

/** What only a person can do, one line each with the address. */
export const clicks = {
  makePublic: (repo: string): string =>
    `Make ${repo} public, or nobody else sees the comments: https://github.com/${repo}/settings`,
  turnOn: (repo: string): string => `Turn Discussions on, under Features: https://github.com/${repo}/settings#features`,
  install: (repo: string): string =>
    `Install the giscus app on ${repo}: https://github.com/apps/giscus/installations/new`,
};

/** What is still to be clicked, as far as is known. */
export function findClicks({ repo, isPrivate, hasDiscussions, hasGiscus, categories }: Repository): string[] {
  return [
    ...(isPrivate === true ? [clicks.makePublic(repo)] : []),
    ...(hasDiscussions === false || categories.length === 0 ? [clicks.turnOn(repo)] : []),
    ...(hasGiscus === true ? [] : [clicks.install(repo)]),
  ];
}
