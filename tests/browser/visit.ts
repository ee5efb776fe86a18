import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { launchBrowser } from "../support/launch-browser.ts";
import { serveFolder, type Served } from "../support/serve-folder.ts";

export type VisitOptions = BrowserContextOptions & {
  /** Runs before the page's own scripts. */
  readonly prepare?: string;
};

export type Visitor = {
  readonly browser: Browser;
  readonly origin: string;
  /** Looks at a page; what it says on the console, a broken policy for one, is a failure. */
  readonly visit: (address: string, options: VisitOptions, look: (page: Page) => Promise<void>) => Promise<void>;
  readonly leave: () => Promise<void>;
};

/** A browser before a built site. */
export async function openSite(folder: string): Promise<Visitor> {
  const [browser, served] = await Promise.all([launchBrowser(), serveFolder(folder)]);
  return {
    browser,
    origin: served.origin,
    visit: (address, options, look) => visit(browser, served.origin + encodeURI(address), options, look),
    leave: () => close(browser, served),
  };
}

async function visit(
  browser: Browser,
  url: string,
  { prepare, ...options }: VisitOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const messages: string[] = [];
  context.on("console", (message) => messages.push(message.text()));
  context.on("weberror", (error) => messages.push(error.error().message));
  try {
    if (prepare) await context.addInitScript(prepare);
    const page = await context.newPage();
    page.setDefaultTimeout(5000);
    await page.goto(url);
    await look(page);
    expect(messages).toEqual([]);
  } finally {
    await context.close();
  }
}

async function close(browser: Browser, served: Served): Promise<void> {
  await Promise.all([browser.close(), served.close()]);
}
