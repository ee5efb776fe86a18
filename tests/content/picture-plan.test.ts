import { describe, expect, test } from "vitest";
import { toSizes, type ImagePlace, type ShownPlace } from "../../src/content/image-place.ts";
import { planPicture, toFileName } from "../../src/content/picture-plan.ts";

const column: ShownPlace = { kind: "column" };
const cell: ShownPlace = { kind: "cell", columns: 3, isWide: false };

function plan(width: number, height: number, place: ImagePlace = column, isOpaque = true) {
  const { sources, sizes, fallback, large } = planPicture({ width, height, isOpaque }, place);
  const name = ({ format, width: own, height: tall }: typeof large) => `${own}x${tall} ${format}`;
  return {
    types: sources.map(({ type }) => type),
    widths: sources[0]?.files.map((file) => file.width),
    hasSizes: sizes !== undefined,
    fallback: name(fallback),
    large: name(large),
  };
}

describe("a picture in the text", () => {
  test.each([
    [4000, 3000, [720, 1280], "1280x960 jpeg", "2000x1500 webp"],
    [3000, 4000, [720, 1280], "1280x1707 jpeg", "2000x2667 webp"],
    [1600, 900, [720, 1280], "1280x720 jpeg", "1600x900 webp"],
    [1500, 1000, [720, 1280], "1280x853 jpeg", "1280x853 webp"],
    [1280, 853, [720, 1280], "1280x853 jpeg", "1280x853 webp"],
    [900, 600, [720, 900], "900x600 jpeg", "900x600 webp"],
    [899, 600, [899], "899x600 jpeg", "899x600 webp"],
    [720, 480, [720], "720x480 jpeg", "720x480 webp"],
    [300, 200, [300], "300x200 jpeg", "300x200 webp"],
    [3, 1, [3], "3x1 jpeg", "3x1 webp"],
    [1000, 1, [720, 1000], "1000x1 jpeg", "1000x1 webp"],
    [800, 12_000, [800], "800x12000 jpeg", "800x12000 webp"],
  ])("of %i × %i pixels", (width, height, widths, fallback, large) => {
    const made = plan(width, height);
    expect(made).toMatchObject({ types: ["image/avif", "image/webp"], widths, fallback, large });
    expect(made.hasSizes).toBe(widths.length > 1);
    expect(Math.max(...widths)).toBeLessThanOrEqual(width);
  });
});

test("a picture in a gallery is smaller, and as large when it is enlarged", () => {
  expect(plan(4000, 3000, cell)).toMatchObject({
    widths: [360, 720],
    fallback: "720x540 jpeg",
    large: "2000x1500 webp",
  });
});

test("a picture that no page shows is one file", () => {
  const shared = plan(4000, 3000, { kind: "shared" });
  expect(shared).toMatchObject({ types: [], hasSizes: false, fallback: "1280x960 jpeg" });
});

test("a picture with transparent parts falls back on PNG", () => {
  expect(plan(900, 600, column, false).fallback).toBe("900x600 png");
});

test("its files are named by content, width and format", () => {
  expect(toFileName("a1b2", { format: "jpeg", width: 720, height: 1 })).toBe("a1b2-720.jpg");
  expect(toFileName("a1b2", { format: "avif", width: 720, height: 1 })).toBe("a1b2-720.avif");
});

describe("the sizes", () => {
  test.each<[string, ShownPlace]>([
    ["in the text", column],
    ["in the text, with a width of the author's", { kind: "column", width: 300 }],
    ["in a gallery of three columns", cell],
    ["in a gallery of two columns", { kind: "cell", columns: 2, isWide: false }],
    ["of the odd last one", { kind: "cell", columns: 3, isWide: true }],
    ["on the front page", { kind: "lead" }],
  ])("%s hold no sign that HTML is made of", (_where, place) => {
    expect(toSizes(place)).not.toMatch(/[<>"&]/);
  });
});
