import { describe, expect, test } from "vitest";
import { toSizes } from "../../src/taxonomy/to-sizes.ts";

describe("the size of a term", () => {
  test.each([
    [
      [1, 2, 4, 8, 16],
      [1, 2, 3, 4, 5],
    ],
    [
      [1, 10, 100, 1000, 10_000],
      [1, 2, 3, 4, 5],
    ],
    [
      [1, 2],
      [1, 5],
    ],
    [
      [1, 1, 1, 3, 9],
      [1, 1, 1, 3, 5],
    ],
    [
      [50, 55, 60],
      [1, 3, 5],
    ],
    [
      [7, 7],
      [3, 3],
    ],
    [[1], [3]],
  ])("of %j is %j", (counts, sizes) => {
    expect(counts.map(toSizes(counts))).toEqual(sizes);
  });

  test("is found for more terms than a call has room for", () => {
    const counts = Array.from({ length: 200_000 }, (_, number) => 1 + (number % 16));
    expect(toSizes(counts)(16)).toBe(5);
  });
});
