import type { Range } from "../range.ts";

/** Where `[/name]` stands in a text: looked up once for all, because each opening tag asks. */
export class ClosingTags {
  readonly #text: string;
  #places: Map<string, number[]> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first one within the range. */
  find(name: string, { start, end }: Range): Range | undefined {
    this.#places ??= findPlaces(this.#text);
    const places = this.#places.get(name);
    if (!places) return undefined;
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? Infinity) < start) low = middle + 1;
      else high = middle;
    }
    const place = places[low];
    const length = name.length + 3;
    return place === undefined || place + length > end ? undefined : { start: place, end: place + length };
  }
}

function findPlaces(text: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { 1: name = "", index } of text.matchAll(/\[\/([\w-]{1,60})\]/g)) {
    const known = places.get(name);
    if (known) known.push(index);
    else places.set(name, [index]);
  }
  return places;
}
