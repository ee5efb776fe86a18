import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";

const types = ["document", "stylesheet", "script", "font", "image"] as const;

/** Bytes by kind of file that a page loads before anybody touches it; text as gzip -9 makes it. */
export type PageWeight = Readonly<Record<(typeof types)[number], number>>;

export async function weighPage(browser: Browser, address: string): Promise<PageWeight> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const weight = { document: 0, stylesheet: 0, script: 0, font: 0, image: 0 };
    const pending: Promise<void>[] = [];
    page.on("response", (response) => {
      const type = types.find((known) => known === response.request().resourceType());
      if (type === undefined) return;
      const isPacked = type === "font" || type === "image";
      const add = async () => {
        const body = await response.body();
        weight[type] += isPacked ? body.length : gzipSync(body, { level: 9 }).length;
      };
      pending.push(add());
    });
    await page.goto(address, { waitUntil: "networkidle" });
    await Promise.all(pending);
    return weight;
  } finally {
    await context.close();
  }
}
