import { slug } from "github-slugger";

const footnoteId = /^fn(ref)?-/;

/** The ids of one text: no two alike, none that the page itself uses. */
export class PageIds {
  readonly #taken: Set<string>;
  readonly #counts = new Map<string, number>();

  constructor(reserved: readonly string[]) {
    this.#taken = new Set(reserved);
  }

  has(id: string): boolean {
    return this.#taken.has(id);
  }

  /** Takes an id as it is; false when it was taken before. */
  take(id: string): boolean {
    if (this.#taken.has(id)) return false;
    this.#taken.add(id);
    return true;
  }

  /** As GitHub makes them, so that links to sections survive a move: `你好 World!` is `你好-world`, then `你好-world-1`. */
  takeForHeading(text: string): string {
    const base = toHeadingId(text);
    let count = this.#counts.get(base) ?? 0;
    let id = base;
    while (!this.take(id)) {
      count += 1;
      id = `${base}-${count}`;
    }
    this.#counts.set(base, count);
    return id;
  }
}

// Arabic and Hebrew vowel points: writers set or leave them at will, so nobody should have to type them in a link.
const vowelPoints = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

/** Ids begin with a letter, for CSS selectors; `fn-` is for footnotes. */
export function toHeadingId(text: string): string {
  const id = slug(text.trim().normalize("NFC").replace(vowelPoints, "")) || "section";
  return /^\p{L}/u.test(id) && !footnoteId.test(id) ? id : `h-${id}`;
}
