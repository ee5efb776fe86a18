import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixProblems } from "../../src/eleventy/fix-problems.ts";
import type { Problem } from "../../src/lib/problem.ts";
import { runScript } from "../support/run-script.ts";
import { hashFolder } from "../support/site-files.ts";
import { makeSoundBlog, soundNow, writeBlog } from "../support/sound-blog.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const check = (blog: string, ...more: readonly string[]) =>
  runScript("check", ["--blog", blog, "--now", soundNow, ...more]);

describe("after a change of the pattern of addresses", () => {
  test("every alias is written, and nothing else, so that check and build are clean", async () => {
    const blog = temporaryFolder();
    const { files, posts } = makeSoundBlog(80);
    const site = String(files.get("_data/site.ts")).replace("/:year/:month/:slug/", "/writing/:slug/");
    writeBlog(blog, files.set("_data/site.ts", site));

    const fixed = await check(blog, "--fix", "--json");
    expect(JSON.parse(fixed.stdout)).toEqual({ problems: [], errors: 0, warnings: 0 });
    expect(fixed.code).toBe(0);
    expect(fixed.stderr.trimEnd().split("\n")).toHaveLength(80);
    for (const { path, url } of posts) {
      const text = readFileSync(join(blog, path), "utf8");
      expect(fixed.stderr).toContain(`${path}: aliases: added ${url}\n`);
      // Without its line, or its item, the file is as it was, to the byte.
      const before = [`aliases: [${url}]\n`, `aliases: [${url}]\r\n`, `, ${url}`].map((added) =>
        text.replace(added, ""),
      );
      expect(before).toContain(files.get(path));
    }
    const clean = await check(blog);
    expect([clean.code, clean.stdout, clean.stderr]).toEqual([0, "Checked 83 posts and pages: nothing to mend\n", ""]);
    const output = join(blog, "out");
    const built = await runScript("build", ["--blog", blog, "--output", output, "--now", soundNow, "--quiet"]);
    expect([built.code, built.stderr]).toEqual([0, ""]);
    expect(readFileSync(join(output, posts[0]?.url ?? "", "index.html"), "utf8")).toContain("url=/log/writing/");
  });
});

const post = (keys: string, text = "Some words.") => `---\ntitle: Tea\ndate: 2026-01-05\n${keys}---\n\n${text}\n`;

describe("--fix", () => {
  const files = {
    "_data/site.ts": 'export default { url: "https://tea.example/" };\n',
    "posts/a.md": post("slug: a\nid: a\ntags: [JavaScript, tea] # two\nseries: Cups\n"),
    "posts/b.md": post('slug: B b\nid: b\ntags:\n  - "Javascript"\nseries: Cups\n'),
    "posts/c.md": post("slug: c\nid: c\ntags: JavaScript\nseries: cups\nauthor: ADA\n", "[Nowhere](/nowhere/)"),
    "posts/d.md": post("slug: d\nid: d\ntags: [&x tea, *x, Tea]\nauthor: Ada\n", "![](https://far.example/a.png)"),
    "posts/e.md": post("slug: e\nid: e\ntags: [TEA]\nauthor: Ada\nsilence: tag-case\nlayout: post\n"),
    "posts/g.md": post("slug: g\nid: g\ntags: [Javascript, TEA, JavaScript, Tea]\nauthor: Ada\n"),
    "posts/f.md": post("slug: f\nid: f\ntags: tea\nauthor: Ada\n"),
  };
  const begin = (): string => {
    const blog = temporaryFolder();
    writeBlog(blog, new Map(Object.entries(files)));
    return blog;
  };

  test("writes spellings and slugs, says what, and reports what remains", async () => {
    const blog = begin();
    const { code, stdout, stderr } = await check(blog, "--fix");
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.replace(/^.*\/posts/, "posts")),
    ).toEqual([
      "posts/b.md: slug: B b is b-b now",
      "posts/b.md: tags: Javascript is JavaScript now",
      "posts/c.md: series: cups is Cups now",
      "posts/c.md: author: ADA is Ada now",
      "posts/d.md: tags: Tea is tea now",
      "posts/g.md: tags: Javascript is JavaScript now",
      "posts/g.md: tags: TEA is tea now",
      "posts/g.md: tags: Tea is tea now",
      "Checked 7 posts and pages: 1 error, 3 warnings",
    ]);
    expect(readFileSync(join(blog, "posts/b.md"), "utf8")).toBe(
      files["posts/b.md"].replace("B b", "b-b").replace("Javascript", "JavaScript"),
    );
    expect(readFileSync(join(blog, "posts/d.md"), "utf8")).toContain("tags: [&x tea, *x]\n");
    expect(readFileSync(join(blog, "posts/g.md"), "utf8")).toContain("tags: [JavaScript, tea]\n");
    expect(readFileSync(join(blog, "posts/e.md"), "utf8")).toBe(files["posts/e.md"]);
    expect(stderr.match(/leads to no page|on another host|has no text|unknown key/g)).toHaveLength(4);
    expect(code).toBe(1);
  });

  test("is all that writes: a check changes nothing, and says what could be mended", async () => {
    const blog = begin();
    const before = hashFolder(blog);
    const { stdout } = await check(blog);
    expect(stdout).toMatch(/^Checked 7 posts and pages: 1 error, 11 warnings; `npm run check -- --fix` mends 8\n$/);
    expect(hashFolder(blog)).toBe(before);
    expect(JSON.parse((await check(blog, "--json")).stdout).problems[0]).not.toHaveProperty("fix");
  });

  test("leaves a file alone that says something else by now, or that cannot be edited safely", () => {
    const folder = temporaryFolder();
    const file = join(folder, "a.md");
    const problem = (found: string): Problem => ({
      id: "tag-case",
      severity: "warning",
      file,
      line: 4,
      column: 8,
      message: "",
      remedy: "",
      fix: { kind: "replace", path: ["tags", 0], found, value: "tea" },
    });
    for (const tags of ["tags: [milk]", "tags: [&t Tea]", "tags: >-\n  Tea"]) {
      writeFileSync(file, post(`${tags}\n`));
      const report = fixProblems([problem("Tea")]);
      expect(report.done).toEqual([]);
      expect(report.left).toEqual([expect.stringContaining(`${file}: left as it is, because`)]);
      expect(readFileSync(file, "utf8")).toBe(post(`${tags}\n`));
    }
  });
});

describe("arguments", () => {
  test.each([
    [["--json", "--github"], "--json and --github exclude each other. Try --help.\n"],
    [["--now", "soon"], "--now is not an ISO date (found soon). Try --help.\n"],
    [["--blog", "/no/such/folder"], "--blog names no folder (found /no/such/folder). Try --help.\n"],
    [["--fxi"], "Unknown option '--fxi'. Try --help.\n"],
  ])("that are wrong are answered in one line: %j", async (args, line) => {
    expect(await runScript("check", args)).toEqual({ code: 2, stdout: "", stderr: line });
  });
});
