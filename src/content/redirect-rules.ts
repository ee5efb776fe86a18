import { encodePath, type Permalink } from "../lib/permalink.ts";
import type { Site } from "./site.ts";

/** From an old address to a new one, both raw and without the base path. */
export type RedirectRule = { readonly from: Permalink; readonly to: Permalink };

/** `_redirects` for Netlify and Cloudflare Pages: one rule a line, for the address with and without its last slash. */
export function toRedirectsFile({ basePath }: Pick<Site, "basePath">, rules: readonly RedirectRule[]): string {
  const toHref = (url: string) => basePath + encodePath(url);
  return rules.flatMap(({ from, to }) => toForms(from).map((form) => `${toHref(form)} ${toHref(to)} 301\n`)).join("");
}

/** A `map` for nginx, which compares decoded paths; the file itself says how it is used. */
export function toNginxMap({ basePath }: Pick<Site, "basePath">, rules: readonly RedirectRule[]): string {
  const lines = rules.flatMap(({ from, to }) =>
    toForms(from).map((form) => `  ${quote(basePath + form)} ${quote(basePath + encodePath(to))};`),
  );
  return `# Old addresses of this blog and where they lead now.
# In \`http { … }\`:    include /path/to/nginx-redirects.conf;
# In \`server { … }\`:  if ($klatsch_redirect) { return 301 $klatsch_redirect; }
map $uri $klatsch_redirect {
  default "";
${lines.join("\n")}
}
`;
}

function toForms(from: Permalink): string[] {
  return from.endsWith("/") ? [from, from.slice(0, -1)].filter((form) => form !== "") : [from];
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
