import type { Range } from "../range.ts";

/** An opening tag, as WordPress reads it: no `]` within. */
export type ShortcodeTag = Range & {
  readonly name: string;
  /** All between the name and the end. */
  readonly rest: string;
  readonly isSelfClosing: boolean;
};

export class ShortcodeReader {
  readonly #text: string;
  /** Of the last search for a `]`: from where, and what was found. */
  #from = 0;
  #close = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The opening tag at `start`, which is a `[`. */
  read({ start, end }: Range): ShortcodeTag | undefined {
    opening.lastIndex = start;
    const name = opening.exec(this.#text)?.[1];
    if (name === undefined) return undefined;
    const from = start + 1 + name.length;
    const close = this.#findClose(from);
    if (close >= end) return undefined;
    const isSelfClosing = this.#text[close - 1] === "/" && close > from;
    const rest = this.#text.slice(from, isSelfClosing ? close - 1 : close);
    return { name, rest, isSelfClosing, start, end: close + 1 };
  }

  #findClose(from: number): number {
    if (from < this.#from || from > this.#close) {
      const close = this.#text.indexOf("]", from);
      this.#from = from;
      this.#close = close < 0 ? Infinity : close;
    }
    return this.#close;
  }
}

const opening = /\[([A-Za-z0-9][\w-]{0,59})(?=[\s\]/=:\u00a0])/y;

export type Attributes = { readonly named: ReadonlyMap<string, string>; readonly values: readonly string[] };

/** `a="x" b='y' c=z "only a value" another`; names in lower case. */
export function parseAttributes(rest: string): Attributes {
  const text = toPlainQuotes(rest).replace(/[\u00a0\u200b]+/g, " ");
  const named = new Map<string, string>();
  const values: string[] = [];
  attribute.lastIndex = 0;
  while (attribute.lastIndex < text.length) {
    const { name, value, bare } = attribute.exec(text)?.groups ?? {};
    if (value === undefined && bare === undefined) break;
    const plain = (value ?? bare ?? "").replace(/^(["'])(.*)\1$/s, "$2").trim();
    if (name !== undefined) named.set(name.toLowerCase(), plain);
    else if (plain !== "") values.push(plain);
  }
  return { named, values };
}

const quoted = String.raw`"[^"]*"|'[^']*'`;
const attribute = new RegExp(
  String.raw`\s*(?:(?<name>[\w-]+)\s*=\s*(?<value>${quoted}|[^\s"']+)|(?<bare>${quoted}|\S+))(?:\s+|$)|\s*(?<rest>\S)`,
  "y",
);

/** Quotes that an editor has made typographic, or has written as entities, are quotes. */
function toPlainQuotes(rest: string): string {
  if (/["']/.test(rest)) return rest;
  return rest
    .replace(/&(?:quot|#34|#8220|#8221|#8243|ldquo|rdquo);|[“”″„«»]/gi, '"')
    .replace(/&(?:#0?39|#8216|#8217|#8242);|[‘’′]/g, "'");
}
