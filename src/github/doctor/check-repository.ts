import type { GiscusSettings } from "../../comments/giscus-settings.ts";
import { GithubError } from "../github-error.ts";
import type { GiscusApi } from "../giscus-api.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import { splitRepo } from "../list-discussions.ts";
import { queries } from "../queries.ts";
import { responses } from "../responses.ts";
import { clicks } from "../setup/clicks.ts";
import type { Category } from "../setup/look-up-repository.ts";
import { fault, ok, warning, type Check } from "./check.ts";

/** Visibility, Discussions, ids and the token, as GitHub has them. */
export async function checkRepository(settings: GiscusSettings, client: GraphqlClient): Promise<Check[]> {
  const { repo } = settings;
  const { repository } = await client
    .ask({ query: queries.repository, variables: splitRepo(repo), schema: responses.repository })
    .catch(toMissing);
  if (!repository)
    return [fault("repository", `GitHub knows no repository ${repo}`, "Run `npm run setup -- owner/name`.")];
  const categories = (repository.discussionCategories.nodes ?? []).flatMap((category) => category ?? []);
  return [
    repository.isPrivate
      ? fault("repository-public", `${repo} is private`, `${clicks.makePublic(repo)}.`)
      : ok("repository-public", `${repo} is public`),
    repository.hasDiscussionsEnabled
      ? ok("discussions", "Discussions are on")
      : fault("discussions", "Discussions are off", `${clicks.turnOn(repo)}.`),
    ...checkIds(settings, repository.id, categories),
    checkScopes(client.scopes()),
  ];
}

function toMissing(error: unknown): { readonly repository: null } {
  if (error instanceof GithubError && error.kind === "not-found") return { repository: null };
  throw error;
}

/** Without a token: what giscus says of the repository. */
export async function checkRepositoryByGiscus(settings: GiscusSettings, giscus: GiscusApi): Promise<Check[]> {
  const { repositoryId, categories } = await giscus.categories(settings.repo);
  const remedy = "Set GITHUB_TOKEN to check visibility, origins and duplicate discussions too.";
  return [...checkIds(settings, repositoryId, categories), warning("token", "GITHUB_TOKEN is not set", remedy)];
}

const again = "Run `npm run setup -- owner/name`, which writes the right one.";

function checkIds(settings: GiscusSettings, repoId: string, categories: readonly Category[]): Check[] {
  const { category, categoryId } = settings;
  const own = categories.find(({ id }) => id === categoryId);
  const named = categories.find(({ name }) => name === category);
  const repository =
    repoId === settings.repoId
      ? ok("repository-id", "`repoId` is right")
      : fault("repository-id", `\`repoId\` is not the repository's (found ${settings.repoId}, it is ${repoId})`, again);
  if (own) {
    if (own.name === category) return [repository, ok("category", `the category "${category}" is there`)];
    const message = `the category is called "${own.name}" by now (found "${category}")`;
    return [repository, warning("category", message, `Write \`"category": "${own.name}"\` in _data/giscus.json.`)];
  }
  const message = named
    ? `\`categoryId\` is not that of "${category}" (it is ${named.id})`
    : `there is no category "${category}"`;
  return [repository, fault("category", message, again)];
}

/** Only classic tokens name their scopes (docs.github.com, "Scopes for OAuth apps"). */
function checkScopes(scopes: readonly string[] | undefined): Check {
  if (scopes === undefined) return ok("token", "the token may read");
  const isEnough = scopes.some((scope) => ["repo", "public_repo", "write:discussion"].includes(scope));
  if (isEnough) return ok("token", `the token may read and write (${scopes.join(", ")})`);
  const message = `the token reads, but \`sync --create\` could not write (its scopes: ${scopes.join(", ") || "none"})`;
  return warning("token", message, "Give it `public_repo`: https://github.com/settings/tokens.");
}
