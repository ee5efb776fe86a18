import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openSite, type Visitor } from "./visit.ts";

let site: Visitor;

beforeAll(async () => {
  site = await openSite(inject("sampleSite"));
});
afterAll(() => site.leave());

test.each([
  ["/feed.xml", "The Long Table", "https://klatsch.example/"],
  ["/tags/trust/feed.xml", "trust · The Long Table", "https://klatsch.example/tags/trust/"],
  ["/authors/tobias/feed.xml", "Tobias Okafor · The Long Table", "https://klatsch.example/authors/tobias/"],
  ["/comments/feed.xml", "Comments: The Long Table", "https://klatsch.example/"],
  [
    "/posts/two-chairs/comments.xml",
    "Comments: Two chairs: a letter to a new manager · The Long Table",
    "https://klatsch.example/posts/two-chairs/#comments",
  ],
])("%s can be read in a browser", async (address, title, home) => {
  await site.visit(address, { colorScheme: "light" }, async (page) => {
    const shown = page.locator("feed > title");
    expect(await shown.textContent()).toBe(title);
    expect(await shown.evaluate((it) => getComputedStyle(it).display)).toBe("block");
    expect(await page.locator("feed").evaluate((it) => getComputedStyle(it).backgroundColor)).toBe(
      "rgb(251, 247, 240)",
    );
    const link = page.getByRole("link", { name: "Read it as a page" });
    expect(await link.getAttribute("href")).toBe(home);
    expect(await page.locator("p").textContent()).toContain("This is a feed");
    const entry = page.locator("entry").first();
    expect((await entry.locator("title").boundingBox())?.height).toBeGreaterThan(20);
    for (const hidden of ["content", "id", "updated"]) {
      expect(await entry.locator(hidden).boundingBox()).toBeNull();
    }
  });
});

test("an entry shows its day alone, on one line", async () => {
  await site.visit("/feed.xml", {}, async (page) => {
    const date = page.locator("entry", { hasText: "A good apology has three verbs" }).locator("published");
    expect(await date.textContent()).toMatch(/^2026-10-05T00:00:00\+02:00$/);
    const { width, height } = (await date.boundingBox()) ?? { width: 0, height: 0 };
    const character = await date.evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize) * 0.6);
    expect(Math.round(width / character)).toBe(10);
    expect(height).toBeLessThan(24);
  });
});
