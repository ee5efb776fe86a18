/** A path from the root of another site, resolved there; anything else as it is. `//host` is no path. */
export function resolveRelative(value: string, base: string): string {
  const path = value.replace(/^[\0-\x20]+/, "");
  if (!path.startsWith("/") || !URL.canParse(path, base)) return value;
  const url = new URL(path, base);
  return url.origin === new URL(base).origin ? url.href : value;
}
