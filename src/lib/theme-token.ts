/** A colour by day and in the evening, as text of CSS; the same twice where there is but one. */
export type ThemeToken = { readonly light: string; readonly dark: string };

/** Reads one token, such as `paper`, out of the owner's `theme.css`: `light-dark(#fff, #000)`, or one colour for both. */
export function readThemeToken(css: string, name: string): ThemeToken | undefined {
  const plain = css.replace(/\/\*[^]*?\*\//g, "");
  const value = new RegExp(`(?:^|[\\s;{])--${name}:([^;}]*)`).exec(plain)?.[1]?.trim() ?? "";
  if (value === "") return undefined;
  const pair = /^light-dark\(([^]*)\)$/.exec(value)?.[1];
  const [light = value, dark = light] = pair === undefined ? [] : splitAtComma(pair);
  return { light, dark };
}

/** At commas outside of brackets: `rgb(1, 2, 3), #000` is a pair. */
function splitAtComma(text: string): string[] {
  return text.split(/,(?![^(]*\))/).map((part) => part.trim());
}
