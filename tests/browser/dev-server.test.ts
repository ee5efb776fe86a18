import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { makePhoto } from "../support/make-images.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { startScript } from "../support/run-script.ts";
import { temporaryEngine } from "../support/temporary-engine.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const post = (title: string, more = "") => `---\ntitle: ${title}\ndate: 2026-01-05\n${more}---\n\nFirst words.\n`;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

type Session = { readonly blog: string; readonly page: Page; readonly origin: string; readonly printed: () => string };

/** Starts the dev server on a blog of one post and opens that post. */
async function withServer(look: (session: Session) => Promise<void>, engine = enginePath()): Promise<void> {
  const blog = temporaryFolder(enginePath("tests/sites/one-post"));
  const child = startScript("start", ["--port", "0", "--blog", blog], { engine });
  let printed = "";
  const origin = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (data) => (printed += String(data)));
    child.stdout.on("data", (data) => {
      const url = /http:\/\/localhost:\d+/.exec(String(data))?.[0];
      if (url) resolve(url);
    });
    child.on("close", () => reject(new Error(printed)));
  });
  const page = await browser.newPage();
  try {
    await page.goto(`${origin}/posts/hello/`);
    await look({ blog, page, origin, printed: () => printed });
  } finally {
    await page.close();
    const ended = new Promise((resolve) => child.on("close", resolve));
    child.kill("SIGINT");
    await ended;
  }
}

describe("npm start", () => {
  test("shows an edited post, a new one and a deleted one without a restart", async () => {
    await withServer(async ({ blog, page, origin }) => {
      expect(await page.locator("h1").innerText()).toBe("Hello");
      writeFileSync(join(blog, "posts/hello.md"), post("Good morning"));
      await page.getByRole("heading", { name: "Good morning" }).waitFor();
      writeFileSync(join(blog, "posts/second.md"), post("The second"));
      await expect.poll(async () => (await fetch(`${origin}/posts/second/`)).status).toBe(200);
      rmSync(join(blog, "posts/second.md"));
      await expect.poll(async () => (await fetch(`${origin}/posts/second/`)).status).toBe(404);
    });
  });

  test("answers old addresses, and follows edits of them", async () => {
    await withServer(async ({ blog, page, origin }) => {
      const file = join(blog, "_data/redirects.json");
      writeFileSync(file, '{ "/old/": "/posts/hello/", "/feed/": "/feed.xml", "/?p=12": "/posts/hello/" }');
      await expect.poll(async () => (await fetch(`${origin}/old/`)).status).toBe(200);
      expect(await (await fetch(`${origin}/feed/`)).text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
      for (const address of ["/old/#a", "/?p=12#a"]) {
        // It may lead on before the browser has said that it is there.
        await page.goto(origin + address, { waitUntil: "commit" }).catch(() => undefined);
        await expect.poll(() => page.url()).toBe(`${origin}/posts/hello/#a`);
      }
      writeFileSync(file, '{ "/newer/": "/posts/hello/" }');
      await expect.poll(async () => (await fetch(`${origin}/old/`)).status).toBe(404);
    });
  });

  test("shows a component of the owner's own as soon as it is there, and after each edit", async () => {
    await withServer(async ({ blog, page }) => {
      const write = (text: string) => {
        mkdirSync(join(blog, "overrides/components"), { recursive: true });
        const component = `export function SiteFooter() {\n  return <footer>${text}</footer>;\n}\n`;
        writeFileSync(join(blog, "overrides/components/site-footer.tsx"), component);
      };
      write("My own end");
      await page.getByText("My own end").waitFor();
      write("Another end");
      await page.getByText("Another end").waitFor();
      rmSync(join(blog, "overrides"), { recursive: true });
      await page.locator("footer.colophon").waitFor();
    });
  });

  test("shows a problem in the browser and in the terminal, and the post again when it is mended", async () => {
    await withServer(async ({ blog, page, printed }) => {
      writeFileSync(join(blog, "posts/hello.md"), post("Hello").replace("2026-01-05", "2026-02-30"));
      await page.getByText("posts/hello.md:3:7").waitFor();
      await expect.poll(printed).toContain("posts/hello.md:3:7: `date` names a day or time that does not exist");
      writeFileSync(join(blog, "posts/hello.md"), post("Mended"));
      await page.getByRole("heading", { name: "Mended" }).waitFor();
    });
  });

  test("marks drafts and posts that wait for their time", async () => {
    await withServer(async ({ blog, origin }) => {
      writeFileSync(join(blog, "posts/draft.md"), post("A draft", "draft: true\n"));
      writeFileSync(join(blog, "posts/later.md"), post("Later").replace("2026-01-05", "2099-01-05"));
      const text = async (path: string) => (await fetch(origin + path)).text();
      await expect.poll(() => text("/posts/draft/")).toContain('<strong class="mark">Draft</strong>');
      await expect.poll(() => text("/posts/later/")).toMatch(/<strong class="mark">Scheduled/);
    });
  });

  test("shows an edited component and an edited style without a restart", async () => {
    const engine = temporaryEngine();
    const component = join(engine, "_includes/components/site-footer.tsx");
    const style = join(engine, "_includes/styles/base.css");
    await withServer(async ({ page }) => {
      writeFileSync(component, readFileSync(component, "utf8").replace("<footer", '<footer data-edited="yes"'));
      await page.locator("footer[data-edited=yes]").waitFor();
      writeFileSync(style, `${readFileSync(style, "utf8")}\nbody { outline: 7px solid rgb(1, 2, 3); }\n`);
      await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).outlineWidth)).toBe("7px");
    }, engine);
  });

  test("shows a picture as it is, without waiting for an encoder, and tells of one that is none", async () => {
    await withServer(async ({ blog, page, printed }) => {
      await makePhoto(1600, 1000).jpeg().toFile(join(blog, "posts/photo.jpg"));
      writeFileSync(join(blog, "posts/broken.jpg"), "no picture");
      writeFileSync(join(blog, "posts/hello.md"), `${post("Hello")}\n![A](photo.jpg 'a')\n\n![B](broken.jpg 'b')\n`);
      const image = page.locator('a.zoom[href="/media/posts/photo.jpg"] > img');
      await image.waitFor();
      expect(await image.getAttribute("width")).toBe("1600");
      expect(
        await image.evaluate((element: HTMLImageElement) => element.decode().then(() => element.naturalWidth)),
      ).toBe(1600);
      expect(await page.locator("picture").count()).toBe(0);
      await expect.poll(printed).toContain("hello.md:10:6: warning: the file is no picture");
    });
  });

  test("searches what is published, in its latest words", async () => {
    await withServer(async ({ blog, page, origin }) => {
      const find = async (word: string) => {
        await page.goto(`${origin}/search/?q=${word}`);
        await page.locator("[role=status] > p:not([hidden])").waitFor();
        return page.locator("ol.posts h2").allInnerTexts();
      };
      expect(await find("first")).toEqual(["Hello"]);
      writeFileSync(join(blog, "posts/draft.md"), post("A draft", "draft: true\n"));
      writeFileSync(join(blog, "posts/hello.md"), post("Hello").replace("First", "Walrus"));
      await expect.poll(() => find("walrus"), { timeout: 10_000 }).toEqual(["Hello"]);
      expect(await find("words")).toEqual(["Hello"]);
    });
  });

  test("listens on this machine only", async () => {
    await withServer(async ({ origin }) => {
      const outside = Object.values(networkInterfaces())
        .flatMap((list) => list ?? [])
        .find(({ internal, family }) => !internal && family === "IPv4");
      if (!outside) return;
      await expect(fetch(origin.replace("localhost", outside.address))).rejects.toThrow();
    });
  });
});
