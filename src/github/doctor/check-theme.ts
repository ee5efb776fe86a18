import { fetchWithRetries } from "../../web/fetch-with-retries.ts";
import type { Runtime } from "../../web/runtime.ts";
import { WebError } from "../../web/web-error.ts";
import { fault, ok, warning, type Check } from "./check.ts";

/** The frame loads the blog's style sheet from another origin, with CORS (facts/giscus.md, "Theme"). */
export async function checkTheme(url: string, giscusHost: string, runtime: Runtime): Promise<Check[]> {
  const request = { url, headers: { origin: giscusHost }, timeout: 10_000, maxBytes: 1024 * 1024, maxRedirects: 3 };
  const answer = await fetchWithRetries(request, { runtime, tries: 2, longestWait: 5000 }).catch(toReason);
  if (typeof answer === "string") return [warning("theme", answer, "Publish the blog, then run this again.")];
  const { status, headers } = answer;
  if (status !== 200)
    return [fault("theme", `${url} answers ${status}`, "Publish the blog anew, with `assets/` in it.")];
  const type = headers.get("content-type") ?? "nothing";
  if (!/^text\/css\b/i.test(type)) {
    return [fault("theme", `${url} is sent as ${type}`, "Have the host send `content-type: text/css`.")];
  }
  const allowed = headers.get("access-control-allow-origin") ?? "";
  if (allowed === "*" || allowed === giscusHost) return [ok("theme", "the theme can be read by giscus")];
  const remedy = "Have the host send `access-control-allow-origin: *` with it.";
  return [fault("theme", `${url} cannot be read by giscus: it is sent without CORS`, remedy)];
}

function toReason(error: unknown): string {
  if (error instanceof WebError) return error.message;
  throw error;
}
