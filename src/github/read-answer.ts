import { z } from "zod";
import { parseRetryAfter } from "../web/back-off.ts";
import type { WebResponse } from "../web/fetch-limited.ts";
import { GithubError } from "./github-error.ts";

/** What one answer of the GraphQL endpoint means. */
export type Answer =
  | { readonly kind: "data"; readonly data: unknown; readonly pause?: number }
  /** Asked too often; `wait` as GitHub says, when it says so. */
  | { readonly kind: "limit"; readonly wait?: number }
  /** A passing fault; `mayFit` when a smaller question may pass. */
  | { readonly kind: "fault"; readonly message: string; readonly mayFit: boolean }
  | { readonly kind: "failure"; readonly error: GithubError };

// GitHub writes the type beside the message; graphql-js, and servers made with it, below `extensions`.
const errorSchema = z
  .object({
    type: z.string().optional(),
    message: z.string().default(""),
    extensions: z.object({ type: z.string() }).optional(),
  })
  .transform(({ type, message, extensions }) => ({ message, type: type ?? extensions?.type }));
const bodySchema = z.object({ data: z.unknown().optional(), errors: z.array(errorSchema).optional() });

type AnswerError = z.infer<typeof errorSchema>;

/**
 * Reads an answer by GitHub's rules: a refusal for asking too often is a 200 with `errors` or a 403, and data that
 * comes with `errors` is not whole, so it is none
 * (https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api).
 */
export function readAnswer({ status, headers, bytes }: WebResponse, now: number): Answer {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  const body = parseBody(text);
  if (isLimit(status, headers, body, text)) return { kind: "limit", ...withWait(headers, now) };
  if (status === 401)
    return failure("auth", "GitHub does not accept the token", "Set GITHUB_TOKEN to a token that is valid.");
  if (status >= 500)
    return { kind: "fault", message: `GitHub answered ${status}`, mayFit: [500, 502, 504].includes(status) };
  if (status !== 200) {
    const message = `GitHub answered ${status}${body?.message ? ` (${body.message})` : ""}`;
    return failure(
      status === 404 ? "not-found" : "refused",
      message,
      "Check GITHUB_GRAPHQL_URL and what the token may do.",
    );
  }
  if (!body?.parsed) return { kind: "fault", message: "GitHub's answer is cut short", mayFit: false };
  const { data, errors = [] } = body.parsed;
  if (errors.length > 0) return toFault(errors);
  if (data === undefined || data === null) return { kind: "fault", message: "GitHub's answer is empty", mayFit: false };
  const pause = headers.get("x-ratelimit-remaining") === "0" ? toReset(headers, now) : undefined;
  return { kind: "data", data, ...(pause !== undefined && { pause }) };
}

type Body = { readonly parsed?: z.infer<typeof bodySchema>; readonly message?: string };

function parseBody(text: string): Body | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const parsed = bodySchema.safeParse(json);
    const message = z.object({ message: z.string() }).safeParse(json);
    return {
      ...(parsed.success && { parsed: parsed.data }),
      ...(message.success && { message: message.data.message }),
    };
  } catch {
    // Cut short, or a page of a proxy: no answer, which the status says better.
    return undefined;
  }
}

function isLimit(status: number, headers: Headers, body: Body | undefined, text: string): boolean {
  if (status === 429) return true;
  if (status === 403) {
    const isSpent = headers.get("x-ratelimit-remaining") === "0" || headers.has("retry-after");
    return isSpent || /rate limit/i.test(text.slice(0, 2000));
  }
  const errors = status === 200 ? (body?.parsed?.errors ?? []) : [];
  return errors.some(({ type, message }) => type === "RATE_LIMITED" || /rate limit|abuse detection/i.test(message));
}

function withWait(headers: Headers, now: number): { readonly wait?: number } {
  const asked = parseRetryAfter(headers.get("retry-after"), now);
  const reset = headers.get("x-ratelimit-remaining") === "0" ? toReset(headers, now) : undefined;
  const wait = asked ?? reset;
  return wait === undefined ? {} : { wait };
}

/** The reset is a whole second of GitHub's clock, which `date` tells: ours may be hours off. */
function toReset(headers: Headers, now: number): number | undefined {
  const reset = Number(headers.get("x-ratelimit-reset") ?? Number.NaN);
  const date = Date.parse(headers.get("date") ?? "");
  return Number.isFinite(reset) ? Math.max(0, reset * 1000 - (Number.isNaN(date) ? now : date)) + 1000 : undefined;
}

const passing = new Set([undefined, "SERVICE_UNAVAILABLE", "INTERNAL", "INTERNAL_SERVER_ERROR", "TIMEOUT"]);

function toFault(errors: readonly AnswerError[]): Answer {
  const found = errors.find(({ type }) => !passing.has(type)) ?? errors[0];
  const message = `GitHub answers with an error (${(found?.message || found?.type) ?? "without words"})`;
  if (found?.type === "NOT_FOUND")
    return failure("not-found", message, "Check the repository and what the token may read.");
  if (found?.type === "MAX_NODE_LIMIT_EXCEEDED") return { kind: "fault", message, mayFit: true };
  if (found && !passing.has(found.type)) return failure("refused", message, "Check what the token may do.");
  return { kind: "fault", message, mayFit: true };
}

function failure(kind: GithubError["kind"], message: string, remedy: string): Answer {
  return { kind: "failure", error: new GithubError(kind, message, remedy) };
}
