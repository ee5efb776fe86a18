/** Where a picture stands on a page: this decides how wide it is shown. */
export type ImagePlace =
  /** As wide as the text; `width`: the author wants it at most so many pixels wide. */
  | { readonly kind: "column"; readonly width?: number }
  /** In a gallery; `isWide`: the odd last one, which has a row of its own where the window is narrow. */
  | { readonly kind: "cell"; readonly columns: 2 | 3; readonly isWide: boolean }
  /** The front page's first post. */
  | { readonly kind: "lead" }
  /** On no page: in social networks, for search engines, in feeds. */
  | { readonly kind: "shared" };

/** Where a page shows it. */
export type ShownPlace = Exclude<ImagePlace, { readonly kind: "shared" }>;

/**
 * The `sizes` of a picture, true at every width of the window. They say what `layout.css`, `page.css`, `lists.css` and
 * `images.css` come to: a margin of 4vw, but at least 1.125rem, beside a text of 36rem, from 48rem on one of 60ch,
 * which is 37.5rem, in its grid. `>` and `<` may not stand in them: the text passes through readers of HTML.
 */
export function toSizes(place: ShownPlace): string {
  switch (place.kind) {
    case "lead":
      return `(min-width:64rem) min(35.5rem,48vw - 2.5rem),(min-width:48rem) min(37.5rem,88vw - 10.5rem),${narrow}`;
    case "cell":
      return `(min-width:48rem) ${cells[place.columns]},${place.isWide ? narrow : halfOfNarrow}`;
    case "column": {
      if (place.width === undefined) return `(min-width:48rem) min(37.5rem,84vw - 10.5rem),${narrow}`;
      const most = `${place.width}px`;
      return `(min-width:48rem) min(${most},37.5rem,84vw - 10.5rem),min(${most},36rem,92vw,100vw - 2.25rem)`;
    }
  }
}

const narrow = "min(36rem,92vw,100vw - 2.25rem)";
const halfOfNarrow = "min(17.625rem,46vw - .375rem,50vw - 1.5rem)";
const cells = { 2: "min(18.375rem,42vw - 5.625rem)", 3: "min(12rem,28vw - 4rem)" } as const;

/**
 * The widths in which a picture is offered. Few, because each is an address in the page: one for phones of double and
 * windows of single density, one for windows of double and phones of triple density.
 */
export function widthsOf(place: ImagePlace): readonly number[] {
  return place.kind === "cell" ? [360, 720] : [720, 1280];
}
