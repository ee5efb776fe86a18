import type { Permalink } from "../../../lib/permalink.ts";
import { toAnswer } from "./old-path.ts";

/** Who has which address: no two texts share one, and none takes what the new blog makes itself. */
export type AddressClaims = {
  /** Whether the address was free; it is the caller's from then on. */
  readonly claim: (path: Permalink, key: string) => boolean;
  readonly ownerOf: (path: Permalink) => string | undefined;
};

/** Pages that the engine makes, whatever the blog. */
const own =
  /^(?:index\.html|404\.html|feed\.(?:xml|json)|sitemap\.xml|robots\.txt|(?:categories|tags|authors|archive|search|page|comments|assets|pagefind)\/.*)$/;

/** Lists and feeds among them, to which a text may link. */
const lists = /^(?:feed\.(?:xml|json)|(?:categories|tags|authors|archive|search|page|comments)\/.*)$/;

export function isOwnList(path: Permalink): boolean {
  return lists.test(toAnswer(path));
}

export function isReserved(path: Permalink): boolean {
  return own.test(toAnswer(path));
}

export function createAddressClaims(): AddressClaims {
  const owners = new Map<string, string>();
  const folders = new Map<string, string>();
  return {
    claim: (path, key) => {
      const file = toAnswer(path);
      if (own.test(file) || owners.has(file) || isBlocked(file, owners, folders)) return owners.get(file) === key;
      owners.set(file, key);
      for (const folder of foldersOf(file)) folders.set(folder, key);
      return true;
    },
    ownerOf: (path) => (isReserved(path) ? "the new blog itself" : owners.get(toAnswer(path))),
  };
}

/** On a disk, `/tea.html` is a file: nothing can lie below it. */
function isBlocked(file: string, owners: ReadonlyMap<string, string>, folders: ReadonlyMap<string, string>): boolean {
  return folders.has(file) || foldersOf(file).some((folder) => owners.has(folder));
}

function foldersOf(file: string): string[] {
  const steps = file.split("/").slice(0, -1);
  return steps.map((_, index) => steps.slice(0, index + 1).join("/"));
}
