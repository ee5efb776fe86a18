import { z } from "zod";
import { fetchWithRetries } from "../web/fetch-with-retries.ts";
import type { WebResponse } from "../web/fetch-limited.ts";
import type { Runtime } from "../web/runtime.ts";
import { WebError } from "../web/web-error.ts";
import { GithubError } from "./github-error.ts";

export type GiscusApi = {
  /** The repository's ids, without any token. */
  readonly categories: (repo: string) => Promise<GiscusCategories>;
  /** Whether the giscus app is installed on the repository. */
  readonly isInstalled: (repo: string) => Promise<boolean>;
};

const categoriesSchema = z.object({
  repositoryId: z.string(),
  categories: z.array(z.object({ id: z.string(), name: z.string() })),
});

export type GiscusCategories = z.infer<typeof categoriesSchema>;

/** The HTTP API behind giscus.app; undocumented but in use (facts/giscus.md, "Public HTTP API"). */
export function createGiscusApi(host: string, runtime: Runtime): GiscusApi {
  const get = async (path: string, query: Readonly<Record<string, string>>): Promise<WebResponse> => {
    const url = `${host}${path}?${new URLSearchParams(query)}`;
    const request = {
      url,
      timeout: 15_000,
      maxBytes: 1024 * 1024,
      maxRedirects: 3,
      headers: { accept: "application/json" },
    };
    return fetchWithRetries(request, { runtime, tries: 3 }).catch(toUnreachable);
  };
  return {
    categories: async (repo) => {
      const response = await get("/api/discussions/categories", { repo });
      if (response.status === 200) {
        const parsed = categoriesSchema.safeParse(parseJson(response.bytes));
        if (parsed.success) return parsed.data;
        throw new GithubError(
          "refused",
          `${host} answers in another form than it used to`,
          "Set GITHUB_TOKEN and try again.",
        );
      }
      throw toRefusal(response, host);
    },
    isInstalled: async (repo) => {
      // A term that no discussion has: "not found" is said only by a giscus that may look.
      const query = {
        repo,
        term: "klatsch/doctor/no-such-post",
        category: "",
        number: "0",
        strict: "true",
        first: "1",
      };
      const response = await get("/api/discussions", query);
      if (response.status === 404 || response.status === 200) return true;
      if (response.status === 403) return false;
      throw toRefusal(response, host);
    },
  };
}

function toUnreachable(error: unknown): never {
  if (!(error instanceof WebError)) throw error;
  throw new GithubError(
    "network",
    error.message,
    "Try again later, or set GISCUS_HOST to a giscus server that answers.",
    error,
  );
}

function toRefusal({ status, bytes }: WebResponse, host: string): GithubError {
  const said = z.object({ error: z.string() }).safeParse(parseJson(bytes));
  const words = said.success ? said.data.error : `status ${status}`;
  const isMissing = status === 403 || status === 404;
  const remedy = isMissing ? "Install the giscus app on the repository." : "Try again later.";
  return new GithubError(isMissing ? "not-found" : "refused", `${host} answers: ${words}`, remedy);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return undefined;
  }
}
