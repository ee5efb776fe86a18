import { asPermalink } from "../../../lib/permalink.ts";
import { parseAlias, toAliasPermalink } from "../../../content/alias.ts";

/** Who has which address of the new site; no two may share one, on any disk. */
export type AddressBook = {
  /** Whether nobody has it; then `owner` does. */
  readonly claim: (url: string, owner: string) => boolean;
  readonly ownerOf: (url: string) => string | undefined;
  /** The raw form of an old address that is free for a redirect, and now belongs to `owner`; undefined else. */
  readonly claimOld: (address: string, owner: string) => string | undefined;
};

export function createAddressBook(): AddressBook {
  const owners = new Map<string, string>();
  /** Folders whose names are those of files: `/tea.html/`. */
  const folders = new Set<string>();
  const claim = (url: string, owner: string): boolean => {
    const key = toKey(url);
    const above = filesAbove(key);
    // A file cannot be a folder, nor a folder a file.
    if (owners.has(key) || folders.has(key) || above.some((file) => owners.has(file))) return false;
    owners.set(key, owner);
    for (const folder of above) folders.add(folder);
    return true;
  };
  return {
    claim,
    ownerOf: (url) => owners.get(toKey(url)),
    claimOld: (address, owner) => {
      const alias = parseAlias(address);
      return alias !== undefined && claim(alias, owner) ? alias : undefined;
    },
  };
}

/** One for all forms of an address that one file answers; an address with a query is answered by none. */
function toKey(url: string): string {
  const page = toAliasPermalink(asPermalink(url));
  return page === undefined
    ? url
    : page
        .replace(/(?<=\/)index\.html$/i, "")
        .normalize("NFC")
        .toLowerCase();
}

function filesAbove(key: string): string[] {
  return [...key.matchAll(/\.html?(?=\/)/g)].map(({ index, 0: ending }) => key.slice(0, index + ending.length));
}
