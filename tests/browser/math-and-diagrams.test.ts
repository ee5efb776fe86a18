import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openSite, type Visitor } from "./visit.ts";

const address = "/posts/the-arithmetic-of-one-more-chair/";
let site: Visitor;

beforeAll(async () => {
  site = await openSite(inject("sampleSite"));
});
afterAll(() => site.leave());

/** The middles of a formula and of the column that it stands in. */
async function middles(page: Page): Promise<[number, number]> {
  return page
    .locator("div.math")
    .first()
    .evaluate((box) => {
      const inner = box.querySelector("mfrac")?.getBoundingClientRect() ?? new DOMRect();
      const column = box.closest(".prose")?.getBoundingClientRect() ?? new DOMRect();
      return [inner.x + inner.width / 2, column.x + column.width / 2];
    });
}

describe("formulas", () => {
  test.each([390, 1280])("are laid out as such at %i pixels, without a script", async (width) => {
    await site.visit(address, { viewport: { width, height: 800 }, javaScriptEnabled: false }, async (page) => {
      const sizes = await page.locator(".prose math").evaluateAll((all) =>
        all.map((it) => {
          const { width: wide, height: high } = it.getBoundingClientRect();
          return wide > 4 && high > 5;
        }),
      );
      expect(sizes.length).toBeGreaterThan(6);
      expect(sizes).not.toContain(false);
      const [formula, column] = await middles(page);
      expect(Math.abs(formula - column)).toBeLessThan(2);
    });
  });

  test("put the numerator over the line and stand on the line of their text", async () => {
    await site.visit(address, {}, async (page) => {
      const [over, under] = await page
        .locator("div.math mfrac")
        .first()
        .evaluate((fraction) => [...fraction.children].map((child) => child.getBoundingClientRect().y));
      expect(over).toBeLessThan(under ?? 0);
      const [letter, text] = await page
        .locator(".prose p > math")
        .first()
        .evaluate((formula) => {
          const range = document.createRange();
          range.selectNode(formula.previousSibling ?? formula);
          return [formula.getBoundingClientRect().bottom, range.getBoundingClientRect().bottom];
        });
      expect(Math.abs((letter ?? 0) - (text ?? 0))).toBeLessThan(8);
    });
  });

  test("can be reached by keyboard where they stand by themselves", async () => {
    await site.visit(address, {}, async (page) => {
      await page.locator("div.math").first().focus();
      expect(
        await page
          .locator("div.math")
          .first()
          .evaluate((box) => box === document.activeElement),
      ).toBe(true);
    });
  });

  test("say in TeX what they are to those to whom MathML says nothing", async () => {
    await site.visit(address, {}, async (page) => {
      expect(await page.locator("div.math math").first().getAttribute("alttext")).toBe("\\frac{n(n-1)}{2}");
    });
  });
});

describe.each(["light", "dark"] as const)("diagrams in the %s scheme", (colorScheme) => {
  test("have words in ink on shapes of the page's colours", async () => {
    await site.visit(address, { colorScheme }, async (page) => {
      const ink = await page.evaluate(() => getComputedStyle(document.body).color);
      const drawings = await page.locator("svg.drawing").evaluateAll((all) =>
        all.map((svg) => ({
          name: svg.getAttribute("aria-label"),
          texts: [...svg.querySelectorAll("text")].map((it) => getComputedStyle(it).fill),
          shapes: [...svg.querySelectorAll(".node rect, .node polygon")].map((it) => getComputedStyle(it).fill),
          lines: [...svg.querySelectorAll("polyline, .dotted")].map((it) => getComputedStyle(it).stroke),
          sizes: [...svg.querySelectorAll("text, rect")].map((it) => it.getBoundingClientRect().width),
        })),
      );
      expect(drawings.map(({ name }) => name?.split(":")[0])).toEqual(["Sequence diagram", "Flowchart"]);
      for (const { texts, shapes, lines, sizes } of drawings) {
        expect(new Set(texts)).toEqual(new Set([ink]));
        expect(new Set(shapes).size).toBe(1);
        expect([...shapes, ...lines]).not.toContain("none");
        expect([...shapes, ...lines]).not.toContain("rgb(0, 0, 0)");
        expect(Math.min(...sizes)).toBeGreaterThan(8);
      }
    });
  });

  test("keep their words inside of their shapes", async () => {
    await site.visit(address, { colorScheme }, async (page) => {
      const overflows = await page.locator("svg.drawing .node").evaluateAll((nodes) =>
        nodes.flatMap((node) => {
          const shape = node.querySelector("rect, polygon, circle")?.getBoundingClientRect();
          const words = [...node.querySelectorAll("text")].map((it) => it.getBoundingClientRect());
          const isInside = words.every((it) => shape && it.left >= shape.left && it.right <= shape.right);
          return isInside ? [] : [node.textContent];
        }),
      );
      expect(overflows).toEqual([]);
    });
  });
});

test("diagrams have the system's colours where it asks for them", async () => {
  await site.visit(address, { forcedColors: "active" }, async (page) => {
    const [words, text] = await page.evaluate(() => {
      const label = document.querySelector("svg.drawing text") ?? document.body;
      return [getComputedStyle(label).fill, getComputedStyle(document.body).color];
    });
    expect(words).toBe(text);
  });
});

test("diagrams that are hardly wider than a telephone shrink to it", async () => {
  await site.visit(address, { viewport: { width: 390, height: 800 } }, async (page) => {
    const boxes = await page
      .locator(".diagram")
      .evaluateAll((all) =>
        all.map((box) => [box.scrollWidth, box.clientWidth, box.querySelector("svg")?.getBoundingClientRect().width]),
      );
    expect(boxes).toHaveLength(2);
    for (const [needed, room, drawn] of boxes) {
      expect(needed).toBe(room);
      expect(drawn).toBeLessThanOrEqual(room ?? 0);
    }
  });
});
