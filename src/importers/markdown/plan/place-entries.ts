import { toPostUrl } from "../../../content/post-url.ts";
import { asPermalink, toPermalink, type Permalink } from "../../../lib/permalink.ts";
import { toSlug, type Slug } from "../../../lib/slug.ts";
import { createNameBook, toFileName, type NameBook } from "../../wordpress/plan/name-book.ts";
import { cutSlug } from "./choose-permalink.ts";
import type { AddressClaims } from "./claims.ts";
import type { AddressedEntry } from "./planned-entry.ts";

/** Where an entry is in the new blog. */
export type Place = { readonly path: string; readonly url: Permalink; readonly slug: Slug; readonly id: string };

/** Gives each entry a file, an address and an id that no other has; posts come first, and originals before translations. */
export function placeEntries(
  entries: readonly AddressedEntry[],
  pattern: string,
  claims: AddressClaims,
): ReadonlyMap<AddressedEntry, Place> {
  const ids = new Set<string>();
  const files = createNameBook();
  const places = new Map<AddressedEntry, Place>();
  for (const entry of [...entries].sort((a, b) => rankOf(a) - rankOf(b))) {
    const { slug, url, folder } = entry.kind === "post" ? placePost(entry, pattern, claims) : placePage(entry, claims);
    const id = takeId(slug, entry, ids);
    places.set(entry, { slug, url, id, path: toPath({ entry, folder, slug, files }) });
  }
  return places;
}

/** Originals have their names before translations do. */
function rankOf({ kind, source }: AddressedEntry): number {
  return (kind === "page" ? 2 : 0) + (source.place.lang === undefined ? 0 : 1);
}

type Address = { readonly slug: Slug; readonly url: Permalink; readonly folder: string };

function placePost(
  { source, oldPath, date, category }: AddressedEntry,
  pattern: string,
  claims: AddressClaims,
): Address {
  const { stem, lang } = source.place;
  const name = cutSlug(oldPath ?? `/${stem}/`).replace(/^\d{4}-\d{2}-\d{2}[-_](?=.)/, (day) =>
    oldPath === undefined ? "" : day,
  );
  const isDraft = source.status === "draft";
  const folder = isDraft || !date ? "posts/drafts" : `posts/${date.toFormat("yyyy")}`;
  const first = toSlug(name);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? first : toSlug(`${first}-${number === 2 && lang !== undefined ? lang : number}`);
    const url = date ? toPostUrl(pattern, { slug, date, category }) : asPermalink(`/drafts/${slug}/`);
    if (claims.claim(url, source.key)) return { slug, url, folder };
  }
}

function placePage({ source, oldPath }: AddressedEntry, claims: AddressClaims): Address {
  const steps = (oldPath ?? `/${source.place.stem}/`)
    .replace(/(?:\/index)?\.html?$/i, "")
    .split("/")
    .filter((step) => step !== "")
    .map(toSlug);
  const folders = steps.slice(0, -1);
  const first = steps.at(-1) ?? toSlug("home");
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? first : toSlug(`${first}-${number}`);
    const url = toPermalink(...folders, slug);
    if (claims.claim(url, source.key)) return { slug, url, folder: ["pages", ...folders.map(toFileName)].join("/") };
  }
}

type PathInput = {
  readonly entry: AddressedEntry;
  readonly folder: string;
  readonly slug: Slug;
  readonly files: NameBook;
};

/** A text with files of its own is `x/index.md`, as it was. */
function toPath({ entry, folder, slug, files }: PathInput): string {
  const path = files.claimFile(folder, slug);
  return entry.kind === "post" && entry.source.place.bundle !== undefined ? path.replace(/\.md$/, "/index.md") : path;
}

/** The slug as a rule; where two years have the same, the later file says its year. */
function takeId(slug: Slug, { date }: AddressedEntry, ids: Set<string>): string {
  const dated = date ? toSlug(`${slug}-${date.toFormat("yyyy-MM-dd")}`) : slug;
  let id: string = ids.has(slug) ? dated : slug;
  for (let number = 2; ids.has(id); number += 1) id = `${dated}-${number}`;
  ids.add(id);
  return id;
}
