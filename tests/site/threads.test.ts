import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { validateAtom } from "../feeds/validate-atom.ts";
import { findDeadLinks } from "../support/dead-links.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { runScript, type Run } from "../support/run-script.ts";
import { serveFolder, type Served } from "../support/serve-folder.ts";
import { hashFolder, readPages } from "../support/site-files.ts";
import { validateHtml } from "../support/validate-html.ts";

const blog = enginePath("tests/sites/conversation");
const folder = mkdtempSync(join(tmpdir(), "klatsch-threads-"));
const site = join(folder, "site");
const read = (path: string) => readFileSync(join(site, path), "utf8");
let run: Run;
let browser: Browser;
let served: Served;

beforeAll(async () => {
  run = await runScript("build", ["--blog", blog, "--output", site]);
  [browser, served] = await Promise.all([launchBrowser(), serveFolder(site, "/blog")]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), served?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

async function look<T>(address: string, at: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(`${served.origin}/blog${address}`);
    return await at(page);
  } finally {
    await context.close();
  }
}

describe("a blog with threads", () => {
  test("is built, with a warning for what does not fit", () => {
    const lines = run.stderr.trimEnd().split("\n");
    expect(lines).toEqual([
      "tests/sites/conversation/comments/orphan.json:1:1: warning: the thread belongs to no post (found orphan). Add `id: orphan` to the post that it belongs to, or remove the file.",
      expect.stringMatching(
        /comments\/tea\.json:\d+:\d+: warning: the picture is not in `comments\/` \(found avatars\/gone\.png\)\./,
      ),
    ]);
    expect(run.code).toBe(0);
  });

  test("is valid HTML without dead links", async () => {
    const pages = readPages(site);
    const messages = await Promise.all(pages.map(({ path, text }) => validateHtml(path, text)));
    expect(messages.flat()).toEqual([]);
    expect(findDeadLinks(site, "/blog")).toEqual([]);
  });

  test("has each id of a page once, headings making way for comments", () => {
    const ids = [...read("posts/tea/index.html").matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("discussioncomment-1");
  });

  test("carries nothing that a comment could do harm with", () => {
    const tea = read("posts/tea/index.html");
    expect(tea).not.toMatch(/alert\(1\)|onclick|javascript:/);
    expect(tea).toContain("First, and ");
  });

  test("publishes the pictures that it shows and no other", () => {
    expect(listFiles(site).filter((path) => path.startsWith("comments/"))).toEqual([
      "comments/avatars/ada.png",
      "comments/feed.xml",
      "comments/media/cup.png",
    ]);
    expect(read("posts/tea/index.html")).toContain(
      '<img src="/blog/comments/media/cup.png" alt="A cup" width="8" height="6"',
    );
  });

  test("shows what nobody may see nowhere", () => {
    const everything = listFiles(site)
      .filter((path) => /\.(?:html|xml|json)$/.test(path))
      .map(read)
      .join("\n");
    expect(everything).not.toContain("never shown");
  });
});

describe("the page of a post", () => {
  test("shows its thread without JavaScript, imported comments apart from those that can be live", async () => {
    await look("/posts/tea/", async (page) => {
      expect(await page.locator(".thread article.comment:visible").count()).toBe(6);
      expect(await page.locator('[data-static="github"] #comment-7').count()).toBe(0);
      expect(await page.locator('[data-static="github"] #discussioncomment-1').count()).toBe(1);
      expect(await page.locator(".conversation > .meta").first().innerText()).toBe("5 comments");
      expect(await page.locator("#discussioncomment-2 summary").innerText()).toBe("Hidden as off-topic");
      expect(await page.getByText("Buy socks.").isVisible()).toBe(false);
      expect(await page.locator("#discussioncomment-4").count()).toBe(0);
      expect(await page.locator("#discussioncomment-5").innerText()).toBe("This comment was deleted.");
      expect(await page.locator("#discussioncomment-1 .chips li").allTextContents()).toEqual([
        "↑ 11 upvote",
        "👍 2Thumbs up: 2",
      ]);
      expect(await page.getByRole("region", { name: "Mentioned elsewhere" }).innerText()).toContain("About tea <b>");
    });
  });

  test("can be joined by its discussion's number", () => {
    expect(read("posts/tea/index.html")).toContain('data-number="41"');
    expect(read("posts/tea/index.html")).toContain('href="https://github.com/owner/name/discussions/41"');
    expect(read("posts/fresh/index.html")).not.toContain("data-number");
  });

  test.each([
    ["closed", "This conversation is closed."],
    ["locked", "This conversation is locked"],
  ])("that is %s says so and has nothing to press", (name, words) => {
    const page = read(`posts/${name}/index.html`);
    expect(page).toContain(words);
    expect(page).toContain('id="discussioncomment-1"');
    expect(page).not.toContain("data-join");
  });

  test("whose author wants no comments leaves no trace of them", () => {
    const page = read("posts/silent/index.html");
    expect(page).not.toMatch(/id="comments"|comments\.xml|commentCount/);
    expect(existsSync(join(site, "posts/silent/comments.xml"))).toBe(false);
  });

  test("folds all but the newest fifty, which a link to one of them opens", async () => {
    const anchors = [...read("posts/long/index.html").matchAll(/<article class="comment[^>]* id="/g)];
    expect(anchors).toHaveLength(70);
    await look("/posts/long/", async (page) => {
      expect(await page.locator(".earlier > summary").innerText()).toBe("20 earlier comments");
      expect(await page.locator("#discussioncomment-1019").isVisible()).toBe(false);
      expect(await page.locator("#discussioncomment-1020").isVisible()).toBe(true);
      await page.emulateMedia({ media: "print" });
      expect(
        await page
          .locator("#discussioncomment-1019 .prose")
          .evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true })),
      ).toBe(true);
    });
    await look("/posts/long/#discussioncomment-1003", async (page) => {
      expect(await page.locator("#discussioncomment-1003").isVisible()).toBe(true);
      expect(
        await page.locator("#discussioncomment-1003").evaluate((element) => element.getBoundingClientRect().top),
      ).toBeLessThan(720);
    });
  });

  test("tells machines how much was said, and what", () => {
    const [, json = "{}"] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read("posts/long/index.html")) ?? [];
    const [posting] = JSON.parse(json)["@graph"];
    expect(posting).toMatchObject({ commentCount: 70, interactionStatistic: { userInteractionCount: 70 } });
    expect(posting.comment).toHaveLength(20);
    expect(posting.comment[0]).toMatchObject({
      "@type": "Comment",
      url: "https://talk.example/blog/posts/long/#discussioncomment-1000",
      text: "Text of L0.",
      author: { name: "Author of L0" },
    });
  });
});

describe("the budget of a page", () => {
  test("holds with a long thread on it, whose own HTML is not counted", () => {
    const page = read("posts/long/index.html");
    const around = page.replace(/<div class="thread">.*(?=<p class="join">)/s, "");
    expect(around.length).toBeLessThan(page.length / 2);
    const styles = listFiles(site).find((path) => /^assets\/main\..*\.css$/.test(path)) ?? "";
    const bytes = [around, read(styles)].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
    expect(bytes).toBeLessThanOrEqual(14 * 1024);
  });
});

describe("lists", () => {
  test.each(["index.html", "archive/index.html", "categories/uncategorized/index.html", "404.html"])(
    "count in %s",
    (path) => {
      const html = read(path);
      expect(html).toContain('<a class="said" href="/blog/posts/tea/#comments">5 comments</a>');
      expect(html).toContain('<a class="said" href="/blog/posts/closed/#comments">1 comment</a>');
      expect(html).not.toMatch(/posts\/(?:fresh|silent)\/#comments/);
    },
  );

  test("of the home page have the latest voices beside them", async () => {
    await look("/", async (page) => {
      const voices = page.getByRole("region", { name: "Recent conversation" });
      expect(await voices.locator("li").count()).toBe(5);
      expect(await voices.locator("li a").first().getAttribute("href")).toBe(
        "/blog/posts/long/#discussioncomment-1059",
      );
    });
  });
});

describe("comment feeds", () => {
  const feeds = () => listFiles(site).filter((path) => path.endsWith(".xml") && path !== "sitemap.xml");

  test("are valid Atom", () => {
    expect(feeds().flatMap((path) => validateAtom(read(path)).map((message) => `${path}: ${message}`))).toEqual([]);
    expect(feeds()).toEqual(
      expect.arrayContaining([
        "comments/feed.xml",
        "posts/tea/comments.xml",
        "posts/fresh/comments.xml",
        "guests/comments.xml",
      ]),
    );
  });

  test("say what a comment answers, under ids that never change", () => {
    const feed = read("posts/tea/comments.xml");
    expect(feed).toContain("<id>tag:talk.example,2026:blog/comments/tea/DC_1</id>");
    expect(feed).toContain(
      '<thr:in-reply-to ref="tag:talk.example,2026:blog/posts/tea" href="https://talk.example/blog/posts/tea/" type="text/html"/>',
    );
    expect(feed).toContain(
      '<thr:in-reply-to ref="tag:talk.example,2026:blog/comments/tea/wordpress-7" href="https://talk.example/blog/posts/tea/#comment-7" type="text/html"/>',
    );
    expect(feed).toContain("https://talk.example/blog/comments/media/cup.png");
    expect(feed).toContain("<updated>2026-02-01T11:00:00Z</updated>");
    expect(feed.match(/<entry/g)).toHaveLength(5);
  });

  test("are named by the post feed and the page's head", () => {
    expect(read("feed.xml")).toContain(
      '<link rel="replies" type="application/atom+xml" href="https://talk.example/blog/posts/tea/comments.xml" thr:count="5" thr:updated="2026-02-06T10:00:00Z"/>',
    );
    expect(read("feed.xml")).not.toContain("posts/silent/comments.xml");
    expect(read("posts/tea/index.html")).toContain(
      '<link rel="alternate" type="application/atom+xml" title="Comments: Tea" href="https://talk.example/blog/posts/tea/comments.xml">',
    );
  });
});

describe("threads", () => {
  const build = (name: string, ...args: readonly string[]) =>
    runScript("build", ["--posts", join(blog, "posts"), "--output", join(folder, name), "--quiet", ...args]);
  const tea = (name: string) => readFileSync(join(folder, name, "posts/tea/index.html"), "utf8");

  test("named by --comments are shown beside --posts, which alone has none", async () => {
    await build("alone");
    await build("with", "--comments", join(blog, "comments"));
    await build("again", "--comments", join(blog, "comments"));
    expect(tea("alone")).not.toContain('class="thread"');
    expect(tea("with")).toContain('<article class="comment h-cite" id="discussioncomment-1">');
    expect(hashFolder(join(folder, "with"))).toBe(hashFolder(join(folder, "again")));
  });

  test("have their feed below a page that ends in .html", async () => {
    const copy = join(folder, "html-blog");
    cpSync(blog, copy, { recursive: true });
    rmSync(join(copy, "urls.txt"), { force: true });
    const settings = readFileSync(join(copy, "_data/site.ts"), "utf8");
    writeFileSync(join(copy, "_data/site.ts"), settings.replace("{", '{ permalink: "/:year/:slug.html",'));
    await runScript("build", ["--blog", copy, "--output", join(folder, "html"), "--quiet"]);
    const files = listFiles(join(folder, "html"));
    expect(files).toContain("2026/tea.html");
    expect(files).toContain("2026/tea/comments.xml");
  });
});
