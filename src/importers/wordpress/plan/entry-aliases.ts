import { asPermalink, toOutputPath } from "../../../lib/permalink.ts";
import { toAliasPermalink } from "../../../content/alias.ts";
import type { UrlRow } from "../../import-source.ts";
import type { AddressBook } from "./address-book.ts";
import type { Placed } from "./entry-plan.ts";
import { toOldAddresses, type OldAddresses } from "./old-addresses.ts";
import type { OldSite } from "./old-site.ts";

/** `urls` are the rows of those that are no aliases, or are so in another form. */
export type Claimed = { readonly aliases: readonly string[]; readonly urls: readonly UrlRow[] };

/**
 * What becomes of the old addresses of all posts and pages, by key. Those in use are claimed before those that a post
 * had once, so that no old slug takes the address of a newer post.
 */
export function claimAliases(
  entries: readonly Placed[],
  site: OldSite,
  addresses: AddressBook,
): ReadonlyMap<string, Claimed> {
  const shown = entries.filter(({ visibility }) => visibility === "public");
  const claimed = new Map(shown.map(({ head }) => [head.key, toNothing()]));
  const claim = (entry: Placed, olds: readonly string[], isMade: boolean): void => {
    const own = claimed.get(entry.head.key);
    if (own) for (const from of olds) claimOne(from, entry, { ...own, addresses, isMade });
  };
  // Few have more than their links, and not all addresses need be in memory at once.
  const later: { readonly entry: Placed; readonly old: OldAddresses }[] = [];
  for (const entry of shown) {
    const old = toOldAddresses(entry, site);
    claim(entry, old.links, false);
    if (old.former.length + old.parts.length > 0) later.push({ entry, old });
  }
  for (const { entry, old } of later) claim(entry, old.former, false);
  for (const { entry, old } of later) claim(entry, old.parts, true);
  return claimed;
}

function toNothing(): { aliases: string[]; urls: UrlRow[] } {
  return { aliases: [], urls: [] };
}

type Claim = {
  readonly aliases: string[];
  readonly urls: UrlRow[];
  readonly addresses: AddressBook;
  /** By us, of what blogs mostly do: nobody needs to hear that it is taken. */
  readonly isMade: boolean;
};

function claimOne(from: string, { url, head }: Placed, { aliases, urls, addresses, isMade }: Claim): void {
  if (aliases.includes(from) || urls.some((row) => row.from === from)) return;
  if (isSameAddress(from, url)) {
    urls.push({ from, outcome: "same", to: url });
    return;
  }
  if (aliases.some((known) => isSameAddress(from, known))) {
    urls.push({ from, outcome: "redirect", to: url });
    return;
  }
  const alias = addresses.claimOld(from, head.key);
  if (alias !== undefined) {
    aliases.push(alias);
    return;
  }
  const owner = addresses.ownerOf(from);
  if (!isMade) urls.push({ from, outcome: "gone", reason: toReason(owner, head.key) });
}

/** With or without the last slash, an address is one file. */
export function isSameAddress(from: string, url: string): boolean {
  const page = toAliasPermalink(asPermalink(from.normalize("NFC")));
  return page !== undefined && toOutputPath(page) === toOutputPath(asPermalink(url));
}

function toReason(owner: string | undefined, own: string): string {
  if (owner === undefined) return "It cannot be the address of a file.";
  if (owner === own) return "It differs from another address of this entry in the case of its letters alone.";
  if (owner === engine) return "The new blog has a page of its own there.";
  if (owner === notPublic) return "It is the number of an item that is not public.";
  return `It is the address of ${owner} now.`;
}

/** Who owns the lists, feeds and files that the engine makes by itself. */
export const engine = "engine";

/** Who owns the numbers of what is not public. */
export const notPublic = "hidden";
