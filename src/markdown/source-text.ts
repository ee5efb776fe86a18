/** First line and the line after the last, from 0, as markdown-it counts them. */
export type LineRange = readonly [from: number, to: number];

export type Position = { readonly line: number; readonly column: number };

/** What stands before an address, other than in passing: `see a.md: [link](a.md)`. */
const introduction = /[(<"'=]/;

/** Characters that are searched for one text: ten thousand problems in one paragraph lose their columns, not an hour. */
const maxSearched = 100_000_000;

/** The author's text, asked only when a problem needs its place: tokens know their block's lines, not their own. */
export class SourceText {
  readonly #text: string;
  readonly #firstLine: number;
  #starts: readonly number[] | undefined;
  /** End of the last find: the same address twice in a paragraph is two places. */
  #cursor = 0;
  #searched = 0;

  constructor(text: string, firstLine: number) {
    this.#text = text;
    this.#firstLine = firstLine;
  }

  /** Where `needle` stands in `lines`, else anywhere in the text, else the start of `lines`. */
  find(needle: string, lines: LineRange | null): Position {
    const [from, to] = this.#offsets(lines);
    if (needle === "") return this.#positionOf(from);
    const start = this.#cursor > from && this.#cursor < to ? this.#cursor : from;
    let offset = this.#search(needle, start, to);
    if (offset < 0 && start > from) offset = this.#search(needle, from, to);
    if (offset >= 0) this.#cursor = offset + needle.length;
    else offset = this.#search(needle, 0, this.#text.length);
    return this.#positionOf(offset < 0 ? from : offset);
  }

  /** For a rule that walks the text from its beginning again. */
  rewind(): void {
    this.#cursor = 0;
  }

  #search(needle: string, from: number, to: number): number {
    const part = this.#text.slice(from, to);
    let first = -1;
    let index = -1;
    for (let tries = 0; tries < 5 && this.#searched < maxSearched; tries += 1) {
      const start = index + 1;
      index = part.indexOf(needle, start);
      this.#searched += (index < 0 ? part.length : index) - start;
      if (index < 0) break;
      if (introduction.test(part.charAt(index - 1))) return from + index;
      if (first < 0) first = index;
    }
    return first < 0 ? -1 : from + first;
  }

  #offsets(lines: LineRange | null): [number, number] {
    if (!lines) return [0, this.#text.length];
    const starts = this.#lineStarts();
    return [starts[lines[0]] ?? this.#text.length, starts[lines[1]] ?? this.#text.length];
  }

  #positionOf(offset: number): Position {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: this.#firstLine + low, column: offset - (starts[low] ?? 0) + 1 };
  }

  #lineStarts(): readonly number[] {
    this.#starts ??= [0, ...Array.from(this.#text.matchAll(/\r\n?|\n/g), (end) => end.index + end[0].length)];
    return this.#starts;
  }
}
