import type { Direction } from "../lib/direction.ts";
import type { CardColours } from "./card-colours.ts";

/** Everything that a card shows; two cards that are equal here are equal in every pixel. */
export type Card = {
  readonly title: string;
  /** Above the title, small: the category. */
  readonly kicker?: string | undefined;
  /** Below the title of the blog's own card: what it is about. */
  readonly description?: string | undefined;
  /** At the foot: where this comes from. */
  readonly source: string;
  /** Opposite: who and when. */
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly lang: string;
  readonly direction: Direction;
  readonly colours: CardColours;
};

export const cardWidth = 1200;
export const cardHeight = 630;
