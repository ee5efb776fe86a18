import type { Element, Root } from "hast";
import { findMath } from "../../markdown/math/find-math.ts";
import { toMathml } from "../../markdown/math/to-mathml.ts";
import { withoutControls } from "./control-characters.ts";
import { attributeOf, childrenOf, elementsOf, textOf } from "./hast.ts";

/** TeX in `<span class="math">`, in the order of the text. */
export type Formulas = {
  readonly list: readonly Formula[];
  readonly of: (element: Element) => Formula | undefined;
};

export type Formula = {
  readonly number: number;
  readonly tex: string;
  /** As our renderer shows it; undefined where it does not understand the TeX, which then stays text. */
  readonly mathml: string | undefined;
};

/** In code TeX is code. */
const literal: ReadonlySet<string> = new Set("pre listing xmp code tt kbd samp var".split(" "));

export function findFormulas(tree: Root): Formulas {
  const formulas = new Map<Element, Formula>();
  const list: Formula[] = [];
  for (const element of elementsOf(tree, ({ tagName }) => !literal.has(tagName))) {
    if (!isFormula(element)) continue;
    const formula = { number: list.length, ...toFormula(textOf(element)) };
    formulas.set(element, formula);
    list.push(formula);
  }
  return { list, of: (element) => formulas.get(element) };
}

function isFormula(element: Element): boolean {
  if (element.tagName !== "span" || attributeOf(element, "className") !== "math") return false;
  return childrenOf(element).every(({ type }) => type === "text");
}

function toFormula(text: string): Omit<Formula, "number"> {
  const tex = withoutControls(text).replace(/\s+/g, " ").trim();
  const source = `$${tex}$`;
  const found = findMath(source, 0);
  // A dollar or a backslash at its end may say where else the formula ends.
  if (found?.tex !== tex || found.end !== source.length) return { tex, mathml: undefined };
  const result = toMathml(tex, { isDisplay: false });
  return { tex, mathml: "html" in result ? result.html : undefined };
}
