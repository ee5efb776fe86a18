import { encodePath, type BaseUrl } from "../../src/lib/permalink.ts";

/** A path of this blog gets the base path, its query and fragment stay; a full address stays whole. */
export function toNavHref(url: string, base: BaseUrl): string {
  const [, path, rest = ""] = /^(\/(?!\/)[^?#]*)(.*)$/.exec(url) ?? [];
  return path === undefined ? url : base.basePath + encodePath(path) + rest;
}
