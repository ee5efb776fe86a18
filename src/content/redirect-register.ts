import { toOutputPath, type BaseUrl, type Permalink } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { parseAlias, toAliasPermalink } from "./alias.ts";
import { problemAt } from "./issues.ts";
import { parseJson, type JsonSource } from "./json-source.ts";
import { hasQuery, toQueryKey } from "./query-address.ts";
import { parseRedirectTarget, toTargetHref, type RedirectTarget } from "./redirect-target.ts";
import type { SourceFile } from "./source-file.ts";
import { findDuplicateKeys } from "./yaml-locator.ts";

/** A line of `_data/redirects.json`. */
export type OwnRedirect = {
  /** Raw, without the base path, perhaps with a query. */
  readonly from: Permalink;
  readonly to: RedirectTarget;
  /** As it is written. */
  readonly key: string;
};

export type RedirectRegister = Pick<JsonSource, "file" | "locate"> & {
  readonly value: readonly OwnRedirect[];
  /** False when nothing of the file could be read. */
  readonly isRead: boolean;
  /** Addresses whose lines are wrong: nobody can say what becomes of them. */
  readonly open: readonly Permalink[];
  readonly problems: readonly Problem[];
};

/** `_data/redirects.json`: from old addresses to new ones; no file is an empty register. */
export function parseRedirects(source: SourceFile | undefined, base: BaseUrl): RedirectRegister {
  const read = parseJson(source);
  const { file, locate } = read;
  const problems: Problem[] = [...read.problems, ...findRepeatedKeys(read)];
  const open: Permalink[] = [];
  const known = new Map<string, OwnRedirect>();
  for (const [key, written] of Object.entries(read.data)) {
    const from = parseAlias(key, base.basePath);
    const to = typeof written === "string" ? parseRedirectTarget(written, base) : undefined;
    if (from === undefined) problems.push(problemAt({ ...wrongKey(key), file }, locate, [key], "key"));
    if (to === undefined) problems.push(problemAt({ ...wrongValue(written), file }, locate, [key]));
    if (from === undefined) continue;
    if (to === undefined) open.push(from);
    else {
      const identity = toAddressKey(from);
      const twin = known.get(identity);
      if (!twin) known.set(identity, { from, to, key });
      // `/feed` beside `/feed/` says the same twice, and does no harm.
      else if (toTargetHref(base, twin.to) !== toTargetHref(base, to)) {
        problems.push(problemAt({ ...sameAddress(key, twin.key), file }, locate, [key], "key"));
      }
    }
  }
  return { value: [...known.values()], isRead: read.problems.length === 0, open, problems, file, locate };
}

/** What tells an address from others: the file that answers it, or its path and parameters. */
export function toAddressKey(address: Permalink): string {
  const page = toAliasPermalink(address);
  return page === undefined || hasQuery(address) ? toQueryKey(address) : toOutputPath(page);
}

/** `JSON.parse` keeps the last of two and says nothing. */
function findRepeatedKeys({ file, text, data }: JsonSource): Problem[] {
  // In a flat map, what stands before a colon is a key. Places are only asked for where there is one too many.
  const keys = text.match(/"(?:[^"\\]|\\.)*"\s*:/gs)?.length ?? 0;
  if (keys === Object.keys(data).length) return [];
  return findDuplicateKeys(text).map(({ key, at, first }) => {
    const message = `\`${show(key)}\` is there twice (first in line ${first.line})`;
    return { ...duplicate, file, ...at, message, remedy: "Remove one of the two." };
  });
}

const duplicate = { id: "redirect-duplicate", severity: "error" } as const;

function sameAddress(key: string, twin: string) {
  const message = `\`${show(key)}\` is the same address as another (as \`${show(twin)}\`), and leads elsewhere`;
  return { ...duplicate, message, remedy: "Remove one of the two." };
}

function wrongKey(key: string) {
  const message = `the old address is not one that this blog could have had (found ${show(key)})`;
  const remedy = "Write it from the first `/` on, such as `/category/news/` or `/?cat=3`, or as a full address.";
  return { id: "redirect-key", severity: "error", message, remedy } as const;
}

function wrongValue(written: unknown) {
  const message = `a redirect leads to what is no address (found ${show(written)})`;
  const remedy = "Write a path of this blog, such as `/about/`, or a full address that begins with `https://`.";
  return { id: "redirect-value", severity: "error", message, remedy } as const;
}
