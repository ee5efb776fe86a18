import type { Rendering } from "../rendering.ts";
import type { Position } from "../source-text.ts";
import type { Omission } from "./omissions.ts";

/** A tag of the author's in its place: what its conversion may ask and say. */
export type TagScene = {
  readonly rendering: Rendering;
  readonly isExcerpt: boolean;
  /** True once, for the first image of the text. */
  readonly takeFirstImage: () => boolean;
  /** Whether one of these elements is open around it. */
  readonly isInside: (...names: readonly string[]) => boolean;
  readonly locate: () => Position;
  readonly omit: (omission: Omission) => void;
};
