import temml from "temml";
import { escapeHtml } from "../../lib/safe-html.ts";
import { cleanMathml } from "./clean-mathml.ts";
import { type TexMistake, toTexMistake } from "./tex-mistake.ts";

export type MathResult = { readonly html: string } | { readonly mistake: TexMistake };

export type MathOptions = { readonly isDisplay: boolean };

/** No page of a book holds as much; beyond it, and beyond that depth, Temml would need more stack than there is. */
const maxLength = 10_000;
const maxDepth = 100;
/** Characters that macros may become, about. */
const maxExpanded = 250_000;
/** From here on a formula in running text may break into lines. */
const longLength = 24;

/** TeX as MathML, without script and style; `alttext` is for those to whom MathML says nothing. */
export function toMathml(tex: string, { isDisplay }: MathOptions): MathResult {
  const mistake = findBound(tex);
  if (mistake) return { mistake };
  try {
    const { html, pieces, unsupported } = cleanMathml(
      temml.renderToString(tex, {
        displayMode: isDisplay,
        throwOnError: true,
        trust: false,
        maxExpand: Math.min(1_000, Math.ceil(maxExpanded / (tex.length + 1))),
        maxSize: [10, 10],
        wrap: isDisplay || tex.length <= longLength ? "none" : "tex",
      }),
    );
    const [name] = unsupported;
    if (name !== undefined) return { mistake: { what: toUnsupported(name) } };
    const className = !isDisplay && pieces > 1 ? ' class="long"' : "";
    return { html: html.replace("<math", `<math${className} alttext="${toAltText(tex)}"`) };
  } catch (error) {
    return { mistake: toTexMistake(error) };
  }
}

function toUnsupported(name: string): string {
  if (name === "a") return "references such as \\ref are not numbered here; write the number yourself";
  return `pages cannot show what it asks for (${name})`;
}

function toAltText(tex: string): string {
  return escapeHtml(tex.trim().replace(/\s+/g, " "));
}

function findBound(tex: string): TexMistake | undefined {
  if (tex.trim() === "") return { what: "it is empty" };
  if (tex.length > maxLength) return { what: `it is longer than ${maxLength} characters` };
  let depth = 0;
  for (const [mark] of tex.matchAll(/\\(?:begin|left|end|right)(?![a-zA-Z])|\\.|[{}]/gs)) {
    if (/^(?:\\begin|\\left|\{)$/.test(mark)) depth += 1;
    else if (/^(?:\\end|\\right|\})$/.test(mark)) depth -= 1;
    if (depth > maxDepth) return { what: `it is nested deeper than ${maxDepth} levels` };
  }
  return undefined;
}
