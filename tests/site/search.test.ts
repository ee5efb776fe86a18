import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, inject, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { runScript } from "../support/run-script.ts";
import { hashFolder, readPages } from "../support/site-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const sample = inject("sampleSite");

type Fragment = { readonly url: string; readonly content: string };

function readFragments(site: string): Fragment[] {
  return listFiles(join(site, "pagefind/fragment")).map((path) => {
    const text = gunzipSync(readFileSync(join(site, "pagefind/fragment", path))).toString("utf8");
    return JSON.parse(text.slice("pagefind_dcd".length)) as Fragment;
  });
}

/** The blog of one post, with more settings and posts in other languages. */
function writeBlog({ settings = "", langs = [] as readonly string[] } = {}): { blog: string; site: string } {
  const folder = temporaryFolder();
  const blog = temporaryFolder(enginePath("tests/sites/one-post"));
  mkdirSync(join(blog, "_data"), { recursive: true });
  writeFileSync(join(blog, "_data/site.ts"), `export default { url: "https://tea.example/", ${settings} };\n`);
  for (const lang of langs) {
    writeFileSync(
      join(blog, `posts/in-${lang}.md`),
      `---\ntitle: In ${lang}\ndate: 2026-01-05\nlang: ${lang}\n---\n\nText.\n`,
    );
  }
  return { blog, site: join(folder, "site") };
}

const build = ({ blog, site }: { blog: string; site: string }, env = {}) =>
  runScript("build", ["--blog", blog, "--output", site, "--quiet", "--no-cache"], { env });

describe("the search of the sample blog", () => {
  test("knows every post and standing page, and no list, draft or redirect", () => {
    const pages = readPages(sample);
    const entries = pages
      .filter(({ text }) => text.includes("e-content"))
      .map(({ path }) => `/${path.replace(/index\.html$/, "")}`);
    const found = readFragments(sample).map(({ url }) => decodeURI(url));
    expect(found.toSorted()).toEqual(entries.toSorted());
    const everything = JSON.stringify(readFragments(sample));
    expect(everything).not.toMatch(/on-being-quiet-together|a-letter-to-whoever-edits-this-next/);
  });

  test("knows what was said, but not what was deleted or hidden", () => {
    const post = readFragments(sample).find(({ url }) => url === "/posts/carry-on-the-conversation/");
    expect(post?.content).toContain("you never asked who washed up");
  });

  test("is one page whatever is asked for, and loads its own script and style sheet, which no other page does", () => {
    const page = readFileSync(join(sample, "search/index.html"), "utf8");
    expect(page).toContain('<link rel="canonical" href="https://klatsch.example/search/">');
    expect(page).toContain('<meta name="description" content="Search this blog">');
    expect(readFileSync(join(sample, "sitemap.xml"), "utf8")).not.toContain("/search/");
    const own = /assets\/search\.\w+\.(?:js|css)/g;
    expect(page.match(own)).toHaveLength(2);
    const others = readPages(sample).filter(({ path }) => path !== "search/index.html");
    expect(others.filter(({ text }) => own.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test("carries none of Pagefind's own search boxes", () => {
    const names = listFiles(join(sample, "pagefind")).filter((path) => !/^(?:fragment|index)\//.test(path));
    expect(
      names.filter(
        (name) => !/^(?:facets\.json|pagefind-entry\.json|pagefind(?:-worker)?\.js|wasm\..*|.*\.pf_meta)$/.test(name),
      ),
    ).toEqual([]);
  });
});

describe("a blog with `search: false`", () => {
  test("has no page, no form, no key, no index and no byte of it", async () => {
    const off = writeBlog({ settings: "search: false" });
    const on = writeBlog();
    expect((await Promise.all([build(off), build(on)])).map(({ stderr }) => stderr)).toEqual(["", ""]);
    const isSearch = (path: string) => /^(?:search|pagefind)\/|^assets\/search\./.test(path);
    expect(listFiles(on.site).filter(isSearch).length).toBeGreaterThan(8);
    expect(listFiles(off.site).filter(isSearch)).toEqual([]);
    const trace = /role=.?"?search|pagefind|input\[name=q\]|::placeholder|\/search\//;
    const withTrace = (site: string) =>
      listFiles(site).filter(
        (path) => /\.(?:html|css|js|xml)$/.test(path) && trace.test(readFileSync(join(site, path), "utf8")),
      );
    expect(withTrace(on.site).length).toBeGreaterThan(8);
    expect(withTrace(off.site)).toEqual([]);
  });
});

describe("the build", () => {
  test("writes the same bytes each time, in however many languages", async () => {
    const first = writeBlog({ langs: ["ar", "de", "es", "fr", "nl"] });
    const second = { ...first, site: `${first.site}-2` };
    expect((await Promise.all([build(first), build(second)])).map(({ stderr }) => stderr)).toEqual(["", ""]);
    expect(hashFolder(second.site)).toBe(hashFolder(first.site));
  });

  test("says once that it made no index where Pagefind has no program, and publishes the rest", async () => {
    const blog = writeBlog();
    const { code, stderr } = await build(blog, { npm_config_arch: "abacus" });
    expect(code).toBe(0);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(/_data\/site\.ts:1:1: warning: the blog is published without its search index/);
    expect(listFiles(blog.site)).toContain("search/index.html");
  });

  test("indexes anew what has changed", async () => {
    const blog = writeBlog();
    await build(blog);
    appendFileSync(join(blog.blog, "posts/hello.md"), "\nA walrus.\n");
    await build(blog);
    expect(readFragments(blog.site).map(({ content }) => content)).toEqual([expect.stringContaining("walrus")]);
  });
});
