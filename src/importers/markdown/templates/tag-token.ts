/** A tag of a template in a text. */
export type TagToken = {
  /** `output`: a value, `{{ … }}` in Liquid. `escaped`: one that is shown as it is, without its escape. */
  readonly kind: "open" | "close" | "output" | "escaped";
  readonly name: string;
  /** What stands behind the name. */
  readonly rest: string;
  readonly start: number;
  readonly end: number;
  /** It needs no end. */
  readonly isAlone?: boolean;
  /** Up to its own end tag, where nothing inside of it is a tag. */
  readonly verbatim?: { readonly start: number; readonly end: number };
  /** What is shown for an escaped one. */
  readonly shown?: string;
};

/** Finds what begins and ends with given marks, in one pass over the text. */
export function createMarkFinder(text: string, close: string): (from: number) => number {
  let isOver = false;
  return (from) => {
    if (isOver) return -1;
    const at = text.indexOf(close, from);
    // Without it a text of a hundred thousand beginnings would be searched as often.
    if (at < 0) isOver = true;
    return at;
  };
}
