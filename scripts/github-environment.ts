import { defaultGraphqlUrl } from "../src/github/graphql-client.ts";
import { GithubError } from "../src/github/github-error.ts";
import { isLoopback } from "../src/github/host-policy.ts";
import { UsageError } from "./command.ts";

export type GithubEnvironment = {
  readonly graphqlUrl: string;
  /** Every question needs one, for public data too; a server on this machine takes any. */
  readonly token?: string;
};

/** `GITHUB_TOKEN` and `GITHUB_GRAPHQL_URL`. */
export function readGithubEnvironment(): GithubEnvironment {
  const { GITHUB_GRAPHQL_URL: url, GITHUB_TOKEN: token } = process.env;
  const graphqlUrl = url === undefined || url === "" ? defaultGraphqlUrl : url;
  if (!URL.canParse(graphqlUrl) || !/^https?:/.test(graphqlUrl)) {
    throw new UsageError(`GITHUB_GRAPHQL_URL is not a web address (found ${graphqlUrl})`);
  }
  if (token !== undefined && token !== "") return { graphqlUrl, token };
  return isLoopback(graphqlUrl) ? { graphqlUrl, token: "none" } : { graphqlUrl };
}

/** One line for what GitHub or giscus would not do; exit 1. */
export function reportGithubError(error: unknown): number {
  if (!(error instanceof GithubError)) throw error;
  process.stderr.write(`${error.message}. ${error.remedy}\n`);
  return 1;
}
