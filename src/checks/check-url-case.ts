import { toAliasPermalink } from "../content/alias.ts";
import type { FieldPlaces } from "../content/field-places.ts";
import type { Page, Post } from "../content/post.ts";
import type { Position } from "../content/yaml-locator.ts";
import { toOutputPath, type Permalink } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";

type Claim = { readonly url: Permalink; readonly file: string; readonly place: () => Position };

/** A file that is published as it is, such as a picture; or what else has an address, with its place in its file. */
export type PublishedFile = Pick<Claim, "url" | "file"> & { readonly place?: () => Position };

/**
 * Addresses that are two on Linux and one on the disks of macOS and Windows, where one would replace the other. Told at
 * the later file.
 */
export function checkUrlCase(
  entries: readonly (Post | Page)[],
  files: readonly PublishedFile[],
  placeOf: FieldPlaces,
): Problem[] {
  const claims = [
    ...entries.flatMap((entry) => toClaims(entry, placeOf)),
    ...files.map(({ url, file, place }) => ({ url, file, place: place ?? (() => ({ line: 1, column: 1 })) })),
  ];
  const first = new Map<string, Claim>();
  return claims.flatMap((claim) => {
    const path = toOutputPath(claim.url);
    const folded = fold(path);
    const other = first.get(folded);
    if (!other) first.set(folded, claim);
    if (!other || toOutputPath(other.url) === path) return [];
    const message = `the address ${claim.url} differs from ${other.url} only in case or form (of ${other.file})`;
    const remedy = "Choose another for one of the two: some disks and hosts cannot tell them apart.";
    return { id: "url-case", severity: "warning", file: claim.file, ...claim.place(), message, remedy };
  });
}

function toClaims({ url, source, aliases }: Post | Page, placeOf: FieldPlaces): Claim[] {
  const { file } = source;
  return [
    { url, file, place: () => placeOf(source, "slug") },
    ...aliases.flatMap((alias, index) => {
      const page = toAliasPermalink(alias);
      return page ? [{ url: page, file, place: () => placeOf(source, "aliases", index) }] : [];
    }),
  ];
}

/** Ids that are one name on such a disk, where threads are kept by them. Told at the later file. */
export function checkIdCase(entries: readonly (Post | Page)[], placeOf: FieldPlaces): Problem[] {
  const first = new Map<string, Post | Page>();
  return entries.flatMap(({ id, source }, index) => {
    const folded = fold(id);
    const other = first.get(folded);
    const entry = entries[index];
    if (!other && entry) first.set(folded, entry);
    if (!other || other.id === id) return [];
    const message = `the id "${id}" differs from "${other.id}" only in case or form (of ${other.source.file})`;
    const remedy = "Give the newer of the two another `id:`: some disks cannot keep their threads apart.";
    return { id: "id-case", severity: "warning", file: source.file, ...placeOf(source, "id"), message, remedy };
  });
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().normalize("NFKC");
}
