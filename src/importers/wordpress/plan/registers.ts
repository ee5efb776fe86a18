import { loginsOf, type AuthorPlan, type AuthorPlans } from "./author-plan.ts";
import type { ItemHead } from "./item-head.ts";
import { toPlainText } from "./plain-text.ts";
import { termSlugsOf, type TermPlan, type TermPlans } from "./term-plan.ts";

/** What an item is filed under. */
export type Filed = {
  readonly categories: readonly TermPlan[];
  readonly tags: readonly TermPlan[];
  readonly authors: readonly AuthorPlan[];
  readonly series: string | undefined;
};

export type Registers = {
  readonly of: (head: ItemHead) => Filed;
  /** Where the engine files posts that name no category; undefined when it is the engine's own default. */
  readonly defaultCategory: TermPlan | undefined;
};

export function createRegisters(terms: TermPlans, authors: AuthorPlans): Registers {
  return {
    defaultCategory: findDefaultCategory(terms),
    of: (head) => ({
      categories: termsOf(head, "categories", terms),
      tags: termsOf(head, "tags", terms),
      authors: [...new Set(loginsOf(head).flatMap((login) => authors.find(login) ?? []))],
      series: seriesOf(head),
    }),
  };
}

function termsOf(head: ItemHead, taxonomy: "categories" | "tags", terms: TermPlans): TermPlan[] {
  const found = termSlugsOf(head.terms, taxonomy).flatMap((slug) => terms.find(taxonomy, slug) ?? []);
  return [...new Set(found)];
}

/** The category with which WordPress begins is its first, whatever it was renamed to. */
function findDefaultCategory({ find, all }: TermPlans): TermPlan | undefined {
  const first = all.find(({ taxonomy, id }) => taxonomy === "categories" && id === "1");
  return find("categories", "uncategorized") ?? first;
}

function seriesOf({ terms }: ItemHead): string | undefined {
  const name = terms.find(({ domain }) => domain === "series")?.name;
  return name === undefined ? undefined : toPlainText(name) || undefined;
}
