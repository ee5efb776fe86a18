import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { runScript } from "../support/run-script.ts";
import { openSite, type Visitor } from "./visit.ts";

const long = "/posts/ten-minutes-at-the-change-of-shift/";
const noted = "/posts/decisions-worth-writing-down/";
const wide = { viewport: { width: 1280, height: 800 } };

let site: Visitor;

beforeAll(async () => {
  site = await openSite(inject("sampleSite"));
});
afterAll(() => site.leave());

/** A browser whose style sheets know nothing of sections: the property is gone, and it says so. */
const without = `
  const supports = CSS.supports.bind(CSS);
  CSS.supports = (...query) => !String(query[0]).includes("scroll-target-group") && supports(...query);
  document.addEventListener("DOMContentLoaded", () =>
    document.querySelector(".toc")?.style.setProperty("scroll-target-group", "none"),
  );`;

const browsers = [
  ["by style sheets alone", undefined],
  ["by a script where style sheets can't", without],
] as const;

/** The links of the contents that are marked; the mark is a broad line beside them. */
const marked = (page: Page) =>
  page
    .locator(".toc a")
    .evaluateAll((links) =>
      links
        .filter((link) => getComputedStyle(link, "::before").borderInlineStartWidth === "4px")
        .map((link) => link.textContent),
    );

const goTo = (page: Page, heading: string, above = 100) =>
  page.evaluate(
    ([text, distance]) => {
      const found = [...document.querySelectorAll(".e-content :is(h2, h3)")].find((it) => it.textContent === text);
      if (!found) throw new Error(`There is no ${text}`);
      scrollTo({ top: scrollY + found.getBoundingClientRect().top - Number(distance), behavior: "instant" });
    },
    [heading, above],
  );

/** A browser without the property has no need of the script to know it. */
const prepared = (prepare: string | undefined) => (prepare === undefined ? wide : { ...wide, prepare });

describe.each(browsers)("the section that is read is marked %s", (_, prepare) => {
  test("while the reader scrolls down and up", async () => {
    await site.visit(long, prepared(prepare), async (page) => {
      for (const heading of ["Say it back", "The book", "What is unusual"]) {
        await goTo(page, heading);
        await expect.poll(() => marked(page)).toEqual([heading]);
      }
      await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
      await expect.poll(() => marked(page)).toEqual(["Both people are in the room"]);
    });
  });

  test("after a jump by keyboard, which leaves the focus on the link", async () => {
    await site.visit(long, prepared(prepare), async (page) => {
      await page.locator(".toc a").first().focus();
      for (let step = 0; step < 3; step++) await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect.poll(() => marked(page)).toEqual(["Say it back"]);
      await expect
        .poll(() => page.locator("h2#say-it-back").evaluate((it) => it.getBoundingClientRect().top))
        .toBeLessThan(60);
      expect(new URL(page.url()).hash).toBe("#say-it-back");
    });
  });
});

test("the script comes only where it is needed", async () => {
  const asks = async (address: string, prepare?: string, size = wide) => {
    const asked: string[] = [];
    const context = await site.browser.newContext(size);
    if (prepare) await context.addInitScript(prepare);
    const page = await context.newPage();
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(site.origin + address, { waitUntil: "networkidle" });
    await context.close();
    return asked.filter((url) => url.includes("follow-reader")).length;
  };
  expect([await asks(long), await asks(long, without), await asks("/posts/two-chairs/", without)]).toEqual([0, 1, 0]);
  expect(await asks(long, without, { viewport: { width: 390, height: 800 } })).toBe(0);
});

test("a script marks for ears too", async () => {
  await site.visit(long, prepared(without), async (page) => {
    await goTo(page, "The book");
    const current = page.locator('.toc [aria-current="location"]');
    await expect.poll(() => current.allInnerTexts()).toEqual(["The book"]);
  });
});

describe("where there is room", () => {
  test("the contents stay beside the text, and notes have the other side", async () => {
    await site.visit(noted, wide, async (page) => {
      await goTo(page, "How small is too small?");
      const [contents, text, note] = await Promise.all(
        [".toc", ".e-content", ".footnotes li >> nth=1"].map((it) => page.locator(it).boundingBox()),
      );
      if (!contents || !text || !note) throw new Error("All three are on the page");
      expect(contents.y).toBeGreaterThanOrEqual(0);
      expect(contents.y).toBeLessThan(60);
      expect(contents.x + contents.width).toBeLessThanOrEqual(text.x);
      expect(note.x).toBeGreaterThanOrEqual(text.x + text.width);
    });
  });

  test("a list that is longer than the window scrolls by itself and shows what is read", async () => {
    await site.visit(long, { viewport: { width: 1280, height: 180 } }, async (page) => {
      await goTo(page, "What it looks like at a desk", 10);
      await expect.poll(() => marked(page)).toEqual(["What it looks like at a desk"]);
      const [list, link] = await Promise.all([
        page.locator(".toc").boundingBox(),
        page.locator(".toc a").last().boundingBox(),
      ]);
      if (!list || !link) throw new Error("Both are on the page");
      expect(list.height).toBeLessThanOrEqual(180 - 24);
      expect(link.y + link.height).toBeLessThanOrEqual(list.y + list.height + 1);
    });
  });
});

test("on a narrow screen the contents stand above the text and don't follow", async () => {
  await site.visit(long, { viewport: { width: 390, height: 800 } }, async (page) => {
    const [contents, text] = await Promise.all([
      page.locator(".toc").boundingBox(),
      page.locator(".e-content").boundingBox(),
    ]);
    expect((contents?.y ?? 0) + (contents?.height ?? 0)).toBeLessThanOrEqual(text?.y ?? 0);
    await goTo(page, "The book");
    expect(await page.locator(".toc").evaluate((it) => it.getBoundingClientRect().bottom)).toBeLessThan(0);
    expect(await marked(page)).toEqual([]);
  });
});

test("a jump glides unless the reader wants no motion", async () => {
  for (const [reducedMotion, behaviour] of [
    ["no-preference", "smooth"],
    ["reduce", "auto"],
  ] as const) {
    await site.visit(long, { ...wide, reducedMotion }, async (page) => {
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe(behaviour);
    });
  }
});

test("paper has neither contents nor related posts", async () => {
  await site.visit(long, {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    for (const selector of [".toc", ".related", ".neighbours"]) {
      expect([selector, await page.locator(selector).isVisible()]).toEqual([selector, false]);
    }
  });
});

describe("from right to left", () => {
  const folder = mkdtempSync(join(tmpdir(), "klatsch-arabic-"));
  let arabic: Visitor;

  beforeAll(async () => {
    const blog = enginePath("tests/sites/arabic");
    const output = join(folder, "site");
    const run = await runScript("build", ["--blog", blog, "--output", output, "--now", "2026-11-23T12:00:00Z"]);
    if (run.code !== 0) throw new Error(run.stderr);
    arabic = await openSite(output);
  });
  afterAll(async () => {
    await arabic.leave();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(browsers)("the contents stay at the right and mark the section %s", async (_, prepare) => {
    await arabic.visit("/posts/النعناع-أولًا/", prepared(prepare), async (page) => {
      await goTo(page, "كيف نحسب الوقت", 60);
      await expect.poll(() => marked(page)).toEqual(["كيف نحسب الوقت"]);
      const [contents, text] = await Promise.all([
        page.locator(".toc").boundingBox(),
        page.locator(".e-content").boundingBox(),
      ]);
      expect(contents?.y).toBeLessThan(60);
      expect(contents?.x).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0));
    });
  });
});
