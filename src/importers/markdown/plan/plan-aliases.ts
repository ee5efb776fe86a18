import { parseAlias } from "../../../content/alias.ts";
import { show } from "../../../lib/show.ts";
import type { Permalink } from "../../../lib/permalink.ts";
import type { Finding } from "../../finding.ts";
import type { UrlRow } from "../../import-source.ts";
import { readPath, readTexts } from "../front/front-values.ts";
import { aliasKeys } from "../survey/entry-keys.ts";
import type { AddressClaims } from "./claims.ts";
import { toAnswer } from "./old-path.ts";
import type { AddressedEntry } from "./planned-entry.ts";
import type { Place } from "./place-entries.ts";

export type PlannedAliases = {
  readonly aliases: readonly string[];
  readonly urls: readonly UrlRow[];
  readonly findings: readonly Finding[];
};

/** Every address that an entry had before, each with what became of it. */
export function planAliases(
  entry: AddressedEntry,
  place: Place,
  { claims, basePath }: { readonly claims: AddressClaims; readonly basePath: string },
): PlannedAliases {
  const aliases: Permalink[] = [];
  const urls: UrlRow[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { address, line } of listAddresses(entry)) {
    const path = parseAlias(address.startsWith("/") || /^https?:/i.test(address) ? address : `/${address}`, basePath);
    if (path === undefined) {
      const note = "It is no address that a page can have.";
      findings.push({
        kind: "url",
        found: show(address),
        outcome: "dropped",
        note,
        ...(line !== undefined && { line }),
      });
      urls.push({ from: address, outcome: "gone", reason: "it is no address that a page can have" });
      continue;
    }
    if (seen.has(path)) continue;
    seen.add(path);
    if (toAnswer(path) === toAnswer(place.url)) urls.push({ from: path, outcome: "same", to: place.url });
    else if (claims.claim(path, entry.source.key)) {
      aliases.push(path);
      urls.push({ from: path, outcome: "redirect", to: place.url });
    } else {
      const owner = claims.ownerOf(path) ?? "another text";
      const note = `The address belongs to ${owner}.`;
      findings.push({ kind: "url", found: path, outcome: "dropped", note, ...(line !== undefined && { line }) });
      urls.push({ from: path, outcome: "gone", reason: `the address belongs to ${owner}` });
    }
  }
  return { aliases, urls, findings };
}

/** The old address first, then those that front matter names: relative ones are below the folder of the text. */
function listAddresses({ source, oldPath }: AddressedEntry): { address: string; line?: number }[] {
  const declared = aliasKeys.flatMap((key) =>
    readTexts(readPath(source.data, key)).map((address) => ({ address, line: source.front.lineOf(key) })),
  );
  return [...(oldPath === undefined ? [] : [{ address: encodeRaw(oldPath) }]), ...declared];
}

/** `parseAlias` reads what an author writes: a raw `%` is one that begins no escape. */
function encodeRaw(path: string): string {
  return path.replace(/%/g, "%25").replace(/[?#]/g, encodeURIComponent);
}
