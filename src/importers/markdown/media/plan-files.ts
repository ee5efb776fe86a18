import { findPathFault, foldPath } from "../../output/output-path.ts";
import type { SiteFolder } from "../folder/site-folder.ts";
import type { OpenSite } from "../generator.ts";
import type { PlannedEntry } from "../plan/planned-entry.ts";

/** Where a file that is no text is in the new blog: beside a text, or in `public/`. */
export type PlacedFile = { readonly path: string; readonly owner: PlannedEntry | undefined };

export type FilePlan = {
  /** By its path in the old site; undefined where no file can be. */
  readonly placeOf: (path: string) => PlacedFile | undefined;
  /** The files of an entry's own folder, in code point order. */
  readonly filesOf: (entry: PlannedEntry) => readonly string[];
};

const text = /\.(?:md|markdown|mdx|mkd|mkdn|mkdown)$/i;
const rubbish = /(?:^|\/)(?:\.|thumbs\.db$|desktop\.ini$)/i;

/** Every file once, and no two in one place, whatever case a disk keeps. */
export function planFiles(folder: SiteFolder, site: OpenSite, entries: readonly PlannedEntry[]): FilePlan {
  const owners = new Map(
    entries.flatMap((entry) =>
      entry.source.place.bundle === undefined ? [] : [[entry.source.place.bundle, entry] as const],
    ),
  );
  const places = new Map<string, PlacedFile>();
  const own = new Map<PlannedEntry, string[]>();
  const taken = new Set<string>();
  for (const path of folder.files) {
    if (text.test(path) || rubbish.test(path)) continue;
    const found = findOwner(path, owners);
    const beside = found && toBeside(path, found);
    const place = [beside, toPublic(path, site)].find(
      (candidate) => candidate && findPathFault(candidate.path) === undefined,
    );
    const free = place && { ...place, path: makeFree(place.path, taken) };
    if (!free) continue;
    places.set(path, free);
    if (free.owner) own.set(free.owner, [...(own.get(free.owner) ?? []), path]);
  }
  return { placeOf: (path) => places.get(path), filesOf: (entry) => own.get(entry) ?? [] };
}

type Owned = { readonly entry: PlannedEntry; readonly bundle: string };

/** The nearest folder that is a text's own. */
function findOwner(path: string, owners: ReadonlyMap<string, PlannedEntry>): Owned | undefined {
  for (let at = path.lastIndexOf("/"); at >= 0; at = path.lastIndexOf("/", at - 1)) {
    const bundle = path.slice(0, at + 1);
    const entry = owners.get(bundle);
    if (entry) return { entry, bundle };
    if (at === 0) break;
  }
  return undefined;
}

/** Beside a page, other pages may lie, but no files. */
function toBeside(path: string, { entry, bundle }: Owned): PlacedFile | undefined {
  if (entry.kind === "page") return undefined;
  const folder = entry.path.slice(0, entry.path.lastIndexOf("/") + 1);
  return { path: (folder + path.slice(bundle.length)).normalize("NFC"), owner: entry };
}

/** At its old address, unless that is a page of the new blog. */
function toPublic(path: string, site: OpenSite): PlacedFile | undefined {
  const address = site.addressOfFile(path)?.normalize("NFC");
  if (
    address === undefined ||
    /^\/(?:index\.html?|404\.html|feed\.(?:xml|json)|sitemap\.xml|robots\.txt)$/.test(address)
  )
    return undefined;
  return { path: `public${address}`, owner: undefined };
}

function makeFree(path: string, taken: Set<string>): string {
  const dot = path.lastIndexOf(".") > path.lastIndexOf("/") + 1 ? path.lastIndexOf(".") : path.length;
  let free = path;
  for (let number = 2; taken.has(foldPath(free)); number += 1)
    free = `${path.slice(0, dot)}-${number}${path.slice(dot)}`;
  taken.add(foldPath(free));
  return free;
}
