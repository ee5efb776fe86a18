import type { Range } from "./range.ts";
import { escapeTags } from "./escape.ts";

const longest = 2_000;

/**
 * `$latex x^2$` of WordPress.com at `start`. A formula is `<span class="math">x^2</span>`, TeX with entities: Markdown has
 * `$x^2$` for it.
 */
export function toFormula(text: string, { start, end }: Range): { html: string; end: number } | undefined {
  const from = start + "$latex ".length;
  const limit = Math.min(end, from + longest);
  for (let at = text.indexOf("$", from); at >= 0 && at < limit; at = text.indexOf("$", at + 1)) {
    if (text[at - 1] === "\\") continue;
    const html = toMath(text.slice(from, at));
    return html === undefined ? undefined : { html, end: at + 1 };
  }
  return undefined;
}

/** TeX as it stands in a text; undefined for what is none. */
export function toMath(source: string): string | undefined {
  if (source.length > longest || /\n[ \t]*\n/.test(source)) return undefined;
  // Colours and sizes of the picture that WordPress made of it.
  const tex = source
    .replace(/(?:&(?:amp;|#0?38;)?(?:bg|fg|s)=[\w-]+)+\s*$/, "")
    .replace(/\s+/g, " ")
    .trim();
  return tex === "" ? undefined : `<span class="math">${escapeTags(tex)}</span>`;
}
