import type { Page, Post } from "../content/post.ts";
import { toOutputPath, type Permalink } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { toAliasPermalink } from "../content/alias.ts";
import type { FieldPlaces } from "./field-places.ts";

type Claim = { readonly url: Permalink; readonly entry: Post | Page; readonly key: "slug" | "aliases" };

/**
 * Addresses that are two on Linux and one on the disks of macOS and Windows, where one page would replace the other.
 * Told at the later file.
 */
export function checkUrlCase(entries: readonly (Post | Page)[], placeOf: FieldPlaces): Problem[] {
  const claims = entries.flatMap((entry): Claim[] => [
    { url: entry.url, entry, key: "slug" },
    ...entry.aliases.flatMap((alias) => {
      const url = toAliasPermalink(alias);
      return url ? [{ url, entry, key: "aliases" } as const] : [];
    }),
  ]);
  const first = new Map<string, Claim>();
  return claims.flatMap((claim) => {
    const path = toOutputPath(claim.url);
    const folded = path.normalize("NFKC").toLowerCase().normalize("NFKC");
    const other = first.get(folded);
    if (!other) first.set(folded, claim);
    if (!other || toOutputPath(other.url) === path) return [];
    const { source } = claim.entry;
    const message = `the address ${claim.url} differs from ${other.url} only in case or form (of ${other.entry.source.file})`;
    const remedy = "Choose another for one of the two: some disks and hosts cannot tell them apart.";
    return { id: "url-case", severity: "warning", file: source.file, ...placeOf(source, claim.key), message, remedy };
  });
}
