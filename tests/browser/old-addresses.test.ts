import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { runScript } from "../support/run-script.ts";
import { serveFolder, type Served } from "../support/serve-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "klatsch-old-"));
let browser: Browser;
let served: Served;

beforeAll(async () => {
  // A build writes `urls.txt` into the blog.
  cpSync(enginePath("tests/sites/old-addresses"), folder, { recursive: true });
  const site = join(folder, "site");
  const run = await runScript("build", ["--blog", folder, "--output", site, "--now", "2026-06-01T00:00:00Z"]);
  if (run.code !== 0) throw new Error(run.stderr);
  [browser, served] = await Promise.all([launchBrowser(), serveFolder(site, "/blog")]);
});
afterAll(async () => {
  await Promise.all([browser.close(), served.close()]);
  rmSync(folder, { recursive: true, force: true });
});

type Visit = BrowserContextOptions & { readonly prepare?: (page: Page) => Promise<unknown> };

/** Where a reader ends up, below the host, and what the script has asked for. */
async function open<T>(address: string, look: (page: Page, asked: readonly string[]) => Promise<T>, visit: Visit = {}) {
  const { prepare, ...options } = visit;
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await prepare?.(page);
    await page.goto(served.origin + address, { waitUntil: "commit" });
    return await look(page, asked);
  } finally {
    await context.close();
  }
}

const patience = { timeout: 10_000 };
const place = (page: Page) => decodeURI(page.url().slice(served.origin.length));
const comesTo = async (page: Page, expected: string) => {
  await expect.poll(() => place(page), patience).toBe(expected);
};
const comesToLight = async (page: Page) => {
  await expect.poll(() => isShown(page), patience).toBe(true);
};
const isShown = (page: Page) => page.locator("h1, .home").first().isVisible();

describe("an old address with a query", () => {
  test.each([
    ["of a post", "/blog/?p=12", "/blog/posts/the-second-pot/"],
    ["of a comment", "/blog/?p=12#comment-7", "/blog/posts/the-second-pot/#comment-7"],
    ["of a page", "/blog/?page_id=2", "/blog/about/"],
    ["in another script", "/blog/?p=13", "/blog/posts/お茶/"],
    ["of PHP", "/blog/index.php?p=12", "/blog/posts/the-second-pot/"],
    ["that is no page now", "/blog/story.php?id=5", "/blog/posts/the-second-pot/"],
    ["with what says where the reader comes from", "/blog/?utm_source=x&p=12&fbclid=y", "/blog/posts/the-second-pot/"],
    ["in another order", "/blog/?cat=3&feed=rss2", "/blog/categories/news/feed.xml"],
    ["with one parameter more that is known", "/blog/?cat=99&p=12", "/blog/posts/the-second-pot/"],
    ["with a place of its own", "/blog/?attachment_id=9", "/blog/about/#people"],
    ["with another place", "/blog/?attachment_id=9#content", "/blog/about/#content"],
  ])("%s leads on", async (_, address, expected) => {
    await open(address, (page) => comesTo(page, expected));
  });

  test("leaves no step in the reader's history", async () => {
    await open("/blog/about/", async (page) => {
      await page.waitForLoadState();
      await page.goto(`${served.origin}/blog/?p=12`, { waitUntil: "commit" });
      await comesTo(page, "/blog/posts/the-second-pot/");
      await page.goBack();
      expect(place(page)).toBe("/blog/about/");
    });
  });

  test("never shows the home page on its way", async () => {
    const spy = `addEventListener("DOMContentLoaded", () => {
      if (location.search) sessionStorage.setItem("seen", String(document.body.getClientRects().length));
    })`;
    const prepare = async (page: Page) => {
      await page.addInitScript(spy);
      // As on a slow line.
      await page.route("**/old-addresses-*.json", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        await route.continue();
      });
    };
    await open(
      "/blog/?p=12",
      async (page) => {
        await comesTo(page, "/blog/posts/the-second-pot/");
        expect(await page.evaluate(() => sessionStorage.getItem("seen"))).toBe("0");
      },
      { prepare },
    );
  });

  test.each([
    ["that nobody knows", "/blog/?p=99"],
    ["of another place", "/blog/somewhere/?p=12"],
  ])("%s shows what is there", async (_, address) => {
    await open(address, async (page, asked) => {
      await comesToLight(page);
      expect(place(page)).toBe(address);
      expect(asked).toContain("/blog/assets/old-addresses-1-of-1.json");
    });
  });

  test("shows the home page where the map or the script cannot be had", async () => {
    for (const file of ["**/old-addresses-*.json", "**/old-address.*.js"]) {
      const prepare = (page: Page) => page.route(file, (route) => route.abort());
      await open("/blog/?p=12", (page) => comesToLight(page), { prepare });
    }
  });

  test("shows the home page after two seconds where the map does not come", async () => {
    const prepare = (page: Page) => page.route("**/old-addresses-*.json", () => {});
    await open("/blog/?p=12", (page) => comesToLight(page), { prepare });
  });

  test("shows the home page without scripts", async () => {
    const look = async (page: Page) => {
      await page.waitForLoadState();
      expect(await isShown(page)).toBe(true);
      expect(place(page)).toBe("/blog/?p=12");
    };
    await open("/blog/?p=12", look, { javaScriptEnabled: false });
  });
});

test("nothing is fetched for an address that is none of these", async () => {
  for (const address of ["/blog/", "/blog/?utm_source=p", "/blog/nothing/"]) {
    await open(address, async (page, asked) => {
      await page.waitForLoadState("networkidle");
      expect(asked.filter((path) => path.includes("old-address"))).toEqual([]);
      expect(await isShown(page)).toBe(true);
    });
  }
});

test("an old path leads on with the place of a comment, and without scripts to the top", async () => {
  const old = "/blog/2012/05/second-pot/#comment-7";
  const now = "/blog/posts/the-second-pot/";
  await open(old, (page) => comesTo(page, `${now}#comment-7`));
  await open(old, (page) => comesTo(page, now), { javaScriptEnabled: false });
  await open("/blog/hello/", (page) => comesTo(page, "/blog/about/"));
});
