import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { findBlogFolder } from "../../src/eleventy/blog-folder.ts";
import { checkSite } from "../../src/eleventy/check-site.ts";
import { createCache } from "../../src/files/cache.ts";
import { makeSoundBlog, soundNow, writeBlog, type BlogFiles } from "../support/sound-blog.ts";
import { runScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const sound = makeSoundBlog(40);

/** `site.ts:3 site-setting` for each finding in a blog of 40 posts with one change. */
async function check(change: (files: BlogFiles) => void): Promise<string[]> {
  const folder = temporaryFolder();
  const files = new Map(sound.files);
  change(files);
  writeBlog(folder, files);
  const { problems } = await checkSite({
    folder: findBlogFolder({ blog: folder }),
    now: DateTime.fromISO(soundNow),
    cache: createCache(undefined),
    importPage: (file) => import(file),
    onProgress: () => {},
  });
  return problems.map(({ file, line, id }) => `${file.split("/").at(-1)}:${line} ${id}`);
}

const edit = (path: string, found: string, text: string) => (files: BlogFiles) => {
  files.set(
    path,
    String(files.get(path)).replace(found, () => text),
  );
};
const site = (found: string, text: string) => edit("_data/site.ts", found, text);

describe("one mistake in the settings is one finding", () => {
  test.each([
    ["that cannot be parsed", site("pageSize: 20,", "pageSize: 20"), "site.ts:18 site"],
    ["that throw", site("export default", "throw new Error('no');\nexport default"), "site.ts:1 site"],
    ["that are no object", site("export default {", "export default [] && {} && null; const no = {"), "site.ts:1 site"],
    ["that are missing", (files: BlogFiles) => void files.delete("_data/site.ts"), "site.ts:1 site"],
    ["in the pattern of addresses", site("/:year/:month/:slug/", "/:year/:titel/"), "site.ts:7 site-setting"],
    ["in the time zone", site("Europe/Berlin", "Berlin"), "site.ts:6 site-setting"],
    ["in the address", site("https://notes.example/log/", "notes.example/log"), "site.ts:4 site-setting"],
    ["in the author", site('author: "ada"', "author: 5"), "site.ts:8 site-setting"],
    ["in the hosts of images", site('["pictures.example"]', "[5]"), "site.ts:16 site-setting"],
    ["in one link", site('url: "/archive/"', 'link: "/archive/"'), "site.ts:13 site-setting"],
  ])("%s", async (_, change, expected) => expect(await check(change)).toEqual([expected]));
});

test("settings that cannot be read make no post wait, and no summary of those that do", async () => {
  const folder = temporaryFolder();
  const files = new Map(sound.files);
  site("pageSize: 20,", "pageSize: 20")(files);
  files.set("posts/soon.md", "---\ntitle: Soon\ndate: 2026-11-23 12:30\n---\n\nSome words.\n");
  edit("pages/about.md", "## People", "[Soon](../posts/soon.md)\n\n## People")(files);
  writeBlog(folder, files);
  const { code, stdout, stderr } = await runScript("check", ["--blog", folder, "--now", soundNow, "--no-cache"]);
  expect(stderr.trimEnd().split("\n")).toEqual([expect.stringContaining("_data/site.ts:18:")]);
  expect([code, stdout]).toEqual([1, "Checked 44 posts and pages: 1 error, 0 warnings\n"]);
});

describe("one mistake in a register is one finding", () => {
  test.each([
    ["in the terms", edit("_data/terms.json", "{", "{{"), "terms.json:1 json"],
    [
      "in the terms' encoding",
      (files: BlogFiles) => void files.set("_data/terms.json", Buffer.from([0x7b, 0xe9])),
      "terms.json:1 file-encoding",
    ],
    ["in one term", edit("_data/terms.json", '"slug": "cpp"', '"slug": "C++"'), "terms.json:9 term-slug-invalid"],
    ["in the authors", edit("_data/authors.json", "}", "}}"), "authors.json:7 json"],
    [
      "in the old addresses",
      (files: BlogFiles) => {
        files.set("_data/redirects.json", '{ "/moved/": "/about/" ');
        edit("urls.txt", "/about/", "/about/\n/moved/")(files);
        edit("pages/about.md", "## People", "[Moved](/moved/)\n\n## People")(files);
      },
      "redirects.json:1 json",
    ],
    [
      "in one old address",
      (files: BlogFiles) => {
        files.set("_data/redirects.json", '{\n  "/moved/": "about" }');
        edit("urls.txt", "/about/", "/about/\n/moved/")(files);
        edit("pages/about.md", "## People", "[Moved](/moved/)\n\n## People")(files);
      },
      "redirects.json:2 redirect-value",
    ],
    ["in the set-up of comments", edit("_data/giscus.json", "{", ""), "giscus.json:2 json"],
    ["in the memory of addresses", edit("urls.txt", "/about/", "about/"), "urls.txt:35 url-line"],
  ])("%s", async (_, change, expected) => {
    const [finding, ...others] = await check(change);
    expect(others).toEqual([]);
    expect(finding?.replace(/urls\.txt:\d+/, "urls.txt:35")).toBe(expected);
  });
});

describe("a post that cannot be read", () => {
  const [first] = sound.posts;
  const path = first?.path ?? "";

  test("loses none of the addresses that it had, nor its thread, nor what links to it", async () => {
    const found = await Promise.all(
      sound.posts.slice(0, 12).map((post) => check((files) => void files.set(post.path, "---\ntitle: [\n---\n"))),
    );
    expect(found.map((lines) => lines.map((line) => line.split(" ")[1]))).toEqual(
      found.map(() => ["front-matter-yaml"]),
    );
  });

  test("is told together with all mistakes of the others", async () => {
    const lines = await check((files) => {
      files.set(path, "");
      edit("pages/about.md", "## People", "#### People\n\n[Nowhere](/nowhere/)")(files);
    });
    expect(lines).toEqual([
      "about.md:8 heading-skip",
      "about.md:10 link-missing",
      `${path.split("/").at(-1)}:1 file-empty`,
    ]);
  });
});

describe("code in a text that is not on the site", () => {
  const rust = "\n```rust\nfn main() {}\n```\n";

  test.each([
    ["a post with a mistake", "posts/late.md", "title: Late\ndate: 2026-02-30", "late.md:3 date-impossible"],
    ["a page that is a draft", "pages/later.md", "title: Later\ndraft: true", undefined],
  ])("is in a language that is known: %s", async (_, path, keys, expected) => {
    const found = await check((files) => void files.set(path, `---\n${keys}\n---\n\nSome words.\n${rust}`));
    expect(found.filter((line) => !line.endsWith("post-draft"))).toEqual(expected === undefined ? [] : [expected]);
  });
});
