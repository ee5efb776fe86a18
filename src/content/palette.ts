/** Colour tokens by name, as `theme.css` declares them: `--paper: light-dark(day, evening);`. */
export type Palette = ReadonlyMap<string, string>;

const token = /(--[\w-]+):(\s*)(light-dark\([^;{}]*\))\s*;/g;

export function readPalette(css: string): Palette {
  return new Map([...css.matchAll(token)].map(([, name = "", , value = ""]) => [name, value]));
}

export function isSamePalette(a: Palette, b: Palette): boolean {
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);
}

/** The style sheet with another palette's colours; everything else in it, comments too, stays as it is. */
export function withPalette(css: string, palette: Palette): string {
  return css.replace(token, (declaration, name: string, space: string) => {
    const value = palette.get(name);
    return value === undefined ? declaration : `${name}:${space}${value};`;
  });
}
