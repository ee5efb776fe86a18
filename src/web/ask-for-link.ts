import { parseRetryAfter } from "./back-off.ts";
import { fetchLimited, type WebRequest, type WebResponse } from "./fetch-limited.ts";
import type { Runtime } from "./runtime.ts";
import { WebError } from "./web-error.ts";

/** What became of asking for an address. */
export type LinkAnswer = {
  /** `unknown`: the host does not say it to programs, which says nothing of what it shows to readers. */
  readonly state: "there" | "gone" | "unknown";
  /** In words; of what is there, nothing. */
  readonly reason: string;
  /** Whether all that this host has is the same. */
  readonly isHostWide?: boolean;
  /** Whether it may be this machine that has no way out. */
  readonly isUnreached?: boolean;
};

export type AskOptions = {
  readonly runtime: Runtime;
  /** Says who asks. */
  readonly agent: string;
  /** Milliseconds for one request. */
  readonly timeout?: number;
  /** A host that asks for more patience than this is left alone. */
  readonly longestWait?: number;
};

const mostHops = 10;
const tries = 3;

/**
 * Asks for the headers of a page as politely as a program can: by HEAD, and by GET where a host takes HEAD amiss, which
 * many do. No page is ever read.
 */
export async function askForLink(url: string, options: AskOptions): Promise<LinkAnswer> {
  const short = await follow(url, "HEAD", options);
  const isSure = short.state === "there" || short.isHostWide === true;
  return isSure ? short : follow(url, "GET", options);
}

async function follow(start: string, method: "HEAD" | "GET", options: AskOptions): Promise<LinkAnswer> {
  let url = new URL(start);
  for (let hop = 0; hop <= mostHops; hop++) {
    const response = await askPatiently({ url: url.href, method }, options);
    if ("state" in response) return hop === 0 ? response : { state: response.state, reason: response.reason };
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || location === null) return judge(response.status);
    if (!URL.canParse(location, url)) return { state: "gone", reason: "it redirects to what is no address" };
    url = new URL(location, url);
    if (!/^https?:$/.test(url.protocol)) return { state: "unknown", reason: "it redirects out of the web" };
  }
  return { state: "gone", reason: "it redirects in a circle" };
}

/** Waits as long as a busy host asks for, if that is not too long. */
async function askPatiently(
  request: Pick<WebRequest, "url" | "method">,
  { runtime, agent, timeout = 10_000, longestWait = 60_000 }: AskOptions,
): Promise<WebResponse | LinkAnswer> {
  const headers = { "user-agent": agent, accept: "text/html, */*;q=0.8" };
  for (let tried = 1; ; tried++) {
    try {
      const response = await fetchLimited({ ...request, headers, timeout, maxBytes: 0, headersOnly: true });
      if (response.status !== 429 && response.status !== 503) return response;
      const wait = parseRetryAfter(response.headers.get("retry-after"), runtime.now());
      if (wait === undefined || wait > longestWait || tried >= tries) return busy(response.status);
      await runtime.sleep(wait);
    } catch (error) {
      if (error instanceof WebError) return explain(error, timeout);
      throw error;
    }
  }
}

function busy(status: number): LinkAnswer {
  return { state: "unknown", reason: `its host is busy (${status})`, isHostWide: true };
}

/** Only what a reader would meet too. Many hosts refuse programs what they show to people (401, 403, 405, 999 …). */
function judge(status: number): LinkAnswer {
  if (status >= 200 && status < 300) return { state: "there", reason: "" };
  if (status === 404) return { state: "gone", reason: "the page is not there (404)" };
  if (status === 410) return { state: "gone", reason: "the page was removed (410)" };
  if (status >= 500 && status < 600) return { state: "gone", reason: `its host has a fault (${status})` };
  return { state: "unknown", reason: `its host does not say (${status})` };
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "its host takes no connections",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "its host cannot be looked up",
  ENETUNREACH: "its host cannot be reached",
};

function explain(error: WebError, timeout: number): LinkAnswer {
  if (error.kind === "timeout") return { state: "gone", reason: `no answer in ${timeout / 1000} s` };
  // Such as 6000: browsers refuse to ask there, and so does Node.
  if (error.message.includes("(bad port)")) return { state: "unknown", reason: "its port is closed to the web" };
  const code = findCode(error) ?? "";
  if (/CERT|SIGNATURE|SELF_SIGNED|TLS|SSL/.test(code)) {
    return { state: "gone", reason: `the certificate of its host is not valid (${code})`, isHostWide: true };
  }
  const reason = reasons[code];
  if (reason) return { state: "gone", reason, isHostWide: true, isUnreached: code !== "ECONNREFUSED" };
  return { state: "gone", reason: `its host breaks the connection off${code ? ` (${code})` : ""}` };
}

/** Node wraps what happened once or twice. */
function findCode(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return undefined;
}
