import { parseRetryAfter, toDelay } from "./back-off.ts";
import { fetchLimited, type WebRequest, type WebResponse } from "./fetch-limited.ts";
import type { Runtime } from "./runtime.ts";
import { WebError } from "./web-error.ts";

export type RetryOptions = {
  readonly runtime: Runtime;
  /** At most so many requests. */
  readonly tries: number;
  /** A host that asks for more patience than this has refused. */
  readonly longestWait?: number;
};

/**
 * A request that may be repeated, repeated while the host is overloaded or out of reach. The last answer is returned
 * whatever it is; what never brought one throws.
 */
export async function fetchWithRetries(request: WebRequest, options: RetryOptions): Promise<WebResponse> {
  const { runtime, tries, longestWait = 60_000 } = options;
  for (let failures = 1; ; failures += 1) {
    const outcome = await fetchLimited(request).catch(toPassing);
    const isLast = failures >= tries;
    if (outcome instanceof WebError) {
      if (isLast) throw outcome;
      await runtime.sleep(toDelay(failures, runtime.random));
      continue;
    }
    const asked = parseRetryAfter(outcome.headers.get("retry-after"), runtime.now());
    if (isLast || !isBusy(outcome.status) || (asked ?? 0) > longestWait) return outcome;
    await runtime.sleep(Math.max(asked ?? 0, toDelay(failures, runtime.random)));
  }
}

function isBusy(status: number): boolean {
  return status === 429 || status >= 500;
}

function toPassing(error: unknown): WebError {
  if (error instanceof WebError && (error.kind === "network" || error.kind === "timeout")) return error;
  throw error;
}
