import { isIP } from "node:net";
import { fetchWithRetries } from "../../web/fetch-with-retries.ts";
import type { Runtime } from "../../web/runtime.ts";
import { WebError } from "../../web/web-error.ts";

export type Download =
  | { readonly bytes: Uint8Array; readonly type: string }
  | { readonly reason: string; readonly bytes?: undefined };

export type DownloadOptions = {
  readonly runtime: Runtime;
  readonly isOwnHost: (host: string) => boolean;
  /** Requests at the same time. */
  readonly atOnce?: number;
  /** Milliseconds for one file. */
  readonly timeout?: number;
  readonly maxBytes?: number;
};

const agent = "Klatsch import";
const tries = 3;
/** Of a host that has never answered, and may be no more. */
const firstTries = 2;
/** So many failures one after the other, and a host is down; one is enough if it has never answered. */
const patience = 3;

type HostState = { failures: number; hasAnswered: boolean; reason?: string };

/** Fetches files, a few at once; a host that does not answer is left alone soon. */
export function createDownloader(options: DownloadOptions): (url: string) => Promise<Download> {
  const { atOnce = 4 } = options;
  const hosts = new Map<string, HostState>();
  const turn = createTurns(atOnce);
  return async (url) => {
    const { host } = new URL(url);
    const state = hosts.get(host) ?? { failures: 0, hasAnswered: false };
    hosts.set(host, state);
    return turn(async () => {
      if (state.reason !== undefined) return { reason: state.reason };
      const answer = await ask(url, state.hasAnswered ? tries : firstTries, options);
      keepScore(host, state, answer);
      return answer.failure !== undefined && state.reason !== undefined ? { reason: state.reason } : answer;
    });
  };
}

/** `unreached`: there was no answer; `busy`: only that it comes another time, perhaps. */
type Answer = Download & { readonly failure?: "unreached" | "busy" };

function keepScore(host: string, state: HostState, answer: Answer): void {
  state.hasAnswered ||= answer.failure !== "unreached";
  state.failures = answer.failure === undefined ? 0 : state.failures + 1;
  const isOver = state.failures >= (state.hasAnswered ? patience : 1);
  if (isOver && answer.bytes === undefined) state.reason ??= `${host} was given up: ${answer.reason}`;
}

async function ask(url: string, times: number, options: DownloadOptions): Promise<Answer> {
  const { runtime, isOwnHost, timeout = 60_000, maxBytes = 100_000_000 } = options;
  const headers = { "user-agent": agent, accept: "image/*, */*;q=0.8" };
  const isAllowed = (target: URL): boolean => isOwnHost(target.host) || isPublic(target.hostname);
  try {
    const request = { url, headers, timeout, maxBytes, maxRedirects: 5, isAllowed };
    const { status, headers: answered, bytes } = await fetchWithRetries(request, { runtime, tries: times });
    if (status === 200) return { bytes, type: answered.get("content-type") ?? "" };
    return { reason: explain(status), ...((status === 429 || status === 503) && { failure: "busy" }) };
  } catch (error) {
    if (!(error instanceof WebError)) throw error;
    if (error.kind === "too-large") return { reason: `It is larger than ${Math.round(maxBytes / 1e6)} MB.` };
    const isUnreached = error.kind === "network" || error.kind === "timeout";
    return { reason: `${error.message}.`, ...(isUnreached && { failure: "unreached" }) };
  }
}

function explain(status: number): string {
  if (status === 404 || status === 410) return `It is not there any more (${status}).`;
  if (status === 401 || status === 403) return `Its host refuses it (${status}).`;
  if (status === 429 || status >= 500) return `Its host has a fault or is busy (${status}).`;
  return `Its host answered with ${status}.`;
}

/** An export may come from anybody: its addresses do not lead into the network of whoever imports it. */
export function isPublic(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, "");
  return (
    isIP(name) === 0 && name.includes(".") && !/(?:^|\.)(?:localhost|local|internal|lan|home\.arpa)\.?$/i.test(name)
  );
}

/** Lets so many work at the same time. */
function createTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
