import { readFileSync } from "node:fs";
import type { Blog } from "../content/blog.ts";
import { toNginxMap, toRedirectsFile, type RedirectRule } from "../content/redirect-rules.ts";
import { toRedirects } from "../content/redirects.ts";
import { toListRedirects } from "../taxonomy/list-redirects.ts";
import type { StaticFiles } from "./static-files.ts";

/**
 * Old addresses for hosts that redirect by themselves: path in the output folder to text. The owner's own `_redirects`
 * in `public/` stands first, because the first rule that fits is taken.
 */
export function toHostFiles(blog: Blog, files: StaticFiles): ReadonlyMap<string, string> {
  const rules: RedirectRule[] = [
    ...toRedirects(blog).map(({ from, to }) => ({ from, to: to.url })),
    ...toListRedirects(blog),
  ];
  if (rules.length === 0) return new Map();
  const own = files.get("_redirects");
  const before = own === undefined ? "" : `${readFileSync(own, "utf8").trimEnd()}\n`;
  return new Map([
    ["_redirects", before + toRedirectsFile(blog.site, rules)],
    ["nginx-redirects.conf", toNginxMap(blog.site, rules)],
  ]);
}
