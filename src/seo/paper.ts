/** The page's colour by day and in the evening, for what the browser draws around it. */
export type Paper = { readonly light: string; readonly dark: string };

/**
 * Reads `--paper` out of the owner's `theme.css`: `light-dark(#fff, #000)`, or one colour for both. Undefined where it
 * is not there, or made of other properties, which only a page can resolve.
 */
export function parsePaper(css: string): Paper | undefined {
  const plain = css.replace(/\/\*[^]*?\*\//g, "");
  const value = /(?:^|[\s;{])--paper:([^;}]*)/.exec(plain)?.[1]?.trim() ?? "";
  if (value === "" || value.includes("var(")) return undefined;
  const pair = /^light-dark\(([^]*)\)$/.exec(value)?.[1];
  const [light = value, dark = light] = pair === undefined ? [] : splitAtComma(pair);
  return { light, dark };
}

/** At commas outside of brackets: `rgb(1, 2, 3), #000` is a pair. */
function splitAtComma(text: string): string[] {
  return text.split(/,(?![^(]*\))/).map((part) => part.trim());
}
