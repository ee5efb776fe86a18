import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../support/launch-browser.ts";
import { serveFolder, type Served } from "../support/serve-folder.ts";
import { readPages, toAddress } from "../support/site-files.ts";

const site = inject("sampleSite");
const addresses = readPages(site)
  .filter(({ text }) => !text.includes('http-equiv="refresh"'))
  .map(({ path }) => toAddress(path));
const posts = addresses.filter((address) => address.startsWith("/posts/"));
const kinds = [
  "/",
  "/page/2/",
  "/posts/two-chairs/",
  "/posts/carry-on-the-conversation/",
  "/posts/decisions-worth-writing-down/",
  "/posts/the-minutes-of-a-quarrel/",
  "/posts/the-arithmetic-of-one-more-chair/",
  "/posts/القهوة-أولا/",
  "/posts/雑談の効用/",
  "/about/",
  "/categories/",
  "/categories/leadership/",
  "/tags/",
  "/tags/trust/",
  "/authors/",
  "/authors/tobias/",
  "/archive/",
  "/archive/2025/",
  "/search/",
  "/404.html",
];
const schemes = ["light", "dark"] as const;

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveFolder(site)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), served.close()]);
});

async function open<T>(address: string, options: BrowserContextOptions, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(served.origin + encodeURI(address), { waitUntil: "load" });
    return await look(page);
  } finally {
    await context.close();
  }
}

describe("axe", () => {
  test.each(kinds)("finds nothing on %s, in the light and in the dark scheme", async (address) => {
    const violations = await open(address, { bypassCSP: true }, async (page) => {
      await page.addScriptTag({ content: axe.source });
      const found: string[] = [];
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await runAxe(page)).map((violation) => `${colorScheme}: ${violation}`));
      }
      return found;
    });
    expect(violations).toEqual([]);
  });
});

function runAxe(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: run } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const result = await run.run();
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  });
}

// Most of the time a page is waited for, not worked on.
describe.concurrent("the budgets of home and every post", () => {
  test.each(["/", ...posts])("hold on %s", async (address) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const bytes = { document: 0, stylesheet: 0, script: 0, font: 0 };
    const elsewhere: string[] = [];
    const pending: Promise<void>[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(served.origin)) elsewhere.push(request.url());
    });
    page.on("response", (response) => {
      const type = response.request().resourceType();
      if (!(type in bytes)) return;
      const measure = async () => {
        const body = await response.body();
        bytes[type as keyof typeof bytes] += type === "font" ? body.length : gzipSync(body, { level: 9 }).length;
      };
      pending.push(measure());
    });
    await page.addInitScript(() => {
      const state = window as unknown as { shift: number };
      state.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) state.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(served.origin + encodeURI(address), { waitUntil: "networkidle" });
    await page.evaluate(async () => {
      window.scrollTo(0, document.body.scrollHeight);
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    await Promise.all(pending);
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
    await context.close();
    expect(bytes.document + bytes.stylesheet).toBeLessThanOrEqual(14 * 1024);
    expect(bytes.script).toBeLessThanOrEqual(3 * 1024);
    expect(bytes.font).toBeLessThanOrEqual(45_000);
    expect(elsewhere).toEqual([]);
    expect(shift).toBe(0);
  });
});

describe("without JavaScript", () => {
  test("a post reads whole and leads to its discussions", async () => {
    await open("/posts/two-chairs/", { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("article h1").innerText()).toBe("Two chairs: a letter to a new manager");
      expect(await page.locator("article.post").innerText()).toContain("Posted in");
      expect(await page.locator('noscript a[href*="github.com/klatsch/sample/discussions"]').count()).toBe(1);
    });
  });
});

describe("the page", () => {
  test.each([320, 390, 768, 1280])("never scrolls sideways at %i pixels", async (width) => {
    for (const address of kinds) {
      const overflow = await open(address, { viewport: { width, height: 800 } }, (page) =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      );
      expect([address, overflow]).toEqual([address, 0]);
    }
  });

  test.concurrent.each(kinds)("reports nothing on the console and breaks no policy: %s", async (address) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const messages: string[] = [];
    page.on("console", (message) => messages.push(message.text()));
    page.on("pageerror", (error) => messages.push(error.message));
    await page.goto(served.origin + encodeURI(address), { waitUntil: "networkidle" });
    await context.close();
    expect(messages).toEqual([]);
  });

  test("runs from right to left where the post does", async () => {
    await open("/posts/القهوة-أولا/", {}, async (page) => {
      expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
      const heading = await page.locator("article h1").evaluate((element) => getComputedStyle(element));
      expect(heading.direction).toBe("rtl");
      const header = page.locator("body > header");
      expect(await header.evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
      const [title, date] = await Promise.all([
        page.locator("article h1").boundingBox(),
        page.locator("article time").first().boundingBox(),
      ]);
      expect(title && date && date.x).toBeGreaterThan((title?.x ?? 0) + (title?.width ?? 0) / 3);
    });
  });

  test("lets a keyboard skip to the content", async () => {
    await open("/posts/two-chairs/", {}, async (page) => {
      await page.keyboard.press("Tab");
      const skip = page.locator(":focus");
      expect(await skip.getAttribute("href")).toBe("#content");
      expect(await skip.isVisible()).toBe(true);
    });
  });
});

test("every page of the site is one of those that were looked at or like them", () => {
  expect(kinds.filter((address) => !addresses.includes(address))).toEqual([]);
  expect(posts.length).toBeGreaterThan(14);
  expect(readFileSync(join(site, "index.html"), "utf8")).toContain("<!DOCTYPE html>");
});
