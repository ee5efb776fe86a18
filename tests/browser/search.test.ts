import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../support/launch-browser.ts";
import { runScript } from "../support/run-script.ts";
import { serveFolder, type Served } from "../support/serve-folder.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveFolder(inject("sampleSite"))]);
});
afterAll(async () => {
  await Promise.all([browser.close(), served.close()]);
});

type Visit = BrowserContextOptions & { readonly origin?: string };

async function open<T>(address: string, visit: Visit, look: (page: Page) => Promise<T>): Promise<T> {
  const { origin = served.origin, ...options } = visit;
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(origin + encodeURI(address));
    return await look(page);
  } finally {
    await context.close();
  }
}

/** Other tests keep the machine busy. */
const patience = { timeout: 10_000 };
const field = (page: Page) => page.getByRole("searchbox", { name: "Search this blog" });
const titles = (page: Page) => page.locator("ol.posts h2 a");
const status = (page: Page) => page.getByRole("status");
const said = async (page: Page, text: string | RegExp) => {
  await expect.poll(() => status(page).innerText(), patience).toMatch(text);
};
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search.replaceAll("+", " "));

describe("the search page", () => {
  test("loads nothing before somebody types, and waits with the caret in its field", async () => {
    await open("/", {}, async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`${served.origin}/search/`, { waitUntil: "networkidle" });
      expect(asked.filter((path) => path.startsWith("/pagefind/"))).toEqual([]);
      expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  test("shows results while one types, with date, marked words and the places in the text", async () => {
    await open("/search/", {}, async (page) => {
      await page.keyboard.type("apology verbs");
      await said(page, /^\d+ results?$/);
      const first = page.locator("ol.posts > li").first();
      expect(await first.locator("h2").innerText()).toBe("A good apology has three verbs");
      expect(await first.locator("h2 a").getAttribute("href")).toBe("/posts/a-good-apology-has-three-verbs/");
      expect(await first.locator("time").getAttribute("datetime")).toBe("2026-10-05");
      expect(await first.locator("time").innerText()).toBe("October 5, 2026");
      expect((await first.locator("mark").allInnerTexts()).map((text) => text.toLowerCase())).toContain("apology");
      const place = first.getByRole("list", { name: "In this text" }).getByRole("link").first();
      expect(await place.getAttribute("href")).toMatch(/^\/posts\/a-good-apology-has-three-verbs\/#./);
      expect(query(page)).toBe("?q=apology verbs");
      expect(await page.title()).toBe("apology verbs · Search · The Long Table");
    });
  });

  test("is walked through by arrows and by Tab", async () => {
    await open("/search/?q=coffee", {}, async (page) => {
      await said(page, /results/);
      await field(page).focus();
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
      const [first = "", second = ""] = await titles(page).allTextContents();
      await page.keyboard.press("ArrowDown");
      expect(await focused()).toBe(first);
      await page.keyboard.press("ArrowDown");
      expect(await focused()).toBe(second);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
      const stops: (string | null)[] = [];
      for (let step = 0; step < 5; step += 1) {
        await page.keyboard.press("Tab");
        stops.push(await page.evaluate(() => document.activeElement?.getAttribute("name") ?? ""));
      }
      expect(stops).toEqual(["", "category", "tag", "year", ""]);
      expect(await focused()).toBe(first);
    });
  });

  test("narrows its results by category, tag and year, counts what is left, and keeps each step in the address", async () => {
    await open("/search/?q=trust", {}, async (page) => {
      await said(page, /results/);
      const all = await status(page).innerText();
      const tags = page.getByRole("combobox", { name: "Tag" });
      const [label = ""] = (await tags.locator("option").allInnerTexts()).filter((text) => text.startsWith("feedback"));
      const count = Number(/\((\d+)\)/.exec(label)?.[1]);
      await tags.selectOption("feedback");
      await said(page, new RegExp(`^${count} results?$`));
      expect(query(page)).toBe("?q=trust&tag=feedback");
      await page.getByRole("combobox", { name: "Year" }).selectOption({ index: 1 });
      await expect.poll(() => query(page), patience).toMatch(/&year=20\d\d$/);
      await page.goBack();
      await said(page, new RegExp(`^${count} results?$`));
      expect(await page.getByRole("combobox", { name: "Year" }).inputValue()).toBe("");
      await page.goBack();
      await said(page, all);
      expect(await tags.inputValue()).toBe("");
      await page.goForward();
      await said(page, new RegExp(`^${count} results?$`));
      await page.getByRole("button", { name: "Clear" }).click();
      await said(page, all);
      expect(query(page)).toBe("?q=trust");
    });
  });

  test("shows what an address asks for, a category with all below it", async () => {
    await open("/search/?q=trust&category=Teams", {}, async (page) => {
      await said(page, /results?$/);
      expect(await field(page).inputValue()).toBe("trust");
      const teams = await titles(page).count();
      await page.getByRole("combobox", { name: "Category" }).selectOption("Teams/Onboarding");
      await expect.poll(() => titles(page).count(), patience).toBeLessThan(teams);
      expect(query(page)).toBe("?q=trust&category=Teams/Onboarding");
    });
  });

  test("lists by day what a filter alone leaves", async () => {
    await open("/search/?tag=coffee", {}, async (page) => {
      await said(page, /results/);
      const times = page.locator("ol.posts time");
      const days = await times.evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
      expect(days.length).toBeGreaterThan(2);
      expect(days).toEqual(days.toSorted().toReversed());
    });
  });

  test("shows ten at a time, and leads on to the eleventh", async () => {
    await open("/search/?q=conversation", {}, async (page) => {
      await said(page, /results/);
      const all = Number.parseInt(await status(page).innerText(), 10);
      expect(all).toBeGreaterThan(10);
      expect(await titles(page).count()).toBe(10);
      const more = page.getByRole("button", { name: "More results" });
      await more.click();
      await expect.poll(() => titles(page).count(), patience).toBe(Math.min(20, all));
      expect(
        await titles(page)
          .nth(10)
          .evaluate((link) => link === document.activeElement),
      ).toBe(true);
      await expect.poll(() => more.isVisible(), patience).toBe(all > 20);
    });
  });

  test.each([
    ["an Arabic word without its article", "قهوة", "/posts/القهوة-أولا/", "ar"],
    ["an Arabic word with its article", "الفنجان", "/posts/القهوة-أولا/", "ar"],
    ["a Japanese word", "会議", "/posts/雑談の効用/", "ja"],
    ["the second word of a Japanese title", "効用", "/posts/雑談の効用/", "ja"],
    ["a German word", "Gesprächen", "/posts/kaffeeklatsch/", "de"],
  ])("finds %s", async (_, words, address, lang) => {
    await open(`/search/?q=${words}`, {}, async (page) => {
      await said(page, /results?$/);
      const found = page.locator(`ol.posts > li[lang=${lang}]`).first();
      expect(decodeURIComponent((await found.locator("h2 a").getAttribute("href")) ?? "")).toBe(address);
      expect(await found.evaluate((item) => getComputedStyle(item).direction)).toBe(lang === "ar" ? "rtl" : "ltr");
    });
  });

  test("finds what was said, and leads to it", async () => {
    await open("/search/?q=rye board", {}, async (page) => {
      await said(page, /results?$/);
      const comment = page
        .locator("ol.posts > li")
        .first()
        .getByRole("link", { name: "Ines Marland, in the conversation" });
      expect(await comment.getAttribute("href")).toBe("/posts/carry-on-the-conversation/#comment-1106");
      await comment.click();
      await page.waitForURL("**/posts/carry-on-the-conversation/#comment-1106");
      expect(await page.locator("#comment-1106").innerText()).toContain("the board under the rye");
    });
  });

  test("says what to do when nothing was found", async () => {
    await open("/search/?q=xyzzyplugh", {}, async (page) => {
      await said(page, "Nothing was found.");
      expect(await status(page).getByRole("link", { name: "All posts" }).getAttribute("href")).toBe("/archive/");
      expect(await titles(page).count()).toBe(0);
    });
  });

  test.each(["pagefind-worker.js", "facets.json", "wasm.en.pagefind"])(
    "leads to the archive where %s cannot be had, and tries again",
    async (file) => {
      await open("/search/", {}, async (page) => {
        const missing = `**/pagefind/${file}*`;
        await page.route(missing, (route) => route.fulfill({ status: 404, body: "Not found" }));
        await field(page).fill("trust");
        await said(page, "The search could not be loaded");
        expect(await status(page).getByRole("link").getAttribute("href")).toBe("/archive/");
        await page.unroute(missing);
        await field(page).fill("trust ");
        await field(page).press("Enter");
        await said(page, /results/);
      });
    },
  );

  test("empties itself when nothing is asked for any more", async () => {
    await open("/search/?q=trust", {}, async (page) => {
      await said(page, /results/);
      await field(page).fill("");
      await expect.poll(() => titles(page).count(), patience).toBe(0);
      expect(await status(page).innerText()).toBe("");
      expect(await page.getByRole("combobox", { name: "Tag" }).isVisible()).toBe(false);
      expect(new URL(page.url()).search).toBe("");
    });
  });

  test.each(["light", "dark"] as const)(
    "gives axe nothing to say of its results in the %s scheme",
    async (colorScheme) => {
      for (const address of ["/search/", "/search/?q=trust&tag=feedback", "/search/?q=xyzzyplugh"]) {
        const violations = await open(address, { colorScheme, bypassCSP: true }, async (page) => {
          if (address !== "/search/") await said(page, /result|Nothing/);
          await page.addScriptTag({ content: axe.source });
          return page.evaluate(async () => {
            const { axe: run } = window as unknown as {
              axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            };
            const { violations: found } = await run.run();
            return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
          });
        });
        expect([address, violations]).toEqual([address, []]);
      }
    },
  );

  test.each([320, 390, 1280])("never scrolls sideways at %i pixels, and says nothing on the console", async (width) => {
    await open("/search/", { viewport: { width, height: 800 } }, async (page) => {
      const messages: string[] = [];
      page.on("console", (message) => messages.push(message.text()));
      page.on("pageerror", (error) => messages.push(error.message));
      for (const words of ["trust", "القهوة", "雑談"]) {
        await field(page).fill(words);
        await expect
          .poll(() => page.locator("ol.posts mark").first().innerText(), patience)
          .toMatch(new RegExp(words, "i"));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([words, overflow]).toEqual([words, 0]);
      }
      expect(messages).toEqual([]);
    });
  });
});

describe("without JavaScript", () => {
  test.each(["/posts/two-chairs/", "/search/"])("the form of %s leads to the archive", async (address) => {
    await open(address, { javaScriptEnabled: false }, async (page) => {
      await field(page).fill("trust");
      await field(page).press("Enter");
      await page.waitForURL("**/archive/?q=trust*");
      expect(await page.locator("h1").innerText()).toBe("Archive");
    });
  });

  test("the search page says so", async () => {
    await open("/search/", { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("main").innerText()).toContain("The search needs JavaScript");
    });
  });
});

test.each([320, 390, 1280])(
  "the masthead's field stands within the page and can be hit at %i pixels",
  async (width) => {
    for (const address of ["/", "/posts/two-chairs/"]) {
      await open(address, { viewport: { width, height: 800 } }, async (page) => {
        const button = await page.locator(".masthead form button").boundingBox();
        expect(Math.min(button?.width ?? 0, button?.height ?? 0)).toBeGreaterThanOrEqual(24);
        expect((button?.x ?? width) + (button?.width ?? 0)).toBeLessThanOrEqual(width);
        const words = await field(page).boundingBox();
        expect(words?.width).toBeGreaterThan(60);
      });
    }
  },
);

describe("the key /", () => {
  const isFocused = (page: Page) => field(page).evaluate((element) => element === document.activeElement);

  test("leads to the field of the page, and the field to the search", async () => {
    await open("/posts/two-chairs/", {}, async (page) => {
      await page.keyboard.press("/");
      expect(await isFocused(page)).toBe(true);
      await page.keyboard.type("and/or trust");
      expect(await field(page).inputValue()).toBe("and/or trust");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/search/?q=and%2For+trust");
      await said(page, /results/);
    });
  });

  test("leads to the field of the search page", async () => {
    await open("/search/?q=trust", {}, async (page) => {
      await said(page, /results/);
      await page.keyboard.press("/");
      expect(await isFocused(page)).toBe(true);
      expect(await field(page).inputValue()).toBe("trust");
    });
  });

  test("is not taken from who presses Ctrl, Alt or Meta with it", async () => {
    await open("/posts/two-chairs/", {}, async (page) => {
      for (const modifier of ["Control", "Alt", "Meta"]) await page.keyboard.press(`${modifier}+/`);
      expect(await isFocused(page)).toBe(false);
    });
  });

  test("is not taken from who writes elsewhere", async () => {
    await open("/posts/two-chairs/", {}, async (page) => {
      const places = ["<input>", "<textarea></textarea>", "<select></select>", "<p contenteditable>a <b>b</b></p>"];
      const typed = await page.evaluate(
        (all) =>
          all.map((markup) => {
            const main = document.querySelector("main");
            main?.insertAdjacentHTML("afterbegin", markup);
            const target = main?.firstElementChild?.lastElementChild ?? main?.firstElementChild;
            return target?.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }));
          }),
        places,
      );
      expect(typed).toEqual([true, true, true, true]);
      expect(await isFocused(page)).toBe(false);
    });
  });

  test("can be switched off, and on again", async () => {
    await open("/search/", {}, async (page) => {
      const choice = page.getByRole("checkbox", { name: "On any page, the key / leads to the search" });
      expect(await choice.isChecked()).toBe(true);
      await choice.uncheck();
      await page.goto(`${served.origin}/posts/two-chairs/`);
      await page.keyboard.press("/");
      expect(await isFocused(page)).toBe(false);
      await page.goto(`${served.origin}/search/`);
      expect(await choice.isChecked()).toBe(false);
      await choice.check();
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    });
  });
});

describe("a blog below a base path, with titles and comments that mean harm", () => {
  test("finds them, leads to them, and shows them as text", async () => {
    const folder = temporaryFolder();
    const blog = join(folder, "blog");
    const evil = "<img src=x onerror=document.title='harm'>";
    for (const part of ["posts", "comments", "_data"]) mkdirSync(join(blog, part), { recursive: true });
    writeFileSync(join(blog, "_data/site.ts"), 'export default { title: "Tea", url: "https://tea.example/blog/" };\n');
    writeFileSync(
      join(blog, "posts/evil.md"),
      `---\ntitle: "Walrus ${evil}"\ndate: 2026-01-05\ntags: ["${evil}"]\n---\n\n## Section ${evil.replace("<", "&lt;")}\n\nA walrus and \`<mark>${evil}</mark>\` walrus.\n`,
    );
    const comment = {
      id: "1",
      source: "wordpress",
      anchor: "comment-1",
      author: { name: evil },
      createdAt: "2026-01-06T10:00:00Z",
      html: `<p>octopus &lt;mark&gt;${evil.replace("<", "&lt;").replace(">", "&gt;")}</p>`,
      status: "visible",
      replies: [],
    };
    const unnamed = { ...comment, id: "2", anchor: "comment-2", author: { name: "" }, html: "<p>ibex</p>" };
    const thread = { post: "evil", discussion: null, comments: [comment, unnamed] };
    writeFileSync(join(blog, "comments/evil.json"), JSON.stringify(thread));
    const site = join(folder, "site");
    expect((await runScript("build", ["--blog", blog, "--output", site, "--quiet"])).stderr).toBe("");
    const below = await serveFolder(site, "/blog");
    try {
      await open("/blog/posts/evil/", { origin: below.origin }, async (page) => {
        await page.keyboard.press("/");
        await page.keyboard.type("walrus");
        await page.keyboard.press("Enter");
        await page.waitForURL("**/blog/search/?q=walrus");
        await said(page, "1 result");
        expect(await titles(page).innerText()).toBe(`Walrus ${evil}`);
        expect(await titles(page).getAttribute("href")).toBe("/blog/posts/evil/");
        expect(await page.locator("ol.posts .p-summary").innerText()).toContain(`<mark>${evil}</mark>`);
        expect(await page.getByRole("combobox", { name: "Tag" }).locator("option").nth(1).innerText()).toBe(
          `${evil} (1)`,
        );
        await field(page).fill("octopus");
        const place = page.getByRole("link", { name: `${evil}, in the conversation` });
        expect(await place.getAttribute("href")).toBe("/blog/posts/evil/#comment-1");
        expect(await page.locator("ol.posts mark").allInnerTexts()).toEqual(["octopus"]);
        expect(await page.locator("ol.posts img").count()).toBe(0);
        expect(await page.title()).toBe("octopus · Search · Tea");
        await field(page).fill("ibex");
        await page.getByRole("link", { name: "Anonymous, in the conversation" }).waitFor();
      });
    } finally {
      await below.close();
    }
  });
});
