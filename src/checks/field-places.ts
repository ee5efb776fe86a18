import type { Source } from "../content/post.ts";
import type { Locate, Position } from "../content/yaml-locator.ts";

/** Where front matter names a key; 1:1 when it does not. */
export type FieldPlaces = (source: Source, key: string) => Position;

export function toFieldPlaces(places: ReadonlyMap<Source, Locate>): FieldPlaces {
  return (source, key) => places.get(source)?.([key], "key") ?? { line: 1, column: 1 };
}
