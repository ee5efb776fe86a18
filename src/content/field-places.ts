import { toOutputPath } from "../lib/permalink.ts";
import { toAliasPermalink } from "./alias.ts";
import type { Page, Post, Source } from "./post.ts";
import type { Locate, Position } from "./yaml-locator.ts";

/** Where front matter names a key, or an item of a list below it; 1:1 when it does not. */
export type FieldPlaces = (source: Source, ...path: readonly [key: string, ...rest: number[]]) => Position;

export function toFieldPlaces(places: ReadonlyMap<Source, Locate>): FieldPlaces {
  return (source, ...path) => {
    const part = path.length === 1 ? "key" : "value";
    return places.get(source)?.(path, part) ?? { line: 1, column: 1 };
  };
}

/** What in a file decides that it has an address, by its path in the output folder: an alias, else the slug. */
export type AddressPlaces = (source: Source, path: string) => Position;

export function toAddressPlaces(placeOf: FieldPlaces, entries: readonly (Post | Page)[]): AddressPlaces {
  return (source, path) => {
    const aliases = entries.find((entry) => entry.source === source)?.aliases.map(toAliasPermalink) ?? [];
    const index = aliases.findIndex((alias) => alias !== undefined && toOutputPath(alias) === path);
    return index < 0 ? placeOf(source, "slug") : placeOf(source, "aliases", index);
  };
}
