import type { Permalink } from "../lib/permalink.ts";

export type Taxonomy = "categories" | "tags";

/** A category or a tag as a post names it. */
export type Term = {
  readonly taxonomy: Taxonomy;
  readonly name: string;
  /** Names from the root; a tag has one. */
  readonly path: readonly string[];
  readonly url: Permalink;
  readonly parent?: Term;
  readonly description?: string;
};

/** The term and its ancestors, root first. */
export function toLineage(term: Term): Term[] {
  return term.parent ? [...toLineage(term.parent), term] : [term];
}
