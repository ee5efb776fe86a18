import type { Range } from "../range.ts";

export type SourceTag = Range & {
  /** In lower case. */
  readonly name: string;
  readonly isEnd: boolean;
  readonly isSelfClosing: boolean;
  readonly source: string;
};

/** Reads tags as browsers do: `>` in quotes ends none. */
export class TagReader {
  readonly #text: string;
  /** Characters that may be looked at in vain; after that, quotes count no more. It keeps broken texts linear. */
  #patience: number;
  /** Behind it no tag ends. */
  readonly lastEnd: number;

  constructor(text: string) {
    this.#text = text;
    this.lastEnd = text.lastIndexOf(">");
    this.#patience = 2 * text.length + 10_000;
  }

  /** The tag at `start`, which is a `<`; undefined when it does not end. */
  read(start: number, end: number): SourceTag | undefined {
    tagStart.lastIndex = start;
    const [opening, slash = "", name = ""] = tagStart.exec(this.#text) ?? [];
    if (opening === undefined || start > this.lastEnd) return undefined;
    const from = start + opening.length;
    const close = this.#findEnd(from, end) ?? this.#findPlainEnd(from, end);
    if (close === undefined) return undefined;
    return {
      name: name.toLowerCase(),
      isEnd: slash !== "",
      isSelfClosing: this.#text[close - 1] === "/",
      source: this.#text.slice(start, close + 1),
      start,
      end: close + 1,
    };
  }

  #findEnd(from: number, end: number): number | undefined {
    let at = from;
    while (at < end && at - from < this.#patience) {
      sign.lastIndex = at;
      const found = sign.exec(this.#text);
      if (!found || found.index >= end || found[0] === "<") break;
      if (found[0] === ">") return found.index;
      // A quote is one only where a value begins.
      const isValue = /=\s*$/.test(this.#text.slice(Math.max(from, found.index - 20), found.index));
      const close = isValue ? this.#text.indexOf(found[0], found.index + 1) : found.index;
      if (close < 0 || close >= end) break;
      at = close + 1;
    }
    this.#patience -= at - from;
    return undefined;
  }

  #findPlainEnd(from: number, end: number): number | undefined {
    const close = this.#text.indexOf(">", from);
    return close < 0 || close >= end ? undefined : close;
  }
}

const tagStart = /<(\/?)([a-z][^\s/>]{0,60})(?=[\s/>])/iy;
const sign = /[<>"']/g;

/** An attribute's value as it stands in the source, entities and all. */
export function attributeOf({ source }: SourceTag, name: string): string | undefined {
  const pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i");
  const found = pattern.exec(source);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

export function hasClass(tag: SourceTag, name: string): boolean {
  return (attributeOf(tag, "class") ?? "").split(/\s+/).includes(name);
}
