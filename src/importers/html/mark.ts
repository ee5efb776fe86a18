/** What a piece of text stands in, from the outermost on. */
export type Mark =
  | { readonly kind: "strong" | "emphasis" | "delete" }
  | { readonly kind: "link"; readonly url: string; readonly title?: string }
  /** An element that stays HTML; `open` is its tag. */
  | { readonly kind: "tag"; readonly name: string; readonly open: string };

export type Marks = readonly Mark[];

const strong: Mark = { kind: "strong" };
const emphasis: Mark = { kind: "emphasis" };
const deleted: Mark = { kind: "delete" };

export const noMarks: Marks = [];

/** Bold within bold is bold; a link holds no other. */
export function withMark(marks: Marks, mark: Mark): Marks {
  const isKnown = mark.kind !== "tag" && marks.some(({ kind }) => kind === mark.kind);
  return isKnown ? marks : [...marks, mark];
}

export function withStrong(marks: Marks): Marks {
  return withMark(marks, strong);
}

export function withEmphasis(marks: Marks): Marks {
  return withMark(marks, emphasis);
}

export function withDeletion(marks: Marks): Marks {
  return withMark(marks, deleted);
}

/** `<sup>` and its like, without attributes. */
export function withTag(marks: Marks, name: string, open = `<${name}>`): Marks {
  return [...marks, { kind: "tag", name, open }];
}
