import { GithubError } from "../github-error.ts";
import type { GiscusApi } from "../giscus-api.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import { splitRepo } from "../list-discussions.ts";
import { queries } from "../queries.ts";
import { responses } from "../responses.ts";

export type Category = { readonly id: string; readonly name: string };

/** What is undefined is not known: giscus says less than GitHub. */
export type Repository = {
  readonly repo: string;
  readonly id: string;
  readonly categories: readonly Category[];
  readonly isPrivate?: boolean;
  readonly hasDiscussions?: boolean;
  readonly hasGiscus?: boolean;
};

/** The ids of a repository: from GitHub where there is a token, else from giscus, which needs none. */
export async function lookUpRepository(repo: string, giscus: GiscusApi, client?: GraphqlClient): Promise<Repository> {
  if (!client) {
    const { repositoryId, categories } = await giscus.categories(repo);
    return { repo, id: repositoryId, categories: categories.filter(mayHold), hasGiscus: true };
  }
  const { repository } = await client.ask({
    query: queries.repository,
    variables: splitRepo(repo),
    schema: responses.repository,
  });
  if (!repository)
    throw new GithubError("not-found", `GitHub knows no repository ${repo}`, "Check its name and the token.");
  const { id, isPrivate, hasDiscussionsEnabled, discussionCategories } = repository;
  const categories = (discussionCategories.nodes ?? []).flatMap((category) => category ?? []).filter(mayHold);
  const hasGiscus = await giscus.isInstalled(repo).catch(toUnknown);
  return {
    repo,
    id,
    categories,
    isPrivate,
    hasDiscussions: hasDiscussionsEnabled,
    ...(hasGiscus !== undefined && { hasGiscus }),
  };
}

// Polls cannot be made from outside: GitHub's `createDiscussion` refuses their category.
function mayHold({ name }: Category): boolean {
  return !/^polls$/i.test(name);
}

function toUnknown(error: unknown): undefined {
  if (error instanceof GithubError) return undefined;
  throw error;
}
