/** From little used to much. */
const sizes = [1, 2, 3, 4, 5] as const;

type Size = (typeof sizes)[number];

/** In which of five sizes a count is set among all counts: by its logarithm, as every doubling means as much. */
export function toSizes(counts: readonly number[]): (count: number) => Size {
  const logs = counts.map((count) => Math.log(count));
  const least = logs.reduce((a, b) => Math.min(a, b), Infinity);
  const range = logs.reduce((a, b) => Math.max(a, b), least) - least;
  return (count) => {
    if (!(range > 0)) return 3;
    const share = (Math.log(count) - least) / range;
    return sizes[Math.round(share * (sizes.length - 1))] ?? 3;
  };
}
