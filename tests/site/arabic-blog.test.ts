import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { validateAtom } from "../feeds/validate-atom.ts";
import { parseXml } from "../feeds/xml-tree.ts";
import { findDeadLinks } from "../support/dead-links.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { findIds, findLinks } from "../support/links.ts";
import { runScript, type Run } from "../support/run-script.ts";
import { serveFolder, type Served } from "../support/serve-folder.ts";
import { readPages, type SiteFile } from "../support/site-files.ts";
import { validateHtml } from "../support/validate-html.ts";

const folder = mkdtempSync(join(tmpdir(), "klatsch-arabic-"));
const site = join(folder, "site");
const read = (path: string) => readFileSync(join(site, path), "utf8");
const mint = "posts/النعناع-أولًا";
let run: Run;
let pages: readonly SiteFile[];
let browser: Browser;
let served: Served;

beforeAll(async () => {
  run = await runScript("build", ["--blog", enginePath("tests/sites/arabic"), "--output", site]);
  pages = readPages(site);
  [browser, served] = await Promise.all([launchBrowser(), serveFolder(site)]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), served?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** What a page says, without its tags. */
const textOf = (path: string): string =>
  read(path)
    .replace(/^.*<\/head>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe("a blog in Arabic", () => {
  test("is built without a word of complaint, and is valid", async () => {
    expect([run.code, run.stderr]).toEqual([0, ""]);
    const messages = await Promise.all(pages.map(({ path, text }) => validateHtml(path, text)));
    expect(messages.flat()).toEqual([]);
    expect(findDeadLinks(site)).toEqual([]);
  });

  test("runs from right to left on every page but that of a post in another language", () => {
    const others = pages.filter(({ text }) => !text.includes('<html lang="ar" dir="rtl">'));
    expect(others.map(({ path }) => path)).toEqual(["posts/english-tea/index.html"]);
    expect(read("posts/english-tea/index.html")).toMatch(/<header class="masthead" lang="ar" dir="rtl">/);
  });

  test("speaks Arabic wherever the engine says something", () => {
    expect(textOf("index.html")).toContain("الصفحة 1 من 2 مقالات أقدم");
    expect(textOf("archive/index.html")).toMatch(/الأرشيف 4 مقالات/);
    expect(textOf("tags/صبر/index.html")).toContain("3 مقالات");
    expect(textOf("404.html")).toContain("هذه الصفحة ليست على الطاولة");
    const post = textOf(`${mint}/index.html`);
    for (const words of [
      "بقلم سلمى الحداد وعمر ناصر",
      "5 يناير 2026",
      "الجزء 1 من 3",
      "نصيحة",
      "3 تعليقات",
      "المشاركة في النقاش",
    ]) {
      expect(post.replace(/\s+/g, " ").replace("و عمر", "وعمر")).toContain(words);
    }
    expect(post).toMatch(/الوسوم: نعناع ، صبر ، tea/);
  });

  test("leaves no English word in what a reader or listener meets, but for names", () => {
    const english = pages
      .filter(({ path }) => !path.includes("english-tea"))
      .flatMap(({ path, text }) => {
        const body = text.replace(/^.*<\/head>/s, "").replace(/<(article|pre|aside)\b.*?<\/\1>/gs, "");
        const labels = [...body.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label ?? "");
        const words = [...labels, body.replace(/<[^>]+>/g, " ")].join(" ").match(/[A-Za-z]{2,}/g) ?? [];
        return words
          .filter(
            (word) =>
              !/^(?:RSS|GitHub|Discussions|JavaScript|Tea|in|another|direction|tea|Tom|Mint|first|here|as|well|nbsp|gt|lt|amp|quot)$/.test(
                word,
              ),
          )
          .map((word) => `${path}: ${word}`);
      });
    expect(english).toEqual([]);
  });

  test("writes one kind of digits everywhere", () => {
    const offending = pages.filter(({ text }) => /[٠-٩۰-۹]/.test(text));
    expect(offending.map(({ path }) => path)).toEqual([]);
  });

  test("has folders in its own script, and addresses that every program understands", () => {
    const folders = [mint, "categories/المطبخ/الشاي", "tags/نعناع", "عن-الدفتر"];
    expect(folders.filter((path) => !existsSync(join(site, path, "index.html")))).toEqual([]);
    const raw = pages.flatMap(({ path, text }) =>
      findLinks(text).flatMap(({ target }) => (/^[^#]*[^\x20-\x7e]/.test(target) ? [`${path}: ${target}`] : [])),
    );
    expect(raw).toEqual([]);
    expect(read("sitemap.xml")).not.toMatch(/[\u0080-\uffff]/);
    expect(read("sitemap.xml")).toContain("<loc>https://chai.example/posts/%D8%A7%D9%84%D9%86%D8%B9%D9%86%D8%A7%D8%B9");
  });

  test("has anchors in its own script, to which the contents lead", () => {
    const html = read(`${mint}/index.html`);
    const ids = findIds(html);
    expect(ids).toEqual(expect.arrayContaining(["ما-الذي-تحتاج-إليه", "كيف-نحسب-الوقت", "ملاحظة-أخيرة"]));
    const contents = /<nav class="toc".*?<\/nav>/s.exec(html)?.[0] ?? "";
    const targets = findLinks(contents).map(({ target }) => decodeURIComponent(target.slice(1)));
    expect(targets).toEqual(["ما-الذي-تحتاج-إليه", "كيف-نحسب-الوقت", "ملاحظة-أخيرة"]);
  });

  test("has feeds that say their language, and the direction to readers that know no language", () => {
    const feeds = listFiles(site).filter((path) => path.endsWith("feed.xml"));
    expect(feeds.flatMap((path) => validateAtom(read(path)).map((message) => `${path}: ${message}`))).toEqual([]);
    const root = parseXml(read("feed.xml"));
    expect(root.attributes.get("xml:lang")).toBe("ar");
    const entries = root.children.filter(({ name }) => name === "entry");
    const child = (entry: (typeof entries)[number], name: string) =>
      entry.children.find((it) => it.name === name)?.text ?? "";
    expect(
      entries.map((entry) => [
        entry.attributes.get("xml:lang"),
        child(entry, "title"),
        child(entry, "content").slice(0, 15),
      ]),
    ).toEqual([
      ["en", "Tea, in another direction", "<p>This post ru"],
      [undefined, "جار على الباب", '<div dir="rtl">'],
      [undefined, "الإبريق المكسور", '<div dir="rtl">'],
      [undefined, "النعناع أولًا، ثم السكر", '<div dir="rtl">'],
    ]);
    const json = JSON.parse(read("feed.json")) as { language: string; items: { language: string }[] };
    expect([json.language, ...json.items.map(({ language }) => language)]).toEqual(["ar", "en", "ar", "ar", "ar"]);
  });
});

type Box = { readonly left: number; readonly right: number };

const boxOf = (page: Page, selector: string): Promise<Box> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, right } = element.getBoundingClientRect();
      return { left, right };
    });

async function open<T>(address: string, width: number, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
  try {
    const page = await context.newPage();
    await page.goto(served.origin + encodeURI(address), { waitUntil: "load" });
    return await look(page);
  } finally {
    await context.close();
  }
}

describe("in the browser", () => {
  const addresses = [
    "/",
    "/page/2/",
    "/archive/",
    "/categories/",
    `/${mint}/`,
    "/posts/english-tea/",
    "/authors/salma/",
    "/search/",
    "/404.html",
  ];

  test.each(addresses)("axe finds nothing on %s, and it never scrolls sideways", async (address) => {
    const found = await open(address, 1280, async (page) => {
      await page.addScriptTag({ content: axe.source });
      const violations = await page.evaluate(async () => {
        const scope = window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } };
        const result = await scope.axe.run();
        return result.violations.map(({ id }) => id);
      });
      const overflow: number[] = [];
      for (const width of [1280, 768, 390, 320]) {
        await page.setViewportSize({ width, height: 900 });
        const room = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return { scrollWidth, clientWidth };
        });
        overflow.push(room.scrollWidth - room.clientWidth);
      }
      return { violations, overflow };
    });
    expect(found).toEqual({ violations: [], overflow: [0, 0, 0, 0] });
  });

  test("a post is the mirror of one in English: what stands beside the text changes sides", async () => {
    await open(`/${mint}/`, 1280, async (page) => {
      const text = await boxOf(page, ".e-content > p");
      const [byline, contents, note] = await Promise.all([
        boxOf(page, ".byline"),
        boxOf(page, ".toc"),
        boxOf(page, ".footnotes li"),
      ]);
      expect(byline.left).toBeGreaterThanOrEqual(text.right);
      expect(contents.left).toBeGreaterThanOrEqual(text.right);
      expect(note.right).toBeLessThanOrEqual(text.left);
      const [name, links] = await Promise.all([boxOf(page, ".masthead .site-title"), boxOf(page, ".masthead nav")]);
      expect(name.left).toBeGreaterThan(links.right);
    });
  });

  test("replies hang on a line at their right, and an English comment runs its own way", async () => {
    await open(`/${mint}/`, 390, async (page) => {
      const [comment, reply] = await Promise.all([
        boxOf(page, "#discussioncomment-1"),
        boxOf(page, "#discussioncomment-2"),
      ]);
      expect(reply.right).toBeLessThan(comment.right);
      expect(Math.round(reply.left)).toBe(Math.round(comment.left));
      const line = await page.locator(".thread li > ol").evaluate((list) => {
        const { borderRightWidth, borderLeftWidth } = getComputedStyle(list);
        return [borderRightWidth, borderLeftWidth];
      });
      expect(line).toEqual(["1px", "0px"]);
      const directions = await page
        .locator(".comment .prose")
        .evaluateAll((bodies) => bodies.map((body) => getComputedStyle(body).direction));
      expect(directions).toEqual(["rtl", "rtl", "ltr"]);
    });
  });

  test("code keeps its own direction, and numbers of a table stand at its end", async () => {
    await open(`/${mint}/`, 1280, async (page) => {
      expect(await page.locator("pre code").evaluate((code) => getComputedStyle(code).direction)).toBe("ltr");
      const [table, cell] = await Promise.all([boxOf(page, "table"), boxOf(page, "td:last-child")]);
      expect(cell.left - table.left).toBeLessThan(2);
    });
  });

  test("the way to older posts leads to the left", async () => {
    await open("/", 1280, async (page) => {
      const [older, count] = await Promise.all([boxOf(page, ".pagination .older"), boxOf(page, ".pagination span")]);
      expect(older.right).toBeLessThan(count.left);
    });
    await open("/page/2/", 1280, async (page) => {
      const [newer, count] = await Promise.all([boxOf(page, ".pagination .newer"), boxOf(page, ".pagination span")]);
      expect(newer.left).toBeGreaterThan(count.right);
    });
  });

  test("emphasis is weight, because the script does not slant", async () => {
    await open(`/${mint}/`, 1280, async (page) => {
      const style = await page.locator(".prose em").evaluate((em) => {
        const { fontStyle, fontWeight } = getComputedStyle(em);
        return [fontStyle, fontWeight];
      });
      expect(style).toEqual(["normal", "600"]);
    });
  });
});
