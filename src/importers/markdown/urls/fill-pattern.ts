/** The value of a part of a pattern by its name; undefined for one that nobody can tell. */
export type PartOf = (name: string) => string | undefined;

const part = /:(?:\{(?<braced>\w+)\}|(?<name>[a-z_]+)(?<range>\[[^\]]{0,20}\])?)/g;

/**
 * `/:year/:title/` with its parts filled in, as a path with single slashes; undefined when a part is unknown.
 * Jekyll reads the longest name that it knows, so that `:title.html` has its dot.
 */
export function fillPattern(pattern: string, partOf: PartOf): string | undefined {
  let isWhole = true;
  const filled = pattern.replace(part, (_, braced?: string, name?: string, range = "") => {
    const value = partOf(`${braced ?? name ?? ""}${range}`);
    if (value === undefined) isWhole = false;
    return value ?? "";
  });
  return isWhole ? `/${filled}`.replace(/\/{2,}/g, "/") : undefined;
}
