import { reservedIds } from "../content/reserved-ids.ts";
import { suggest } from "../lib/suggest.ts";
import type { OwnAddress } from "./own-address.ts";

/** The ids of one page. Most links are answered by its text; what is around that is looked at only when need be. */
export type PageIds = { readonly has: (id: string) => boolean; readonly all: () => ReadonlySet<string> };

/** The ids of a page of the site by its path; undefined where there is no such page. */
export type IdsOf = (path: string) => PageIds | undefined;

/** What a page has or has not by its kind, such as a conversation: without it, the link leads to the page's top. */
const parts: ReadonlySet<string> = new Set(["top", ...reservedIds]);

/** Undefined when a link leads to a place that is there, or of which nobody can say; else perhaps what was meant. */
export function findMissingPlace(
  { path, fragment }: OwnAddress,
  idsOf: IdsOf,
): { readonly meant: string | undefined } | undefined {
  if (fragment === "" || fragment.startsWith(":~:") || parts.has(fragment)) return undefined;
  const ids = idsOf(path);
  if (!ids || ids.has(fragment)) return undefined;
  return { meant: suggest(fragment, ids.all()) };
}
