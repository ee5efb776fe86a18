import type { Range } from "../range.ts";

/** Finds the ends of elements whose content is taken as a whole. Each end is searched for once. */
export class RawElements {
  readonly #text: string;
  /** By name, from where the last search went, and what it found. */
  readonly #last = new Map<string, { readonly from: number; readonly found: Range | undefined }>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The next `</name>` within the range. */
  findEnd(name: string, { start, end }: Range): Range | undefined {
    const last = this.#last.get(name);
    const isKnown = last !== undefined && start >= last.from && start <= (last.found?.start ?? Infinity);
    const found = isKnown ? last.found : this.#search(name, start);
    if (!isKnown) this.#last.set(name, { from: start, found });
    return found && found.end <= end ? found : undefined;
  }

  #search(name: string, from: number): Range | undefined {
    const tag = new RegExp(`</${name}(?=[\\s/>])`, "gi");
    tag.lastIndex = from;
    const start = tag.exec(this.#text)?.index ?? -1;
    const close = start < 0 ? -1 : this.#text.indexOf(">", start);
    return close < 0 ? undefined : { start, end: close + 1 };
  }
}
