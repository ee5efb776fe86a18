import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openSite, type Visitor } from "./visit.ts";

let site: Visitor;

beforeAll(async () => {
  site = await openSite(inject("sampleSite"));
});
afterAll(() => site.leave());

/** A sheet of A4 between its margins, by a reader whose system and whose choice are dark. */
async function print(address: string, look: (page: Page) => Promise<void>): Promise<void> {
  // Not on the empty page that comes first.
  const prepare = `try { localStorage.setItem("klatsch-theme", "dark"); } catch {}`;
  await site.visit(address, { colorScheme: "dark", viewport: { width: 567, height: 970 }, prepare }, async (page) => {
    await page.emulateMedia({ media: "print" });
    await look(page);
  });
}

test("paper is white and ink is dark, whatever the theme", async () => {
  await print("/posts/two-chairs/", async (page) => {
    const [paper, ink, filter] = await page.evaluate(() => [
      getComputedStyle(document.body).backgroundColor,
      getComputedStyle(document.body).color,
      getComputedStyle(document.querySelector(".prose img") ?? document.body).filter,
    ]);
    expect([paper, ink, filter]).toEqual(["rgb(255, 255, 255)", "rgb(42, 33, 27)", "none"]);
  });
});

test("what can only be pressed is not printed", async () => {
  await print("/posts/posts-are-data/", async (page) => {
    await page.locator("pre.shiki .copy").first().waitFor({ state: "attached" });
    for (const selector of [".theme", "nav", ".copy", ".share", ".source", ".join", ".colophon", ".anchor"]) {
      const shown = await page.locator(selector).evaluateAll((all) => all.filter((it) => it.checkVisibility()).length);
      expect([selector, shown]).toEqual([selector, 0]);
    }
    expect(await page.locator(".post-footer").innerText()).toContain("Posted in");
  });
});

test("an address follows its link", async () => {
  await print("/posts/posts-are-data/", async (page) => {
    const link = page.locator('.prose a[href^="https:"]').first();
    const text = await link.evaluate((a) => getComputedStyle(a, "::after").content);
    expect(text).toBe(`" (${await link.getAttribute("href")})"`);
  });
});

test("code is whole: long lines are broken", async () => {
  await print("/posts/the-agenda-card/", async (page) => {
    const cut = await page
      .locator("pre.shiki")
      .evaluateAll((blocks) => blocks.filter((block) => block.scrollWidth > block.clientWidth).length);
    expect(cut).toBe(0);
  });
});

test("a thread is whole, but what was hidden as spam stays hidden", async () => {
  await print("/posts/two-chairs/", async (page) => {
    const shown = await page.locator(".comment .prose").evaluateAll((all) => all.map((it) => it.checkVisibility()));
    expect(shown.filter((it) => it).length).toBeGreaterThan(5);
    expect(await page.locator(".comment > details .prose").first().isVisible()).toBe(false);
  });
});

test("notes stand at the end", async () => {
  await print("/posts/how-we-disagree/", async (page) => {
    const note = page.locator(".footnotes li").first();
    expect(await note.evaluate((li) => getComputedStyle(li).position)).toBe("static");
    expect(await page.locator(".footnote-back").first().isVisible()).toBe(false);
  });
});
