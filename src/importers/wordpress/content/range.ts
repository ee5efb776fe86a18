/** A part of a text, without the character at `end`. */
export type Range = { readonly start: number; readonly end: number };
