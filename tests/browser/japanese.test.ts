import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../support/launch-browser.ts";
import { serveFolder, type Served } from "../support/serve-folder.ts";

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveFolder(inject("sampleSite"))]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), served?.close()]);
});

test.each([360, 390, 768, 1280])(
  "no line of Japanese begins with what belongs to the one above, at %i pixels",
  async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(served.origin + encodeURI("/posts/雑談の効用/"), { waitUntil: "load" });
    const beginnings = await page.locator(".prose p, .prose li, .post-header h1, .prose h2").evaluateAll((blocks) =>
      blocks.flatMap((block) => {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        const firsts: string[] = [];
        let bottom = Number.NEGATIVE_INFINITY;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (const [index, char] of [...(node.textContent ?? "")].entries()) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + 1);
            const box = range.getBoundingClientRect();
            if (char.trim() !== "" && box.top > bottom - 4) firsts.push(char);
            bottom = Math.max(bottom, box.bottom);
          }
        }
        return firsts;
      }),
    );
    await page.close();
    expect(beginnings.length).toBeGreaterThan(20);
    expect(
      beginnings.filter((char) => /[。、）」』】！？ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々・]/.test(char)),
    ).toEqual([]);
  },
);

test("Japanese stresses by weight", async () => {
  const page = await browser.newPage();
  await page.goto(served.origin + encodeURI("/posts/雑談の効用/"), { waitUntil: "load" });
  const styles = await page
    .locator(".prose")
    .first()
    .evaluate((prose) => {
      prose.insertAdjacentHTML("beforeend", "<p><em>強調</em></p><h3>小見出し</h3>");
      return [...prose.querySelectorAll("em, h3")].map((element) => {
        const { fontStyle, fontWeight } = getComputedStyle(element);
        return `${fontStyle} ${fontWeight}`;
      });
    });
  await page.close();
  expect(styles).toEqual(["normal 600", "normal 600"]);
});
