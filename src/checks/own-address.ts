import { decodePath, type BaseUrl } from "../lib/permalink.ts";

/** Whether the site answers a path, given raw and without the base path. */
export type Answers = (path: string) => boolean;

/** A place on this blog: the path raw and without the base path, the fragment decoded and perhaps empty. */
export type OwnAddress = { readonly path: string; readonly fragment: string };

/** Undefined when the address, full or from the root on, leads elsewhere. */
export function toOwnAddress(href: string, { origin, basePath }: BaseUrl): OwnAddress | undefined {
  if (href.startsWith("#") || !URL.canParse(href, origin)) return undefined;
  const url = new URL(href, origin);
  if (url.origin !== origin || !url.pathname.startsWith(`${basePath}/`)) return undefined;
  return { path: decodePath(url.pathname.slice(basePath.length)), fragment: decodePath(url.hash.slice(1)) };
}
