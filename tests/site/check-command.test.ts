import { relative } from "node:path";
import { describe, expect, test } from "vitest";
import { toAnnotation } from "../../scripts/to-annotation.ts";
import { enginePath } from "../../src/eleventy/engine.ts";
import { runScript } from "../support/run-script.ts";
import { writeBlog } from "../support/sound-blog.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const head = (keys: string) => `---\ntitle: Tea\n${keys}---\n\n`;

function begin(files: Readonly<Record<string, string>>): string {
  const blog = temporaryFolder();
  writeBlog(blog, new Map(Object.entries(files)));
  return blog;
}

/** With places as from inside the blog folder. */
async function check(blog: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const place = `${relative(enginePath(), blog)}/`;
  const { code, stdout, stderr } = await runScript("check", ["--blog", blog, ...args], { env });
  return { code, stdout: stdout.replaceAll(place, ""), stderr: stderr.replaceAll(place, "") };
}

const site = (more = "") =>
  `export default {\n  url: "https://tea.example/blog/",\n  timezone: "Europe/Berlin",\n${more}};\n`;
const now = ["--now", "2026-06-01T12:00:00Z"];

describe("a check", () => {
  test("prints what it found in the form of all problems, what waits, and the sums", async () => {
    const blog = begin({
      "_data/site.ts": site(),
      "posts/a.md": `${head("date: 2026-01-05\n")}[Nowhere](/nowhere/)\n`,
      "posts/b.md": `${head("date: 2026-07-01 09:00\ntags: [x]\n")}Some words.\n`,
    });
    expect(await check(blog, now)).toEqual({
      code: 1,
      stderr:
        "posts/a.md:6:11: the link leads to no page (found /nowhere/). Correct the address, or publish the page.\n" +
        "posts/b.md:3:1: warning: the post waits until 2026-07-01 09:00 (Europe/Berlin). It appears with the first build after that.\n",
      stdout: "1 scheduled, next on 2026-07-01 09:00 (Europe/Berlin)\nChecked 2 posts and pages: 1 error, 1 warning\n",
    });
    expect(await check(blog, ["--now", "2026-07-02"], { TZ: "Pacific/Auckland" })).toMatchObject({
      stdout: "Checked 2 posts and pages: 1 error, 0 warnings\n",
    });
  });

  test("prints annotations for a pull request", async () => {
    const blog = begin({
      "_data/site.ts": site(),
      "posts/a.md": `${head("date: 2026-01-05\n")}[100%, or](/no:where,/)\n`,
      "posts/b.md": "",
    });
    expect(await check(blog, [...now, "--github"])).toEqual({
      code: 1,
      stderr: "",
      stdout:
        "::error file=posts/a.md,line=6,col=12,title=link-missing::the link leads to no page (found /no:where,/). Correct the address, or publish the page.\n" +
        "::error file=posts/b.md,line=1,col=1,title=file-empty::the file is empty. Write a post with `title:` and `date:` in it, or delete it.\n" +
        "Checked 2 posts and pages: 2 errors, 0 warnings\n",
    });
  });

  test("takes findings as the owner and the author say, and a build is silent about the same", async () => {
    const blog = begin({
      "_data/site.ts": site('  checks: { "image-alt": "off", "link-fragment": "error", "link-missing": "warning" },\n'),
      "posts/a.md": `${head("date: 2026-01-05\n")}![](https://far.example/a.png) [a](/nowhere/) [b](#nowhere)\n`,
      "posts/b.md": `${head("date: 2026-01-05\nslug: b\nid: b\nsilence: [image-remote, link-missing]\n")}![x](https://far.example/a.png) [a](/nowhere/)\n`,
    });
    const { code, stderr } = await check(blog, now);
    expect(stderr.split("\n").map((line) => line.replace(/(link|image) .*/, ""))).toEqual([
      "posts/a.md:6:5: warning: the ",
      "posts/a.md:6:36: warning: the ",
      "posts/a.md:6:51: ",
      "",
    ]);
    expect(code).toBe(1);
    const built = await runScript("build", ["--blog", blog, "--output", `${blog}/out`, "--quiet"]);
    expect(built.stderr).not.toMatch(/posts\/b\.md|has no text/);
    expect(built.stderr.match(/warning: /g)).toHaveLength(3);
    expect(built.code).toBe(0);
  });

  test("ends well when there are only warnings, and says so when there is nothing", async () => {
    const files = { "_data/site.ts": site(), "posts/a.md": `${head("date: 2026-01-05\n")}Some words.\n` };
    expect(await check(begin(files), now)).toEqual({
      code: 0,
      stderr: "",
      stdout: "Checked 1 post or page: nothing to mend\n",
    });
    const draft = begin({ ...files, "pages/b.md": `${head("draft: true\n")}Some words.\n` });
    expect(await check(draft, [...now, "--json"])).toMatchObject({ code: 0, stderr: "" });
  });

  test("has a page of help with an example", async () => {
    const { code, stdout, stderr } = await runScript("check", ["--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    for (const word of ["npm run check\n", "--json", "--github", "--fix", "--external", "--blog DIR", "--now ISO"]) {
      expect(stdout).toContain(word);
    }
  });
});

describe("an annotation", () => {
  const place = { id: "thread-link", severity: "warning", line: 3, column: 7 } as const;

  test("escapes what a workflow command would take for its own", () => {
    const problem = { ...place, file: "posts/a,b:c%.md", message: "100% of\r\nit: a, b", remedy: "Say `::error::`." };
    expect(toAnnotation(problem)).toBe(
      "::warning file=posts/a%2Cb%3Ac%25.md,line=3,col=7,title=thread-link::100%25 of%0D%0Ait: a, b. Say `::error::`.\n",
    );
  });
});
