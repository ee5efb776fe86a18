import type { z } from "zod";
import { toDelay } from "../web/back-off.ts";
import { fetchLimited, type WebResponse } from "../web/fetch-limited.ts";
import type { Runtime } from "../web/runtime.ts";
import { WebError } from "../web/web-error.ts";
import { GithubError } from "./github-error.ts";
import { readAnswer, type Answer } from "./read-answer.ts";

export const defaultGraphqlUrl = "https://api.github.com/graphql";

export type GraphqlOptions = {
  readonly url: string;
  readonly token: string;
  readonly runtime: Runtime;
  /** GitHub wants us to wait so many milliseconds. */
  readonly onWait?: (milliseconds: number, reason: string) => void;
  readonly timeout?: number;
};

export type Question<Schema extends z.ZodType> = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The answer's `data`. */
  readonly schema: Schema;
  /** Never sent again unless GitHub has plainly refused it. */
  readonly isMutation?: boolean;
  /** After so many faults in a row it fails; fewer when a smaller question can follow. */
  readonly tries?: number;
};

export type GraphqlClient = {
  readonly ask: <Schema extends z.ZodType>(question: Question<Schema>) => Promise<z.output<Schema>>;
  /** What the token may do, as the last answer's header says; only classic tokens have any. */
  readonly scopes: () => readonly string[] | undefined;
};

// GitHub gives up after 10 s; what takes three times as long is lost on the way.
const defaultTimeout = 30_000;
const maxBytes = 24 * 1024 * 1024;
const defaultTries = 5;
// Without a word about when: "wait at least one minute", then longer (GitHub's best practices for the REST API).
const limitPause = 60_000;
// The primary limit starts anew every hour: a longer wait is no limit that passes.
const longestWait = 65 * 60_000;
const mostWaits = 5;

/** Asks GitHub one question at a time, with its limits honoured; never gives data that is not whole. */
export function createGraphqlClient(options: GraphqlOptions): GraphqlClient {
  const { runtime } = options;
  let scopes: readonly string[] | undefined;
  let notBefore = 0;

  const send = async (question: Question<z.ZodType>): Promise<Answer> => {
    const early = notBefore - runtime.now();
    if (early > 0) await pause(early, options);
    const response = await post(options, question).catch(toFault);
    if ("kind" in response) return response;
    scopes = readScopes(response.headers) ?? scopes;
    const answer = readAnswer(response, runtime.now());
    if (answer.kind === "data" && answer.pause !== undefined)
      notBefore = runtime.now() + Math.min(answer.pause, longestWait);
    return answer;
  };

  return {
    scopes: () => scopes,
    ask: async (question) => {
      const data = await askUntilAnswered(question, send, options);
      const parsed = question.schema.safeParse(data);
      if (parsed.success) return parsed.data;
      const place = parsed.error.issues[0]?.path.join(".") ?? "";
      throw new GithubError(
        "refused",
        `GitHub's answer has another form than its schema says (at ${place})`,
        "Report this.",
      );
    },
  };
}

async function askUntilAnswered(
  question: Question<z.ZodType>,
  send: (question: Question<z.ZodType>) => Promise<Answer>,
  options: GraphqlOptions,
): Promise<unknown> {
  const { tries = defaultTries, isMutation = false } = question;
  let faults = 0;
  let waits = 0;
  for (;;) {
    const answer = await send(question);
    if (answer.kind === "data") return answer.data;
    if (answer.kind === "failure") throw answer.error;
    if (answer.kind === "limit") {
      waits += 1;
      await waitForLimit(answer.wait ?? limitPause * 2 ** (waits - 1), waits, options);
      continue;
    }
    faults += 1;
    if (isMutation) throw new GithubError("unknown-outcome", answer.message, "Run the command again.");
    if (faults >= tries) {
      const remedy = "Run the command again later; it goes on where it stopped.";
      throw new GithubError(answer.mayFit ? "gateway" : "network", answer.message, remedy);
    }
    await options.runtime.sleep(toDelay(faults, options.runtime.random));
  }
}

async function waitForLimit(wait: number, waits: number, options: GraphqlOptions): Promise<void> {
  if (wait > longestWait || waits > mostWaits) {
    const remedy = "Run the command again later; it goes on where it stopped.";
    throw new GithubError("limit", "GitHub's rate limit is used up", remedy);
  }
  // A second at least, whatever the header says: `retry-after: 0` must not become a storm.
  await pause(Math.max(1000, wait) + options.runtime.random() * 250, options);
}

async function pause(milliseconds: number, { runtime, onWait }: GraphqlOptions): Promise<void> {
  const end = runtime.now() + milliseconds;
  for (let left = milliseconds; left > 0; left = end - runtime.now()) {
    onWait?.(left, "GitHub's rate limit");
    await runtime.sleep(Math.min(left, 1000));
  }
}

function post({ url, token, timeout = defaultTimeout }: GraphqlOptions, { query, variables }: Question<z.ZodType>) {
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    accept: "application/json",
    "user-agent": "klatsch",
  };
  return fetchLimited({ url, method: "POST", headers, body: JSON.stringify({ query, variables }), timeout, maxBytes });
}

function toFault(error: unknown): Answer {
  if (!(error instanceof WebError)) throw error;
  return { kind: "fault", message: error.message, mayFit: error.kind === "timeout" || error.kind === "too-large" };
}

function readScopes(headers: WebResponse["headers"]): string[] | undefined {
  const header = headers.get("x-oauth-scopes");
  return header === null
    ? undefined
    : header
        .split(",")
        .map((scope) => scope.trim())
        .filter((scope) => scope !== "");
}
