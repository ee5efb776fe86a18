import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/launch-browser.ts";
import { openJoinSite } from "./join-site.ts";
import type { GiscusAnswer, JoinSite } from "./join-site.ts";

let browser: Browser;
let site: JoinSite;
let page: Page;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), openJoinSite()]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  site.close();
});

beforeEach(async () => {
  site.giscus.asked.length = 0;
  site.chunk.isThere = true;
  // Playwright would otherwise force one scheme on every frame.
  const context = await browser.newContext({ colorScheme: null });
  page = await context.newPage();
  page.setDefaultTimeout(5000);
  return () => context.close();
});

async function visit(answer: GiscusAnswer, address = ""): Promise<void> {
  site.giscus.answer = answer;
  await page.clock.install();
  await page.goto(site.url + address);
}

const press = () => page.getByRole("button", { name: "Join" }).click();
const focused = () => page.evaluate<string>("document.activeElement.className || document.activeElement.localName");

async function expectFailure(): Promise<void> {
  const link = page.getByRole("status").getByRole("link");
  await link.waitFor();
  expect(await link.getAttribute("href")).toBe("https://github.com/owner/name/discussions");
  expect(await page.getByRole("button", { name: "Join" }).getAttribute("aria-disabled")).toBe("false");
  expect(await page.locator("giscus-widget").count()).toBe(0);
}

describe("before the press", () => {
  test("nothing is loaded from elsewhere and nothing changes", async () => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await visit("alive");
    await page.waitForLoadState("networkidle");
    expect(requests.toSorted()).toEqual([site.url, `${site.url}main.js`, `${site.url}style.css`]);
    expect(await page.getByRole("status").count()).toBe(0);
  });
});

describe("a press", () => {
  test("opens the conversation with the post's settings", async () => {
    await visit("alive");
    await press();
    await page.getByText("The conversation is open.").waitFor();
    const asked = new URL(site.giscus.asked[0] ?? "", "http://giscus.test");
    expect(asked.pathname).toBe("/gr/widget");
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      origin: `${site.url}#comments`,
      repo: "owner/name",
      repoId: "R_1",
      category: "Blog",
      categoryId: "C_1",
      term: "posts/hello",
      number: "",
      strict: "1",
      emitMetadata: "1",
      inputPosition: "top",
    });
    expect(await page.getByRole("button", { name: "Join" }).count()).toBe(0);
    expect(await focused()).toBe("conversation-live");
    expect(await page.locator("section").getAttribute("data-state")).toBe("live");
  });

  test("leaves focus alone when the reader has moved on", async () => {
    await visit("alive");
    await press();
    await page.evaluate("document.activeElement.blur()");
    await page.getByText("The conversation is open.").waitFor();
    expect(await focused()).toBe("body");
  });

  test("opens it once, however often it comes", async () => {
    await visit("alive");
    await page.evaluate("for (let i = 0; i < 3; i += 1) document.querySelector('button').click()");
    await page.getByText("The conversation is open.").waitFor();
    expect(await page.locator("giscus-widget").count()).toBe(1);
  });

  test.each<[what: string, answer: GiscusAnswer, wait: number]>([
    ["a silent frame", "silent", 4000],
    ["an error", "rate-limited", 0],
    ["a refusal by redirect", "refused", 0],
  ])("ends with a link after %s", async (_, answer, wait) => {
    await visit(answer);
    const framed = answer === "silent" ? page.waitForEvent("framenavigated") : undefined;
    await press();
    await framed;
    if (wait) await page.locator("giscus-widget iframe:not(.loading)").waitFor();
    await page.clock.runFor(wait + 1);
    await expectFailure();
    expect(await focused()).toBe("button");
  });

  test("ends with a link when the chunk cannot be had, and may be tried again", async () => {
    await visit("alive");
    site.chunk.isThere = false;
    await press();
    await expectFailure();
    site.chunk.isThere = true;
    await press();
    await page.getByText("The conversation is open.").waitFor();
  });

  test("ends with a link when a frame lives but never speaks of a discussion", async () => {
    await visit("speechless");
    await press();
    await page.locator("giscus-widget iframe[style*='321px']").waitFor();
    expect(await page.locator("section").getAttribute("data-state")).toBe("loading");
    await page.clock.runFor(10_001);
    await expectFailure();
  });

  test("keeps what a reader may have typed when a live conversation breaks, and says so", async () => {
    await visit("fails-later");
    await press();
    await page.getByText("The conversation is open.").waitFor();
    await page.locator("giscus-widget iframe:not(.loading)").waitFor();
    await page.evaluate("document.querySelector('giscus-widget').setAttribute('theme', 'light')");
    await page.getByText("It could not be loaded.").waitFor();
    expect(await page.locator("section").getAttribute("data-state")).toBe("failed");
    expect(await page.locator("giscus-widget").count()).toBe(1);
    expect(await focused()).toBe("conversation-live");
    await press();
    await page.getByText("The conversation is open.").waitFor();
    expect(await page.locator("giscus-widget").count()).toBe(1);
  });

  test("works where storage is blocked", async () => {
    await page.addInitScript(`
      const refuse = () => { throw new DOMException("blocked", "SecurityError"); };
      Object.defineProperty(window, "localStorage", { configurable: true, get: refuse });
    `);
    await visit("alive");
    await press();
    await page.getByText("The conversation is open.").waitFor();
  });

  test("shows the frame in the page's scheme, also after a change", async () => {
    await visit("alive");
    await page.evaluate("document.documentElement.style.colorScheme = 'dark'");
    await press();
    await page.getByText("The conversation is open.").waitFor();
    const frame = page.frames()[1];
    expect(await frame?.title()).toBe("dark");
    await page.evaluate("document.documentElement.style.colorScheme = 'light'");
    await expect.poll(() => frame?.title()).toBe("light");
  });
});

test("a reader back from signing in joins at once and keeps the place", async () => {
  await visit("alive", "?giscus=session&a=1#comments");
  await page.getByText("The conversation is open.").waitFor();
  expect(page.url()).toBe(`${site.url}?a=1#comments`);
  expect(new URL(site.giscus.asked[0] ?? "", "http://giscus.test").searchParams.get("session")).toBe("session");
});
