import { encodePath, type BaseUrl, type Permalink } from "../lib/permalink.ts";
import { parseAlias } from "./alias.ts";

/** Where an old address leads: a path of this blog, with the query and fragment behind it, or an address elsewhere. */
export type RedirectTarget = { readonly path: Permalink; readonly rest: string } | { readonly address: string };

/** A path from `/` on, or a full `https` address. Undefined when it is neither, or has a path that no page can have. */
export function parseRedirectTarget(written: string, base: BaseUrl): RedirectTarget | undefined {
  const text = written.trim();
  if (text.startsWith("/")) return toOwn(text, text);
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.origin === base.origin && url.pathname.startsWith(`${base.basePath}/`)) {
    return toOwn(url.pathname.slice(base.basePath.length), url.href);
  }
  return url.protocol === "https:" ? { address: url.href } : undefined;
}

function toOwn(path: string, text: string): RedirectTarget | undefined {
  const parsed = parseAlias(path.replace(/[?#].*$/s, ""));
  const from = text.search(/[?#]/);
  if (parsed === undefined) return undefined;
  if (from < 0) return { path: parsed, rest: "" };
  const { search, hash } = new URL(text.slice(from), "http://localhost/");
  return { path: parsed, rest: search + hash };
}

/** The value of an `href`: with the base path in front, percent-encoded. */
export function toTargetHref({ basePath }: Pick<BaseUrl, "basePath">, target: RedirectTarget): string {
  return "address" in target ? target.address : basePath + encodePath(target.path) + target.rest;
}
