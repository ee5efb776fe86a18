import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { openSite, type Visitor } from "./visit.ts";

let site: Visitor;
const visit: Visitor["visit"] = (...request) => site.visit(...request);

beforeAll(async () => {
  site = await openSite(inject("sampleSite"));
});
afterAll(() => site.leave());

const post = "/posts/posts-are-data/";

// Not on the empty page that comes first.
const choose = (theme: string) => `try { localStorage.setItem("klatsch-theme", "${theme}"); } catch {}`;
const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset["theme"]);
const paperOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const day = "rgb(251, 247, 240)";
const evening = "rgb(25, 20, 16)";

describe("the theme", () => {
  test("that was chosen is worn by the first frame, before any style sheet, however late the script", async () => {
    const watch = `${choose("dark")}
      window.seen = [];
      window.atSheets = [];
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node.rel === "stylesheet") atSheets.push(document.documentElement.dataset.theme);
      }).observe(document, { childList: true, subtree: true });
      const frame = () => {
        if (document.body) seen.push(getComputedStyle(document.body).backgroundColor);
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);`;
    const context = await site.browser.newContext({ colorScheme: "light" });
    await context.addInitScript(watch);
    const page = await context.newPage();
    await page.route("**/main.*.js", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.goto(site.origin + post, { waitUntil: "load" });
    const { seen, atSheets } = await page.evaluate(() => {
      const noted = window as unknown as Record<"seen" | "atSheets", string[]>;
      return { seen: noted.seen, atSheets: noted.atSheets };
    });
    await context.close();
    expect(new Set(seen)).toEqual(new Set([evening]));
    expect(new Set(atSheets)).toEqual(new Set(["dark"]));
  });

  test("is the system's until one is chosen, by keyboard, and stays chosen", async () => {
    await visit("/", { colorScheme: "dark" }, async (page) => {
      expect([await themeOf(page), await paperOf(page)]).toEqual(["", evening]);
      await page.getByLabel("Theme").focus();
      await page.keyboard.press("ArrowDown");
      expect([await themeOf(page), await paperOf(page)]).toEqual(["light", day]);
      await page.goto(site.origin + post);
      expect([await themeOf(page), await paperOf(page)]).toEqual(["light", day]);
      expect(await page.getByLabel("Theme").inputValue()).toBe("light");
      const bars = await page
        .locator("meta[name=theme-color]")
        .evaluateAll((metas) => metas.filter((meta) => matchMedia((meta as HTMLMetaElement).media).matches));
      expect(bars).toHaveLength(1);
      expect(await page.locator('meta[name=theme-color][media="all"]').getAttribute("content")).toBe("#fbf7f0");
      await page.getByLabel("Theme").selectOption("System");
      expect([await themeOf(page), await paperOf(page)]).toEqual(["", evening]);
    });
  });

  test("follows in every open tab, and in those that come back", async () => {
    await visit("/", { colorScheme: "light" }, async (page) => {
      const other = await page.context().newPage();
      await other.goto(site.origin + post);
      await page.getByLabel("Theme").selectOption("Dark");
      await expect.poll(() => paperOf(other)).toBe(evening);
      expect(await other.getByLabel("Theme").inputValue()).toBe("dark");
    });
  });

  test("can be changed where storage is blocked", async () => {
    const prepare = `Object.defineProperty(window, "localStorage", {
      get: () => { throw new DOMException("blocked", "SecurityError"); },
    });`;
    await visit(post, { colorScheme: "light", prepare }, async (page) => {
      expect(await paperOf(page)).toBe(day);
      await page.getByLabel("Theme").selectOption("Dark");
      expect(await paperOf(page)).toBe(evening);
      expect(await page.locator("pre.shiki .copy").count()).toBeGreaterThan(0);
    });
  });

  test("has no switch, and sharing no button, without JavaScript", async () => {
    await visit(post, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator(".theme").isVisible()).toBe(false);
      expect(await page.locator(".share").isVisible()).toBe(false);
      expect(await page.locator(".post-footer .u-url").isVisible()).toBe(true);
    });
  });
});

/** The blocks of code as their author wrote them. */
function codeOf(path: string): string[] {
  const text = readFileSync(enginePath(path), "utf8");
  return [...text.matchAll(/^```[^\n]*\n([^]*?)\n```$/gm)].map(([, code = ""]) => code);
}

const statusOf = (page: Page) => page.locator("p.unseen[role=status]");

describe("the button on code", () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const read = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test.each([
    ["plain and titled", "posts/the-agenda-card/index.md"],
    ["a difference, with its signs", "posts/decisions-worth-writing-down.md"],
  ])("copies what its author wrote: %s", async (_, path) => {
    const address = `/${path.replace(/(?:\/index)?\.md$/, "/")}`;
    await visit(address, { permissions }, async (page) => {
      const buttons = page.getByRole("button", { name: "Copy" });
      await buttons.first().waitFor();
      const copied: string[] = [];
      for (const [index] of codeOf(path).entries()) {
        await page.locator("pre.shiki .copy").nth(index).click();
        await expect.poll(() => statusOf(page).textContent()).toBe("Copied");
        copied.push(await read(page));
      }
      expect(copied.length).toBeGreaterThan(1);
      expect(copied).toEqual(codeOf(path));
    });
  });

  test("says so on itself and in a live region, and then says what it does again", async () => {
    await visit(post, { permissions }, async (page) => {
      const button = page.locator("pre.shiki .copy").first();
      await button.click();
      await button.click();
      await expect.poll(() => button.textContent()).toBe("Copied");
      await expect.poll(() => button.textContent(), { timeout: 5000 }).toBe("Copy");
      expect(await statusOf(page).textContent()).toBe("");
    });
  });

  test("selects the code for the reader's own keys where copying is refused", async () => {
    const prepare = `if (window.Clipboard)
      Clipboard.prototype.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));`;
    await visit(post, { prepare }, async (page) => {
      await page.locator("pre.shiki .copy").first().click();
      await expect.poll(() => statusOf(page).textContent()).toBe("Copying is not allowed here");
      expect(await page.evaluate(() => getSelection()?.toString())).toBe(codeOf("posts/posts-are-data.md")[0]);
    });
  });

  test("is reached by Tab from its code and seen then, and always seen by touch", async () => {
    const opacity = (page: Page) =>
      page
        .locator("pre.shiki .copy")
        .first()
        .evaluate((button) => getComputedStyle(button).opacity);
    await visit(post, {}, async (page) => {
      await page.locator("pre.shiki .copy").first().waitFor({ state: "attached" });
      expect(await opacity(page)).toBe("0");
      await page.locator("pre.shiki").first().focus();
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("copy");
      expect(await opacity(page)).toBe("1");
    });
    await visit(post, { hasTouch: true, isMobile: true }, async (page) => {
      await page.locator("pre.shiki .copy").first().waitFor({ state: "attached" });
      expect(await opacity(page)).toBe("1");
    });
  });

  test("stays in the corner of code that is scrolled sideways", async () => {
    await visit("/posts/the-agenda-card/", { viewport: { width: 390, height: 800 } }, async (page) => {
      const block = page.locator("pre.shiki", { hasText: "interface Item" });
      const button = block.locator(".copy");
      await button.waitFor({ state: "attached" });
      const gap = async () => {
        const [outer, inner] = await Promise.all([block.boundingBox(), button.boundingBox()]);
        return Math.round((outer?.x ?? 0) + (outer?.width ?? 0) - (inner?.x ?? 0) - (inner?.width ?? 0));
      };
      const before = await gap();
      expect(await block.evaluate((pre) => (pre.scrollLeft = 150))).toBe(150);
      expect([before, await gap()]).toEqual([8, 8]);
    });
  });

  test("costs a page without code nothing", async () => {
    await visit("/posts/the-kitchen-door/", {}, async (page) => {
      await page.waitForLoadState("networkidle");
      const scripts = await page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .flatMap(({ name }) => /\/assets\/(\w+)\.\w+\.js$/.exec(name)?.[1] ?? []),
      );
      expect(scripts).toEqual(["main"]);
    });
  });
});

describe("the button that shares", () => {
  const canonical = `https://klatsch.example${post}`;
  const press = (page: Page) => page.getByRole("button", { name: "Share" }).click();

  test("opens the system's dialog", async () => {
    const prepare = "navigator.share = async (data) => { window.shared = data; };";
    await visit(post, { prepare }, async (page) => {
      await press(page);
      const shared = () => page.evaluate(() => (window as unknown as { shared?: object }).shared);
      await expect.poll(shared).toEqual({ title: "Posts are data · The Long Table", url: canonical });
      expect(await statusOf(page).textContent()).toBe("");
    });
  });

  test.each([
    ["there is no such dialog", "delete Navigator.prototype.share;"],
    ["it refuses", `navigator.share = async () => { throw new DOMException("no", "NotAllowedError"); };`],
  ])("copies the link where %s, and says so", async (_, prepare) => {
    await visit(post, { prepare, permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      await press(page);
      await expect.poll(() => statusOf(page).textContent()).toBe("Link copied");
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(canonical);
    });
  });

  test("says so where the link cannot be copied either", async () => {
    const prepare = `delete Navigator.prototype.share; delete Navigator.prototype.clipboard;`;
    await visit("/posts/the-kitchen-door/", { prepare }, async (page) => {
      await press(page);
      await expect.poll(() => statusOf(page).textContent()).toBe("Copying is not allowed here");
    });
  });

  test("leaves it at that when the reader closes the dialog", async () => {
    const prepare = `navigator.share = async () => { window.isClosed = true; throw new DOMException("", "AbortError"); };`;
    await visit(post, { prepare }, async (page) => {
      await press(page);
      await page.waitForFunction("window.isClosed");
      expect(await statusOf(page).textContent()).toBe("");
      expect(await page.getByRole("button", { name: "Share" }).count()).toBe(1);
    });
  });
});

describe("pages prepared in advance", () => {
  test("are those that links lead to: no feed, no file, not the page itself", async () => {
    await visit(post, {}, async (page) => {
      const session = await page.context().newCDPSession(page);
      const urls = new Set<string>();
      session.on("Preload.preloadingAttemptSourcesUpdated", ({ preloadingAttemptSources }) => {
        for (const { key } of preloadingAttemptSources) urls.add(decodeURI(key.url.replace(site.origin, "")));
      });
      await session.send("Preload.enable");
      await expect.poll(() => urls.size).toBeGreaterThan(8);
      expect([...urls]).toContain("/tags/writing/");
      expect([...urls].filter((url) => !/^\/(?:[^.:#]*\/)?(?:#.*)?$/.test(url))).toEqual([]);
      expect([...urls]).not.toContain(post);
      expect(await page.locator('a[href$="feed.xml"]').count()).toBeGreaterThan(0);
    });
  });

  test("start nothing until they are opened", async () => {
    const context = await site.browser.newContext();
    await context.addInitScript(`Object.defineProperty(document, "prerendering", { value: true });`);
    const page = await context.newPage();
    let asked = 0;
    await page.route("**/assets/giscus.*.js", (route) => {
      asked += 1;
      return route.abort();
    });
    await page.goto(`${site.origin}/posts/two-chairs/?giscus=session`, { waitUntil: "networkidle" });
    expect(asked).toBe(0);
    await page.evaluate(() => document.dispatchEvent(new Event("prerenderingchange")));
    await expect.poll(() => asked).toBe(1);
    await context.close();
  });
});

describe("the way from page to page", () => {
  // Of the page that is left: the one that comes may give it up when frames are dear.
  const prepare = `addEventListener("pageswap", (event) => {
    sessionStorage.setItem("transition", String(event.viewTransition !== null));
  });`;

  test.each([
    ["is a short transition", "no-preference", true],
    ["is a plain change for whoever wants less motion", "reduce", false],
  ] as const)("%s", async (_, reducedMotion, isMoved) => {
    await visit("/", { reducedMotion, prepare }, async (page) => {
      // What was never painted cannot be left gently.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await page.getByRole("heading", { name: "The kitchen door" }).getByRole("link").click();
      await page.waitForURL("**/posts/the-kitchen-door/");
      expect(await page.evaluate(() => sessionStorage.getItem("transition"))).toBe(String(isMoved));
    });
  });
});
