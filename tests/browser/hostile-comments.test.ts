import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { toCommentBody } from "../../src/comments/comment-body.ts";
import { sanitizeComment } from "../../src/markdown/comments/sanitize-comment.ts";
import { toContentSecurityPolicy } from "../../src/seo/content-security-policy.ts";
import { createRandom, fuzzHtml } from "../markdown/comments/fuzz.ts";
import { githubBodies } from "../markdown/comments/github-bodies.ts";
import { hostileBodies } from "../markdown/comments/hostile-bodies.ts";
import { hugeBodies } from "../markdown/comments/huge-bodies.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { serveFolder } from "../support/serve-folder.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const names = [...hostileBodies, ...githubBodies].map(([name]) => name);
const bodies = [...hostileBodies, ...githubBodies].map(([, html]) => toBody(html));
const hugeOnes = hugeBodies.map(([, html]) => toBody(html));
const policy = toContentSecurityPolicy(
  { imageHosts: [], frameHosts: [] },
  { host: "https://giscus.app" },
  "production",
);

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe.each([
  ["with our policy", policy],
  ["without any policy", undefined],
])("%s", (_name, content) => {
  test("hostile comments run nothing, load nothing and stay in their place", async () => {
    const { page, seen } = await openComments(bodies, content);
    const { comments, ...around } = await readPage(page);
    await touchEverything(page);
    expect(await findRuns(page)).toBe(0);
    expect(seen.dialogs).toEqual([]);
    expect(seen.strangers).toEqual([]);
    expect(seen.violations).toEqual([]);
    expect(around).toEqual({
      sections: bodies.length,
      others: 0,
      footer: "The end of the page",
      isLast: true,
      isBelow: true,
    });
    const expected = bodies.map((html, index) => ({ name: names[index], html, faults: [], children: "DIV HR" }));
    expect(comments.map((comment, index) => ({ name: names[index], ...comment }))).toEqual(expected);
  });
});

test("comments of a megabyte leave the page quick and whole", { timeout: 60_000 }, async () => {
  const { page, seen } = await openComments(hugeOnes, policy);
  const { comments, sections, isBelow } = await readPage(page);
  expect({ sections, isBelow, strangers: seen.strangers }).toEqual({
    sections: hugeOnes.length,
    isBelow: true,
    strangers: [],
  });
  expect(comments.map(({ html }) => html)).toEqual(hugeOnes);
});

test("a browser reads fuzzed comments as they were written", async () => {
  const random = createRandom(143);
  const written = Array.from({ length: 10_000 }, () => sanitizeComment(fuzzHtml(random)));
  const { page } = await openComments([], undefined);
  const read = await page.evaluate((htmls) => {
    const inert = document.implementation.createHTMLDocument("");
    return htmls.map((html) => {
      const box = inert.createElement("div");
      box.innerHTML = html;
      return box.innerHTML.replaceAll("&nbsp;", "\u00a0");
    });
  }, written);
  expect(read.filter((html, index) => html !== written[index])).toEqual([]);
});

test("the same page notices a script, a dialog and a request, when they are not sanitized", async () => {
  const lively = '<img src="https://evil.example/a.png"><script>alert(1);hit()</script><b onmouseover="hit()">x</b>';
  const { page, seen } = await openComments([lively], undefined);
  await touchEverything(page);
  expect(await findRuns(page)).toBe(2);
  expect(seen.dialogs).toEqual(["1"]);
  expect(seen.strangers).toEqual(["https://evil.example/a.png"]);
});

/** As the page has it: no picture of another host. */
function toBody(html: string): string {
  return toCommentBody(sanitizeComment(html), () => undefined);
}

type Seen = { readonly dialogs: string[]; readonly strangers: string[]; readonly violations: string[] };

async function openComments(
  htmls: readonly string[],
  content: string | undefined,
): Promise<{ page: Page; seen: Seen }> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "page"));
  writeFileSync(join(folder, "page/index.html"), toPage(htmls, content));
  const { origin, close } = await serveFolder(folder);
  const context = await browser.newContext();
  onTestFinished(async () => {
    await context.close();
    await close();
  });
  const page = await context.newPage();
  const seen: Seen = { dialogs: [], strangers: [], violations: [] };
  page.on("dialog", (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`)) seen.strangers.push(request.url());
  });
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) seen.violations.push(message.text());
  });
  await page.addInitScript("globalThis.runs = 0; globalThis.hit = () => { globalThis.runs += 1; };");
  await page.goto(`${origin}/page/`, { waitUntil: "load" });
  return { page, seen };
}

function toPage(htmls: readonly string[], content: string | undefined): string {
  const meta = content === undefined ? "" : `<meta http-equiv="Content-Security-Policy" content="${content}">`;
  const sections = htmls.map((html) => `<section><div class="body">${html}</div><hr class="end"></section>`);
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8">${meta}<title>Comments</title></head>`;
  return `${head}<body><main>${sections.join("")}</main><footer>The end of the page</footer></body></html>`;
}

/** Whatever a handler could wait for, and time for what runs by itself. */
async function touchEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    const events =
      "mouseover mouseenter pointerover focus focusin blur toggle animationstart transitionend wheel input";
    for (const element of document.querySelectorAll("main *")) {
      if (element instanceof HTMLDetailsElement) element.open = true;
      for (const name of events.split(" ")) element.dispatchEvent(new Event(name, { bubbles: true }));
    }
  });
  await page.waitForTimeout(300);
}

async function findRuns(page: Page): Promise<unknown> {
  return page.evaluate("globalThis.runs");
}

async function readPage(page: Page) {
  return page.evaluate(() => {
    const links = new Set(["http:", "https:", "mailto:"]);
    const attributes = /^(?:href|rel|src|alt|title|class|width|height|colspan|rowspan|start|lang|dir|loading)$/;
    const findFaults = (body: Element) =>
      [...body.querySelectorAll("*")].flatMap((element) => [
        ...[...element.attributes].map(({ name }) => name).filter((name) => !attributes.test(name)),
        ...(element.namespaceURI === "http://www.w3.org/1999/xhtml" ? [] : [element.tagName]),
        ...(element instanceof HTMLAnchorElement && !links.has(element.protocol) ? [element.href] : []),
      ]);
    const main = document.querySelector("main");
    const footer = document.querySelector("footer");
    const sections = [...document.querySelectorAll("main > section")];
    return {
      comments: sections.map((section) => {
        const body = section.querySelector(":scope > .body");
        return {
          html: body?.innerHTML.replaceAll("&nbsp;", "\u00a0"),
          faults: body ? findFaults(body) : ["no body"],
          children: [...section.children].map(({ tagName }) => tagName).join(" "),
        };
      }),
      sections: sections.length,
      others: (main?.children.length ?? 0) - sections.length,
      footer: footer?.textContent,
      isLast: document.body.lastElementChild === footer && main?.nextElementSibling === footer,
      isBelow: (footer?.getBoundingClientRect().top ?? 0) >= (main?.getBoundingClientRect().bottom ?? Infinity),
    };
  });
}
