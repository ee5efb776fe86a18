import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../support/launch-browser.ts";
import { serveFolder, type Served } from "../support/serve-folder.ts";

const post = "/posts/the-table-afterwards/";
const captions = [
  "Eight o’clock, the morning after the tenants’ evening. Nobody has been in yet. How we got this table is told elsewhere.",
  "He wanted to say something at a quarter past nine.",
  "The last slice. Eleven people were too polite.",
];

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveFolder(inject("sampleSite"))]);
});
afterAll(async () => {
  await Promise.all([browser.close(), served.close()]);
});

async function open<T>(options: BrowserContextOptions, look: (page: Page) => Promise<T>, address = post): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const messages: string[] = [];
  try {
    const page = await context.newPage();
    page.on("console", (message) => messages.push(message.text()));
    page.on("pageerror", (error) => messages.push(error.message));
    await page.goto(served.origin + address, { waitUntil: "load" });
    return await look(page);
  } finally {
    await context.close();
    expect(messages).toEqual([]);
  }
}

const dialog = (page: Page) => page.getByRole("dialog");
const link = (page: Page, index: number) => page.locator("a.zoom").nth(index);

/** What is open: which picture, with which words below it. */
async function shown(page: Page): Promise<[name: string | null, caption: string]> {
  const caption = await dialog(page).locator(".zoomed-caption").innerText();
  return [await dialog(page).getAttribute("aria-label"), caption.replace(/\s+/g, " ").trim()];
}

async function isLoaded(page: Page): Promise<boolean> {
  return dialog(page)
    .locator("img")
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return image.naturalWidth > 0;
    });
}

/** Of the text's pictures: what `sizes` promised, and what came. */
async function widthsOf(page: Page, selector: string): Promise<[promised: number, real: number][]> {
  return page.locator(selector).evaluateAll(async (images) => {
    const widths: [number, number][] = [];
    for (const image of images) {
      if (!(image instanceof HTMLImageElement)) continue;
      image.loading = "eager";
      await image.decode();
      // A file of 720 pixels that is chosen for 360 has a natural width of 360.
      widths.push([image.naturalWidth, image.getBoundingClientRect().width]);
    }
    return widths;
  });
}

describe("the width that a browser chooses", () => {
  test.each([
    [390, 2, "-720.avif"],
    [390, 3, "-1280.avif"],
    [1280, 1, "-720.avif"],
    [1280, 2, "-1280.avif"],
  ])("in a window of %i pixels of density %i ends on %s", async (width, deviceScaleFactor, end) => {
    const source = await open({ viewport: { width, height: 844 }, deviceScaleFactor }, (page) =>
      page
        .locator(".e-content picture img")
        .first()
        .evaluate((image: HTMLImageElement) => image.currentSrc),
    );
    expect(source.slice(-end.length)).toBe(end);
  });

  test.each([320, 390, 600, 767, 768, 900, 1024, 1280, 1600])("is true at %i pixels", async (width) => {
    const viewport = { width, height: 800 };
    const inText = await open({ viewport }, (page) => widthsOf(page, ".e-content picture:has([sizes]) img"));
    const onHome = await open({ viewport }, (page) => widthsOf(page, ".lead > picture img"), "/");
    expect([inText.length, onHome.length]).toEqual([5, 1]);
    for (const [promised, real] of [...inText, ...onHome]) expect(Math.abs(promised - real)).toBeLessThan(3);
  });
});

test.each([390, 1280])("nothing shifts while pictures come at %i pixels", async (width) => {
  const shift = await open({ viewport: { width, height: 800 } }, async (page) => {
    await page.addInitScript(() => {
      const state = window as unknown as { shift: number };
      state.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) state.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.reload();
    for (const image of await page.locator(".e-content img").all()) {
      await image.scrollIntoViewIfNeeded();
      await image.evaluate((element: HTMLImageElement) => element.decode());
    }
    return page.evaluate(() => (window as unknown as { shift: number }).shift);
  });
  expect(shift).toBe(0);
});

describe("a picture that is pressed", () => {
  test("opens in the page, with its caption, and loads nothing before", async () => {
    await open({}, async (page) => {
      const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
      expect((await loaded()).filter((name) => name.includes("zoom"))).toEqual([]);
      await link(page, 0).click();
      await dialog(page).waitFor();
      expect(await shown(page)).toEqual(["Picture 1 of 7", captions[0]]);
      expect(await dialog(page).locator("img").getAttribute("alt")).toContain("A long wooden table");
      expect(await dialog(page).locator("a").getAttribute("href")).toBe("/posts/the-long-table/");
      expect(await isLoaded(page)).toBe(true);
      expect(page.url()).toBe(served.origin + post);
    });
  });

  test("is followed and preceded by the others of the text, round and round", async () => {
    await open({}, async (page) => {
      await link(page, 1).click();
      await dialog(page).waitFor();
      await dialog(page).getByRole("button", { name: "Next picture" }).click();
      expect(await shown(page)).toEqual(["Picture 3 of 7", captions[2]]);
      await page.keyboard.press("ArrowLeft");
      expect(await shown(page)).toEqual(["Picture 2 of 7", captions[1]]);
      expect(await page.getByRole("status").last().textContent()).toMatch(/^Picture 2 of 7: A cup from above/);
      await dialog(page).getByRole("button", { name: "Previous picture" }).click();
      await page.keyboard.press("ArrowLeft");
      expect((await shown(page))[0]).toBe("Picture 7 of 7");
      await page.keyboard.press("ArrowRight");
      expect((await shown(page))[0]).toBe("Picture 1 of 7");
      expect(await isLoaded(page)).toBe(true);
    });
  });

  test("closes by Escape, by its button and by a click, and the focus is where it was", async () => {
    await open({}, async (page) => {
      const ways = [
        () => page.keyboard.press("Escape"),
        () => dialog(page).getByRole("button", { name: "Close" }).click(),
        () => dialog(page).locator("img").click(),
      ];
      for (const close of ways) {
        await link(page, 4).focus();
        await page.keyboard.press("Enter");
        await dialog(page).waitFor();
        expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Close");
        await close();
        await dialog(page).waitFor({ state: "hidden" });
        expect(await link(page, 4).evaluate((element) => element === document.activeElement)).toBe(true);
      }
    });
  });

  test("keeps the keyboard inside while it is open", async () => {
    await open({}, async (page) => {
      await link(page, 0).click();
      await dialog(page).waitFor();
      for (let press = 0; press < 9; press += 1) {
        await page.keyboard.press("Tab");
        const isInside = await page.evaluate(
          () => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null,
        );
        expect(isInside).toBe(true);
      }
    });
  });

  test.each([
    ["light", 1280],
    ["dark", 390],
  ] as const)("breaks no rule of axe in the %s scheme", async (colorScheme, width) => {
    await open({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true }, async (page) => {
      await link(page, 0).click();
      await dialog(page).waitFor();
      await isLoaded(page);
      await page.addScriptTag({ content: axe.source });
      const violations = await page.evaluate(async () => {
        const { axe: run } = window as unknown as {
          axe: { run: (where: string) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const result = await run.run("dialog");
        return result.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      });
      expect(violations).toEqual([]);
    });
  });

  test("moves for nobody who wants less motion", async () => {
    const animations = (reducedMotion: "reduce" | "no-preference") =>
      open({ reducedMotion }, async (page) => {
        await link(page, 0).click();
        await dialog(page).waitFor();
        return dialog(page).evaluate((element) => getComputedStyle(element).animationName);
      });
    expect([await animations("reduce"), await animations("no-preference")]).toEqual(["none", "zoomed"]);
  });

  test.each(["Control", "Shift", "Meta"] as const)("is left to the browser with %s held down", async (modifier) => {
    await open({}, async (page) => {
      // What the browser would do is stopped here, after everybody else has had the click.
      await page.evaluate(() => {
        window.addEventListener("click", (event) => {
          document.documentElement.dataset["taken"] = String(event.defaultPrevented);
          event.preventDefault();
        });
      });
      await link(page, 0).click({ modifiers: [modifier] });
      expect(await page.locator("html").getAttribute("data-taken")).toBe("false");
      expect(await dialog(page).count()).toBe(0);
    });
  });

  test("is a plain link to the large picture without scripts", async () => {
    await open({ javaScriptEnabled: false }, async (page) => {
      await link(page, 0).click();
      await page.waitForURL(/-2000\.webp$/);
      const size = await page.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth);
      expect(size).toBe(2000);
    });
  });

  test("leads to the large picture when the script does not come", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(/zoom/, (route) => route.abort());
    await page.goto(served.origin + post);
    await link(page, 0).click();
    await page.waitForURL(/-2000\.webp$/);
    await context.close();
  });
});

test("the picture of the front page is asked for first", async () => {
  await open(
    {},
    async (page) => {
      const lead = page.locator(".lead > picture img");
      expect(await lead.getAttribute("fetchpriority")).toBe("high");
      expect(await lead.getAttribute("loading")).toBeNull();
      const others = await page
        .locator("main img:not(.u-photo)")
        .evaluateAll(
          (images) =>
            images.filter((image) => image.getAttribute("loading") !== "lazy" && !image.closest(".voices")).length,
        );
      expect(others).toBe(0);
    },
    "/",
  );
});
