import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { lastLine, runScript, type Run } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const now = ["--now", "2026-06-01T00:00:00Z"];
const build = (blog: string, output: string, ...more: readonly string[]) =>
  runScript("build", ["--blog", blog, "--output", output, ...now, ...more]);

describe("a blog with old addresses", () => {
  const folder = mkdtempSync(join(tmpdir(), "klatsch-old-"));
  const site = join(folder, "site");
  let run: Run;
  const read = (path: string) => readFileSync(join(site, path), "utf8");

  beforeAll(async () => {
    cpSync(enginePath("tests/sites/old-addresses"), folder, { recursive: true });
    run = await build(folder, site);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("is built without a word, and its pages are counted with those that lead on and feeds in their place", () => {
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const pages = listFiles(site).filter((path) => path.endsWith(".html"));
    expect(lastLine(run.stdout)).toMatch(new RegExp(`^Built 2 posts, ${pages.length} pages in `));
  });

  test.each([
    ["category/news/index.html", "/blog/categories/news/", "https://tea.example/blog/categories/news/"],
    ["hello/index.html", "/blog/about/", "https://tea.example/blog/about/"],
    ["café/index.html", "/blog/posts/%E3%81%8A%E8%8C%B6/", "https://tea.example/blog/posts/%E3%81%8A%E8%8C%B6/"],
    ["elsewhere/index.html", "https://elsewhere.example/tea/", "https://elsewhere.example/tea/"],
  ])("%s leads on at once, and search engines are told so", (path, href, canonical) => {
    expect(read(path)).toContain(`<meta http-equiv="refresh" content="0; url=${href}">`);
    expect(read(path)).toContain(`<link rel="canonical" href="${canonical}">`);
    expect(read(path)).toContain('<meta name="robots" content="noindex">');
  });

  test("has the title of the post that an old address leads to, in its language", () => {
    expect(read("café/index.html")).toMatch(/<html lang="ja".*<title>お茶/s);
  });

  test.each([
    ["feed/index.html", "feed.xml"],
    ["category/news/feed/index.html", "categories/news/feed.xml"],
    ["rss.xml", "feed.xml"],
    ["index.json", "feed.json"],
    ["wp-rss2.php", "feed.xml"],
    ["comments/feed/index.html", "comments/feed.xml"],
    ["2012/05/second-pot/feed/index.html", "posts/the-second-pot/comments.xml"],
  ])("gives the feed itself at %s", (path, feed) => expect(read(path)).toBe(read(feed)));

  test("leads on to a feed of JSON where a page would be expected", () => {
    expect(read("feed/json/index.html")).toContain('content="0; url=/blog/feed.json"');
  });

  test("writes rules for hosts that redirect by themselves", () => {
    expect(read("_redirects").split("\n")).toEqual(
      expect.arrayContaining([
        "/blog/category/news/ /blog/categories/news/ 301",
        "/blog/category/news /blog/categories/news/ 301",
        "/blog/feed /blog/feed.xml 301",
        "/blog/wp-rss2.php /blog/feed.xml 301",
      ]),
    );
    expect(read("netlify-redirects.txt")).toContain("/blog/ p=12 /blog/posts/the-second-pot/ 301!\n");
    expect(read("nginx-redirects.conf")).toContain('  "/blog/?12" "/blog/posts/the-second-pot/";\n');
  });

  test("has one map of addresses with a query, and the script on the home page and the page for what is not there", () => {
    expect(JSON.parse(read("assets/old-addresses-1-of-1.json"))).toEqual({
      "?p=12": "/blog/posts/the-second-pot/",
      "?p=13": "/blog/posts/%E3%81%8A%E8%8C%B6/",
      "?page_id=2": "/blog/about/",
      "?cat=3": "/blog/categories/news/",
      "?feed=rss2": "/blog/feed.xml",
      "?cat=3&feed=rss2": "/blog/categories/news/feed.xml",
      "/story.php?id=5": "/blog/posts/the-second-pot/",
      "?attachment_id=9": "/blog/about/#people",
    });
    const withScript = listFiles(site).filter((path) => path.endsWith(".html") && read(path).includes("old-address"));
    expect(withScript.toSorted()).toEqual(["404.html", "index.html"]);
  });

  test("keeps old addresses out of the sitemap, and remembers that they are answered", () => {
    expect(read("sitemap.xml")).not.toMatch(/category\/news|\/feed|elsewhere|hello/);
    const urls = readFileSync(join(folder, "urls.txt"), "utf8").split("\n");
    expect(urls).toEqual(expect.arrayContaining(["/feed/", "/category/news/", "/café/"]));
  });
});

const post = (title: string, more = "") => `---\ntitle: ${title}\ndate: 2026-01-05\n${more}---\n\nSome words.\n`;

test("a blog without such addresses has none of it", async () => {
  const blog = temporaryFolder(enginePath("tests/sites/one-post"));
  await build(blog, join(blog, "site"));
  const files = listFiles(join(blog, "site"));
  // What nginx's configuration includes must be there.
  expect(files.filter((path) => /old-address|redirects/.test(path))).toEqual(["nginx-redirects.conf"]);
  expect(readFileSync(join(blog, "site/index.html"), "utf8")).not.toContain("URLSearchParams");
});

test("an address that was published may become one that leads on", async () => {
  const blog = temporaryFolder(enginePath("tests/sites/one-post"));
  writeFileSync(join(blog, "posts/second.md"), post("Second"));
  expect((await build(blog, join(blog, "site"))).code).toBe(0);
  rmSync(join(blog, "posts/second.md"));
  expect((await build(blog, join(blog, "site"))).stderr).toContain("/posts/second/ was published and is gone");
  writeFileSync(join(blog, "_data/redirects.json"), '{ "/posts/second/": "/posts/hello/" }\n');
  expect(await build(blog, join(blog, "site"))).toMatchObject({ code: 0, stderr: "" });
  expect(readFileSync(join(blog, "site/posts/second/index.html"), "utf8")).toContain("url=/posts/hello/");
});

test("files of `public/` that are pages are counted as such", async () => {
  const blog = temporaryFolder(enginePath("tests/sites/one-post"));
  mkdirSync(join(blog, "public/old"), { recursive: true });
  writeFileSync(join(blog, "public/old/game.html"), "<!doctype html><title>A game</title>");
  const run = await build(blog, join(blog, "site"));
  const pages = listFiles(join(blog, "site")).filter((path) => path.endsWith(".html"));
  expect(lastLine(run.stdout)).toContain(`, ${pages.length} pages in `);
});

test("every mistake in old addresses is told, with its line and what to do", async () => {
  const blog = "tests/sites-invalid/old-addresses";
  const run = await runScript("check", ["--blog", blog, ...now], { cwd: enginePath() });
  const told = run.stderr.replaceAll(`${blog}/`, "").split("\n");
  const expected = readFileSync(enginePath(blog, "expected.txt"), "utf8").trimEnd().split("\n");
  expect(told.slice(0, expected.length)).toEqual(expected);
  expect(existsSync(enginePath(blog, "urls.txt"))).toBe(false);
});

test("a redirect whose target is not there yet stops no build", async () => {
  const blog = temporaryFolder(enginePath("tests/sites/one-post"));
  writeFileSync(join(blog, "_data/redirects.json"), '{ "/a/": "/tags/nobody/" }\n');
  const run = await build(blog, join(blog, "site"));
  expect(run.code).toBe(0);
  expect(run.stderr).toContain("warning: the redirect leads to nothing on this blog (found /tags/nobody/)");
});
