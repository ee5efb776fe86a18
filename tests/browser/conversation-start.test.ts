import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { runScript, startScript } from "../support/run-script.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function startServer(blog: string) {
  const child = startScript("start", ["--port", "0", "--blog", blog]);
  const origin = await new Promise<string>((resolve, reject) => {
    let printed = "";
    child.stderr.on("data", (data) => (printed += String(data)));
    child.stdout.on("data", (data) => {
      const url = /http:\/\/localhost:\d+/.exec(String(data))?.[0];
      if (url) resolve(url);
    });
    child.on("close", () => reject(new Error(printed)));
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.on("close", resolve));
    child.kill("SIGINT");
    await ended;
  };
  return { origin, stop };
}

test("a newcomer's comment goes from the local page through sync into the local page, and into nothing that is published", async () => {
  const blog = temporaryFolder(enginePath("tests/sites/one-post"));
  const server = await startServer(blog);
  const context = await browser.newContext();
  const elsewhere: string[] = [];
  context.on("request", (request) => {
    if (!/^http:\/\/(?:localhost|127\.0\.0\.1):/.test(request.url())) elsewhere.push(request.url());
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${server.origin}/posts/hello/`);
    await page.getByRole("button", { name: "Join the conversation" }).click();
    const widget = page.frameLocator("giscus-widget iframe");
    await widget.getByRole("link", { name: "Sign in with GitHub" }).click();
    await page.getByLabel("Name").fill("newcomer");
    await page.getByRole("button", { name: "Sign in" }).click();
    await widget.getByLabel("Write a comment").fill("First words from here");
    await widget.getByRole("button", { name: "Comment" }).click();
    await widget.getByText("First words from here").first().waitFor();

    const sync = await runScript("sync", ["--blog", blog], { env: { GITHUB_TOKEN: "", GITHUB_GRAPHQL_URL: "" } });
    expect([sync.code, sync.stderr]).toEqual([0, ""]);
    // The page reloads by itself.
    await page.locator("[data-static=github]").getByText("First words from here").waitFor();
    const face = page.locator("[data-static=github] img").first();
    const measure = async () => {
      await face.scrollIntoViewIfNeeded();
      return face.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
    };
    // The page may reload once more, when the picture's own file is seen.
    await expect.poll(measure, { timeout: 5000 }).toBe(64);
    await page.getByRole("button", { name: "Join the conversation" }).click();
    await page.getByText("The conversation is open.").waitFor();
    expect(new URL(await widget.locator("html").evaluate("location.href")).searchParams.get("number")).toBe("1");
  } finally {
    await context.close();
  }
  // While the emulator runs, too.
  const site = join(temporaryFolder(), "site");
  const build = await runScript("build", ["--blog", blog, "--output", site]);
  await server.stop();
  expect([build.code, build.stderr, elsewhere]).toEqual([0, "", []]);
  expect(existsSync(join(blog, "comments"))).toBe(false);
  expect(readFileSync(join(blog, ".emulator/.gitignore"), "utf8")).toBe("*\n");
  expect(existsSync(join(blog, ".emulator/address.json"))).toBe(false);
  for (const path of listFiles(site)) {
    const text = readFileSync(join(site, path), "latin1");
    expect([path, /127\.0\.0\.1|newcomer|First words from here|klatsch\/emulated|emulator/.exec(text)?.[0]]).toEqual([
      path,
      undefined,
    ]);
  }
  const orphaned = await runScript("sync", ["--blog", blog], { env: { GITHUB_TOKEN: "" } });
  expect([orphaned.code, orphaned.stderr]).toEqual([1, expect.stringContaining("giscus.json")]);
});

test("a blog with a repository has no emulator", async () => {
  const blog = temporaryFolder(enginePath("tests/sites/one-post"));
  const settings = { repo: "owner/name", repoId: "R_1", category: "Comments", categoryId: "DIC_1" };
  writeFileSync(join(blog, "_data/giscus.json"), JSON.stringify(settings));
  const server = await startServer(blog);
  const html = await (await fetch(`${server.origin}/posts/hello/`)).text();
  await server.stop();
  expect(html).toContain('data-host="https://giscus.app"');
  expect(existsSync(join(blog, ".emulator"))).toBe(false);
});
