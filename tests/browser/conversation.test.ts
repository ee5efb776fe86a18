import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Fault } from "../../emulator/faults.ts";
import { toDatabaseId } from "../../emulator/store/node-id.ts";
import { openConversationBlog, type ConversationBlog } from "../support/conversation-blog.ts";
import { launchBrowser } from "../support/launch-browser.ts";

let browser: Browser;
let blog: ConversationBlog;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [browser, blog] = await Promise.all([launchBrowser(), openConversationBlog()]);
});
afterAll(async () => {
  await browser.close();
  await blog.close();
});

beforeEach(async () => {
  blog.emulator.control.heal();
  blog.emulator.control.allow();
  await openPage();
  return () => context.close();
});

/** A fresh reader; every violation of the page's policy is noted. */
async function openPage(options: BrowserContextOptions = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext(options);
  page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.addInitScript(`
    window.violations = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => violations.push(effectiveDirective + " " + blockedURI));
  `);
}

const visit = (path: string) => page.goto(blog.origin + path);
const join = () => page.getByRole("button", { name: "Join the conversation" }).click();
const status = () => page.locator(".join-status");
const staticThread = () => page.locator("[data-static=github]");
const state = () => page.locator("#comments").getAttribute("data-state");
const violations = () => page.evaluate<string[]>("violations");
const live = () => page.getByText("The conversation is open.").waitFor();

function frame(): Frame {
  const found = page.frames().find((candidate) => candidate.url().startsWith(blog.emulator.url));
  if (!found) throw new Error("no frame");
  return found;
}

/** giscus looks again when its frame gets the focus. */
const lookAgain = () => frame().evaluate("dispatchEvent(new Event('focus'))");

const bePatient = (untilLoad: number, afterLoad: number) =>
  page.evaluate(`document.querySelector("[data-join]").dataset.patience = "${untilLoad} ${afterLoad}"`);

describe("before the button is pressed", () => {
  test("nothing is asked of another origin and nothing is stored", async () => {
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(blog.origin)) elsewhere.push(request.url());
    });
    for (const path of ["/", "/posts/tea/", "/posts/quiet/", "/posts/closed/"]) {
      await page.goto(blog.origin + path, { waitUntil: "networkidle" });
      expect([path, await page.evaluate("localStorage.length"), await violations()]).toEqual([path, 0, []]);
    }
    expect(elsewhere).toEqual([]);
  });

  test("an address of a comment that the page lacks is explained beside the button", async () => {
    await visit("/posts/tea/#discussioncomment-4711");
    await page.getByText("newer than this page").waitFor();
    expect(await page.locator(".join + .join-status").count()).toBe(1);
    await openPage();
    await visit(`/posts/tea/#discussioncomment-${toDatabaseId(blog.number, 1)}`);
    expect(await status().count()).toBe(0);
  });
});

describe("joining", () => {
  test("shows the live conversation by number, and the static one gives way", async () => {
    await visit("/posts/tea/");
    expect(await staticThread().isVisible()).toBe(true);
    await join();
    await live();
    expect(await staticThread().isVisible()).toBe(false);
    await frame().getByText("A static word").waitFor();
    const asked = new URL(frame().url()).searchParams;
    expect([asked.get("number"), asked.get("strict"), asked.get("emitMetadata")]).toEqual([
      String(blog.number),
      "1",
      "1",
    ]);
    expect(await violations()).toEqual([]);
  });

  test("a comment is signed, written and seen at once, and announced", async () => {
    await visit("/posts/quiet/");
    await join();
    await live();
    await frame().getByRole("link", { name: "Sign in with GitHub" }).click();
    await page.getByLabel("Name").fill("grace");
    await page.getByRole("button", { name: "Sign in" }).click();
    // Back with the session in the address, the page joins by itself, at the conversation.
    await live();
    expect(page.url()).toBe(`${blog.origin}/posts/quiet/#comments`);
    expect(await page.locator(".conversation-live").evaluate((box) => box.getBoundingClientRect().top)).toBeLessThan(
      720,
    );
    await frame().getByLabel("Write a comment").fill("Is it *quiet* here?");
    await frame().getByRole("button", { name: "Comment" }).click();
    await frame().getByText("grace").waitFor();
    await page.getByText("Comments in the conversation now: 1").waitFor();
    const { store } = blog.emulator.control;
    const made = store
      .numbers()
      .map((number) => store.discussion(number))
      .find((discussion) => discussion?.title === "posts/quiet");
    expect(made?.comments[0]).toMatchObject({ author: "grace", body: "Is it *quiet* here?" });
    expect(await violations()).toEqual([]);
  });

  test("what others add is announced politely", async () => {
    await visit("/posts/tea/");
    await join();
    await live();
    blog.emulator.control.store.addComment(blog.number, { author: "alan", body: "Me too" });
    await lookAgain();
    await page.getByText("Comments in the conversation now: 2").waitFor();
    expect(await status().getAttribute("role")).toBe("status");
  });

  test("works by keyboard alone", async () => {
    await visit("/posts/tea/");
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate("document.activeElement.hasAttribute('data-join')")) break;
    }
    await page.keyboard.press("Enter");
    await live();
    expect(await page.evaluate("document.activeElement.className")).toBe("conversation-live");
    await page.keyboard.press("Tab");
    expect(await frame().evaluate("document.activeElement.textContent")).toBe("Sign in with GitHub");
  });

  test("works where localStorage is blocked", async () => {
    await page.addInitScript(`
      const refuse = () => { throw new DOMException("blocked", "SecurityError"); };
      Object.defineProperty(window, "localStorage", { configurable: true, get: refuse });
    `);
    await visit("/posts/tea/");
    await join();
    await live();
  });

  test("wears the page's colours and follows the scheme", async () => {
    await openPage({ colorScheme: "light" });
    await visit("/posts/tea/");
    await join();
    await live();
    const ink = () => page.evaluate<string>("getComputedStyle(document.body).color");
    const text = () => frame().evaluate<string>("getComputedStyle(document.querySelector('main')).color");
    const day = await ink();
    await expect.poll(text).toBe(day);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await ink()).not.toBe(day);
    await expect.poll(text).toBe(await ink());
  });

  test("keeps the address's anchor when it comes back from signing in", async () => {
    await visit(`/posts/tea/?giscus=${blog.emulator.control.signIn("ada")}#comments`);
    await live();
    expect(page.url()).toBe(`${blog.origin}/posts/tea/#comments`);
    await frame().getByLabel("Write a comment").waitFor();
  });

  test("takes an expired session for signed out, not for broken", async () => {
    const session = blog.emulator.control.signIn("ada");
    blog.emulator.control.expireSessions();
    await visit(`/posts/tea/?giscus=${session}`);
    await live();
    await frame().getByRole("link", { name: "Sign in with GitHub" }).waitFor();
    expect(await page.evaluate("localStorage.getItem('giscus-session')")).toBe(null);
  });

  test("waits for a slow giscus", async () => {
    blog.emulator.control.fail({ on: "widget", kind: "slow", milliseconds: 3000 });
    await visit("/posts/tea/");
    await join();
    await page.getByText("Loading the conversation").waitFor();
    expect(await staticThread().isVisible()).toBe(true);
    await live();
  });
});

describe("when giscus does not work", () => {
  test.each<[what: string, fault: Fault | undefined, untilLoad: number]>([
    ["is silent", { on: "widget", kind: "silent" }, 5000],
    ["forbids the frame", { on: "widget", kind: "refuse" }, 5000],
    ["refuses the origin", undefined, 5000],
    ["hangs", { on: "widget", kind: "hang" }, 700],
    ["breaks the connection", { on: "widget", kind: "reset" }, 5000],
    ["answers 502", { on: "widget", kind: "bad-gateway" }, 5000],
    ["lives but hears nothing from GitHub", { on: "api", kind: "hang", times: 2 }, 1500],
    ["is out of points", { on: "api", kind: "rate-limit", times: 2 }, 5000],
    ["is not installed", { on: "api", kind: "not-installed", times: 2 }, 5000],
  ])("because it %s, the static thread stays and a link leads to the discussion", async (_, fault, untilLoad) => {
    if (fault) blog.emulator.control.fail(fault);
    else blog.emulator.control.allow("https://another.example");
    await visit("/posts/tea/");
    await bePatient(untilLoad, 500);
    await join();
    const link = status().getByRole("link", { name: "Join it on GitHub" });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe(`https://github.com/klatsch/emulated/discussions/${blog.number}`);
    expect(await page.getByText("A static word").isVisible()).toBe(true);
    expect(await page.locator("giscus-widget").count()).toBe(0);
    blog.emulator.control.heal();
    blog.emulator.control.allow();
    await join();
    await live();
  });

  test("after it did, the static thread comes back, and gives way again when all is well", async () => {
    await visit("/posts/tea/");
    await join();
    await live();
    blog.emulator.control.fail({ on: "api", kind: "rate-limit" });
    await lookAgain();
    await status().getByRole("link").waitFor();
    expect(await staticThread().isVisible()).toBe(true);
    expect(await page.locator("giscus-widget").count()).toBe(1);
    await lookAgain();
    await live();
    expect(await staticThread().isVisible()).toBe(false);
  });
});

describe("without a live conversation", () => {
  test("everything is read without JavaScript, and a link leads on", async () => {
    await openPage({ javaScriptEnabled: false });
    await visit("/posts/tea/");
    expect(await page.getByText("A static word").isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "Join" }).count()).toBe(0);
    expect(await page.getByRole("link", { name: "Join it on GitHub" }).isVisible()).toBe(true);
  });

  test.each(["closed", "locked"])("a %s post says so and mounts nothing", async (name) => {
    await visit(`/posts/${name}/?giscus=session`);
    await page.getByText(`This conversation is ${name}`).waitFor();
    expect(await page.getByRole("button", { name: "Join" }).count()).toBe(0);
    expect(await page.locator("iframe").count()).toBe(0);
    expect(await state()).toBe(null);
  });
});

test("the page's policy stops what an attacker would inject", async () => {
  await visit("/posts/tea/");
  await join();
  await live();
  await page.evaluate(`{
    const script = document.createElement("script");
    script.textContent = "window.stolen = 1";
    document.body.append(script);
    const data = document.createElement("script");
    data.src = "data:text/javascript,window.stolen=2";
    document.body.append(data);
    document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.stolen = 3'>");
  }`);
  await expect.poll(async () => (await violations()).length).toBeGreaterThanOrEqual(3);
  expect(await page.evaluate("window.stolen")).toBe(undefined);
});

test("a comment that was written live is static HTML after sync and build", async () => {
  await visit(`/posts/quiet/?giscus=${blog.emulator.control.signIn("lin")}`);
  await live();
  await frame().getByLabel("Write a comment").fill("Kept for ever");
  await frame().getByRole("button", { name: "Comment" }).click();
  await frame().getByText("Kept for ever").first().waitFor();
  for (const run of [await blog.sync(), await blog.build()]) expect([run.code, run.stderr]).toEqual([0, ""]);
  await openPage({ javaScriptEnabled: false });
  await visit("/posts/quiet/");
  expect(await staticThread().getByText("Kept for ever").isVisible()).toBe(true);
  expect(await staticThread().getByRole("link", { name: "lin" }).first().isVisible()).toBe(true);
});

test("with its port closed, giscus is only a link", async () => {
  await blog.emulator.close();
  await visit("/posts/tea/");
  await bePatient(5000, 500);
  await join();
  await status().getByRole("link").waitFor();
  expect(await page.getByText("A static word").isVisible()).toBe(true);
});
