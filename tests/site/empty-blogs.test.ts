import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { validateAtom } from "../feeds/validate-atom.ts";
import { findDeadLinks } from "../support/dead-links.ts";
import { lastLine, runScript } from "../support/run-script.ts";
import { readPages } from "../support/site-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { validateHtml } from "../support/validate-html.ts";

const settings = 'export default { title: "Small", url: "https://small.example/blog/" };\n';

async function build(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const output = join(folder, "site");
  const run = await runScript("build", ["--blog", folder, "--output", output]);
  return { run, output };
}

describe("a blog without a single post", () => {
  test("is a whole, valid site that says so", async () => {
    const { run, output } = await build({ "_data/site.ts": settings });
    expect(run.stderr).toBe("");
    expect(lastLine(run.stdout)).toMatch(/^Built 0 posts, \d+ pages in/);
    expect(findDeadLinks(output, "/blog")).toEqual([]);
    expect(validateAtom(readFileSync(join(output, "feed.xml"), "utf8"))).toEqual([]);
    const messages = await Promise.all(readPages(output).map(({ path, text }) => validateHtml(path, text)));
    expect(messages.flat()).toEqual([]);
  });
});

describe("a blog folder", () => {
  test("needs its settings", async () => {
    const { run } = await build({ "posts/a.md": "---\ntitle: A\ndate: 2026-01-01\n---\n" });
    expect(run.stderr).toMatch(/_data\/site\.ts:1:1: the settings are missing\. /);
    expect(run.code).toBe(1);
  });

  test("may have two pages of one address only by mistake", async () => {
    const { run } = await build({
      "_data/site.ts": settings,
      "pages/tags.md": "---\ntitle: Tags of mine\n---\n\nWords.\n",
      "posts/a.md": "---\ntitle: A\ndate: 2026-01-01\ntags: [x]\n---\n\nWords.\n",
    });
    expect(run.stderr).toMatch(/pages\/tags\.md:1:1: the address \/tags\/ is taken/);
    expect(run.code).toBe(1);
  });

  test("builds with a base path, nested pages and images in folders", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3" viewBox="0 0 4 3"/>';
    const { run, output } = await build({
      "_data/site.ts": settings,
      "pages/a/b.md": "---\ntitle: Nested\n---\n\n[The post](../../posts/tea/index.md) and ![A cup](/cup.svg)\n",
      "posts/tea/index.md": '---\ntitle: Tea\ndate: 2026-01-01\nimage: ./pot.svg\n---\n\n![A pot](pot.svg "The pot")\n',
      "posts/tea/pot.svg": svg,
      "public/cup.svg": svg,
    });
    expect(run.stderr).toBe("");
    expect(findDeadLinks(output, "/blog")).toEqual([]);
    const page = readFileSync(join(output, "a/b/index.html"), "utf8");
    expect(page).toContain('href="/blog/posts/tea/"');
    expect(page).toContain('src="/blog/cup.svg"');
    const post = readFileSync(join(output, "posts/tea/index.html"), "utf8");
    expect(post).toMatch(/<img src="\/blog\/media\/posts\/tea\/pot\.svg"[^>]* width="4" height="3"/);
    const home = readFileSync(join(output, "index.html"), "utf8");
    expect(home).toContain('<img class="u-photo" src="/blog/media/posts/tea/pot.svg"');
  });
});
