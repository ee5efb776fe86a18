import { parseAlias } from "../../../content/alias.ts";
import type { Permalink } from "../../../lib/permalink.ts";
import { foldAddress } from "../plan/old-path.ts";
import type { PlannedEntry } from "../plan/planned-entry.ts";

/** Finds texts by every name that they had. */
export type AddressIndex = {
  /** By an address of the old blog or the new. */
  readonly byAddress: (path: string) => PlannedEntry | undefined;
  /** By the path of its file in the old site. */
  readonly byFile: (path: string) => PlannedEntry | undefined;
  readonly entries: readonly PlannedEntry[];
};

export function createAddressIndex(entries: readonly PlannedEntry[]): AddressIndex {
  const files = new Map(entries.map((entry) => [entry.source.place.path, entry]));
  const exact = new Map<string, PlannedEntry>();
  const loose = new Map<string, PlannedEntry>();
  const add = (path: Permalink | undefined, entry: PlannedEntry): void => {
    if (path === undefined) return;
    const folded = foldAddress(path);
    if (!exact.has(folded)) exact.set(folded, entry);
    const lower = folded.toLowerCase().replace(/\.html?$/, "");
    if (!loose.has(lower)) loose.set(lower, entry);
  };
  // Addresses of the old blog go before those of the new: that is what its texts say.
  for (const entry of entries) add(entry.oldPath, entry);
  for (const entry of entries) for (const alias of entry.values.aliases ?? []) add(parseAlias(alias), entry);
  for (const entry of entries) add(entry.url, entry);
  return {
    entries,
    byFile: (path) => files.get(path),
    byAddress: (path) => {
      const folded = foldAddress(path);
      return exact.get(folded) ?? loose.get(folded.toLowerCase().replace(/\.html?$/, ""));
    },
  };
}
