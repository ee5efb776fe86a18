import { toUrlHistoryText, type UrlHistory } from "../content/url-history.ts";
import { writeAtomically } from "../files/atomic-file.ts";
import { readIfThere } from "../files/read-folder.ts";
import type { Permalink } from "../lib/permalink.ts";
import type { RoutesByFile } from "./page-modules.ts";

/** Every address of a site. */
export function toAddresses(routes: RoutesByFile): Permalink[] {
  return [...routes.values()].flatMap((own) => own.map(({ permalink }) => permalink));
}

/** Adds what a build has published to `urls.txt`; the file stays untouched when nothing is new. */
export function keepUrls(file: string, history: UrlHistory | undefined, addresses: readonly Permalink[]): void {
  const text = toUrlHistoryText(history, addresses);
  if (Buffer.from(readIfThere(file) ?? []).toString("utf8") !== text) writeAtomically(file, text);
}
