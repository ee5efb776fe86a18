import { WebError } from "./web-error.ts";

export type WebRequest = {
  readonly url: string;
  readonly method?: "GET" | "HEAD" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From the first byte sent to the last one read, redirects included. */
  readonly timeout: number;
  readonly maxBytes: number;
  /** None by default. */
  readonly maxRedirects?: number;
  /** A redirect is an answer like any other, and of no answer more is read than its headers. */
  readonly headersOnly?: boolean;
  /** Asked for the address and for each one that it redirects to. */
  readonly isAllowed?: (url: URL) => boolean;
};

export type WebResponse = {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
};

/** One request, with an end to its time, its size and its redirects. */
export async function fetchLimited(request: WebRequest): Promise<WebResponse> {
  const signal = AbortSignal.timeout(request.timeout);
  try {
    return await follow(request, signal);
  } catch (error) {
    if (error instanceof WebError) throw error;
    const { host } = new URL(request.url);
    if (signal.aborted) throw new WebError("timeout", `${host} gave no answer in ${request.timeout / 1000} s`, error);
    throw new WebError("network", `${host} cannot be reached (${toReason(error)})`, error);
  }
}

async function follow(request: WebRequest, signal: AbortSignal): Promise<WebResponse> {
  const { method = "GET", body, maxRedirects = 0, headersOnly = false } = request;
  const start = new URL(request.url);
  let url = start;
  for (let redirects = 0; ; redirects += 1) {
    if (request.isAllowed?.(url) === false) throw new WebError("not-allowed", `${url.host} is no host to ask`);
    const headers = url.origin === start.origin ? request.headers : withoutSecrets(request.headers);
    const response = await fetch(url, {
      method,
      redirect: "manual",
      signal,
      ...(headers && { headers }),
      ...(body && { body }),
    });
    if (headersOnly) {
      await response.body?.cancel();
      return { status: response.status, headers: response.headers, bytes: new Uint8Array() };
    }
    const location = response.headers.get("location");
    const isRedirect = response.status >= 300 && response.status < 400 && location !== null && method === "GET";
    if (!isRedirect) {
      return {
        status: response.status,
        headers: response.headers,
        bytes: await readLimited(response, request.maxBytes),
      };
    }
    await response.body?.cancel();
    if (redirects >= maxRedirects) throw new WebError("redirect", `${start.host} redirects too often`);
    url = new URL(location, url);
    if (!/^https?:$/.test(url.protocol)) throw new WebError("redirect", `${start.host} redirects out of the web`);
  }
}

// What proves who we are is for the host that we asked, not for those it sends us to.
function withoutSecrets(headers: WebRequest["headers"]): WebRequest["headers"] {
  return (
    headers && Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(?:authorization|cookie)$/i.test(name)))
  );
}

/** Never trusts `content-length`: it may be missing, wrong, or that of the compressed form. */
async function readLimited(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    const bytes: Uint8Array = chunk;
    size += bytes.byteLength;
    if (size > maxBytes)
      throw new WebError("too-large", `${new URL(response.url).host} sent more than ${maxBytes} bytes`);
    chunks.push(bytes);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
}

/** Node hides what happened in the cause: `fetch failed` alone tells nobody anything. */
function toReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}
