import { readdirSync, statSync, type Dirent } from "node:fs";
import { join, relative, sep } from "node:path";
import { ImportError } from "../import-error.ts";
import { foldPath } from "../output/output-path.ts";

export type FoundUpload = {
  /** On the disk. */
  readonly file: string;
  /** Below the uploads folder, as it is called there; NFC. */
  readonly path: string;
  readonly size: number;
};

export type UploadsFolder = {
  /** Undefined when it is not there, or could be two. */
  readonly find: (path: string) => FoundUpload | undefined;
};

/** A copy of `wp-content/uploads`; it may lie deeper in the folder that was given. */
export function openUploads(folder: string): UploadsFolder {
  const root = findUploads(folder);
  const listings = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const list = (place: string): ReadonlyMap<string, readonly string[]> => {
    const known = listings.get(place) ?? groupByFold(readNames(place));
    listings.set(place, known);
    return known;
  };
  const enter = (place: string, segment: string): string | undefined => {
    const names = list(place).get(foldPath(segment)) ?? [];
    const exact = chooseName(names, segment);
    return exact === undefined ? undefined : join(place, exact);
  };
  return {
    find: (path) => {
      let place: string | undefined = root;
      for (const segment of path.split("/")) place = place === undefined ? undefined : enter(place, segment);
      const status = place === undefined ? undefined : statSync(place, { throwIfNoEntry: false });
      if (place === undefined || !status?.isFile()) return undefined;
      const found = relative(root, place).split(sep).join("/").normalize("NFC");
      return { file: place, path: found, size: status.size };
    },
  };
}

/** The name itself, else the same letters in another form, else in another case; but never one of several. */
function chooseName(names: readonly string[], wanted: string): string | undefined {
  if (names.includes(wanted)) return wanted;
  const same = names.filter((name) => name.normalize("NFC") === wanted);
  const choice = same.length > 0 ? same : names;
  return choice.length === 1 ? choice[0] : undefined;
}

function groupByFold(names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const key = foldPath(name);
    const group = groups.get(key);
    if (group) group.push(name);
    else groups.set(key, [name]);
  }
  return groups;
}

function readNames(place: string): string[] {
  try {
    return readdirSync(place).sort();
  } catch {
    return [];
  }
}

const deepest = 3;

/** `wp-content/uploads` within the folder, `uploads` in it, or the folder itself. */
function findUploads(folder: string): string {
  if (!isFolder(folder)) {
    throw new ImportError(`${folder}: there is no such folder. Give a copy of wp-content/uploads.`);
  }
  if (hasYears(folder)) return folder;
  let places = [folder];
  for (let depth = 0; depth <= deepest; depth += 1) {
    const found = places.flatMap((place) => [join(place, "wp-content/uploads"), join(place, "uploads")]).find(isFolder);
    if (found !== undefined) return found;
    places = places.flatMap(listFolders);
  }
  return folder;
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function hasYears(folder: string): boolean {
  return listFolders(folder).some((place) => /[\\/](?:19|20)\d\d$/.test(place));
}

function listFolders(place: string): string[] {
  return readEntries(place)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => join(place, name))
    .sort();
}

function readEntries(place: string): Dirent[] {
  try {
    return readdirSync(place, { withFileTypes: true });
  } catch {
    return [];
  }
}
