import { withoutSilenced } from "../checks/apply-levels.ts";
import { isError, type Problem } from "../lib/problem.ts";
import { nextTurn } from "./next-turn.ts";
import type { SitePlan } from "./site-plan.ts";

/** Renders the Markdown of everything that will be published; the problems are the authors'. */
export async function renderAll(
  { context, content, keepResults }: SitePlan,
  onProgress: (done: number, total: number) => void,
): Promise<Problem[]> {
  const entries = [...context.blog.posts, ...context.blog.pages];
  for (const [index, entry] of entries.entries()) {
    onProgress(index, entries.length);
    content.problemsOf(entry);
    // Pictures are looked at and encoded meanwhile, if only they get a turn.
    if (index % 20 === 19) await nextTurn();
  }
  await content.settle();
  keepResults();
  return entries.flatMap((entry) => content.problemsOf(entry));
}

/** The same a few at a time, so that requests are answered in between; undefined when `isStale` stops it. */
export async function renderInTurns(
  { context, content, keepResults }: SitePlan,
  isStale: () => boolean,
): Promise<Problem[] | undefined> {
  const { posts, pages } = context.blog;
  const problems: Problem[] = [];
  for (const entry of [...posts, ...pages]) {
    await nextTurn();
    if (isStale()) return undefined;
    problems.push(...content.problemsOf(entry));
  }
  keepResults();
  return problems;
}

/** Without what the owner or an author has switched off. */
export function withoutSilencedOf({ context }: SitePlan, problems: readonly Problem[]): readonly Problem[] {
  const { posts, scheduled, drafts, pages } = context.blog;
  return withoutSilenced(problems, context.site, [...posts, ...scheduled, ...drafts, ...pages]);
}

/** Errors first stop a build; warnings alone do not. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(isError);
}
