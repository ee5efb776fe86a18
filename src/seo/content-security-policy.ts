import { createHash } from "node:crypto";
import type { Site } from "../content/site.ts";

/** What a page may load; `mode` as in `PageContext`. */
type Mode = "production" | "development";

/**
 * The policy for a `<meta http-equiv="Content-Security-Policy">`, which must stand first in the head: it covers
 * nothing above it. A giscus session in localStorage is worth a GitHub token, so nothing inline runs but
 * `inlineScripts`, letter by letter. `frame-ancestors` is left out because a `<meta>` cannot carry it.
 */
export function toContentSecurityPolicy(
  site: Pick<Site, "imageHosts" | "frameHosts">,
  giscus: { readonly host: string } | undefined,
  mode: Mode,
  inlineScripts: readonly string[] = [],
): string {
  const frames = [...(giscus ? [giscus.host] : []), ...site.frameHosts];
  const directives: readonly (readonly [name: string, sources: readonly string[]])[] = [
    ["default-src", ["'none'"]],
    ["script-src", ["'self'", ...inlineScripts.map(toHashSource)]],
    ["style-src", ["'self'"]],
    ["img-src", ["'self'", "data:", ...site.imageHosts]],
    ["font-src", ["'self'"]],
    // Live reload needs a socket; older browsers don't count one as 'self'.
    ["connect-src", mode === "development" ? ["'self'", "ws:"] : ["'self'"]],
    ["manifest-src", ["'self'"]],
    ["media-src", ["'self'", ...site.imageHosts]],
    ["frame-src", frames.length > 0 ? frames : ["'none'"]],
    ["base-uri", ["'none'"]],
    ["form-action", ["'self'"]],
  ];
  return directives.map(([name, sources]) => [name, ...new Set(sources)].join(" ")).join("; ");
}

function toHashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
