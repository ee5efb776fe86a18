import { readFileSync } from "node:fs";
import type { Blog } from "../content/blog.ts";
import { toNetlifyFile, toNginxMap, toRedirectsFile, type RedirectRule } from "../content/redirect-rules.ts";
import { hasQuery } from "../content/query-address.ts";
import { toQueryRedirects } from "../content/query-redirects.ts";
import { toFileAddress, toOwnRedirects, toRedirects } from "../content/redirects.ts";
import { toListRedirects } from "../taxonomy/list-redirects.ts";
import type { StaticFiles } from "./static-files.ts";

/**
 * Old addresses for hosts that redirect by themselves: path in the output folder to text. The owner's own `_redirects`
 * in `public/` stands first, because the first rule that fits is taken.
 */
export function toHostFiles(blog: Blog, files: StaticFiles): ReadonlyMap<string, string> {
  const rules: RedirectRule[] = [
    ...toRedirects(blog).map(({ from, to }) => ({ from, to: { path: to.url, rest: "" } })),
    ...toOwnRedirects(blog).flatMap(({ from, to }) => (hasQuery(from) ? [] : { from: toFileAddress(from), to })),
    ...toListRedirects(blog).map(({ from, to }) => ({ from, to: { path: to, rest: "" } })),
    ...toQueryRedirects(blog),
  ];
  // nginx stops at an `include` that is not there, so this one is always there.
  const nginx = ["nginx-redirects.conf", toNginxMap(blog.site, rules)] as const;
  if (rules.length === 0) return new Map([nginx]);
  const own = files.get("_redirects");
  const before = own === undefined ? "" : `${readFileSync(own, "utf8").trimEnd()}\n`;
  const texts = [
    ["_redirects", before + toRedirectsFile(blog.site, rules)],
    ["netlify-redirects.txt", before + toNetlifyFile(blog.site, rules)],
    nginx,
  ] as const;
  return new Map(texts.filter(([, text]) => text !== ""));
}
