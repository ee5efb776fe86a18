import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readRequest } from "../../scripts/import-request.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { copySampleBlog } from "../support/copy-sample-blog.ts";
import { readBytes, snapshot } from "../support/folder-snapshot.ts";
import { lastLine, runScript, startScript, type Run } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const importBlog = (...args: readonly string[]): Promise<Run> => runScript("import", args);

/** A small site of Jekyll. */
function writeSite(posts: number): string {
  const site = temporaryFolder();
  mkdirSync(join(site, "_posts"));
  writeFileSync(
    join(site, "_config.yml"),
    'title: Tea\nurl: "https://tea.example"\ntimezone: Europe/Berlin\npermalink: /:year/:month/:title/\n',
  );
  for (let index = 0; index < posts; index += 1) {
    const text = `---\ntitle: "Post ${index}: on tea"\ntags: [tea]\n---\n\nText ${index}.\n\n{% mystery ${index} %}\n`;
    writeFileSync(join(site, `_posts/2012-05-01-post-${index}.md`), text);
  }
  return site;
}

describe("the command line", () => {
  const none = { "no-download": false, "dry-run": false, json: false };

  test.each<[readonly string[], Readonly<Record<string, string>>, string]>([
    [[], {}, "import needs wordpress FILE… or markdown DIR (found nothing)"],
    [["drupal", "x"], {}, "import needs wordpress FILE… or markdown DIR (found drupal)"],
    [["wordpress"], {}, "wordpress needs the files of the export"],
    [["wordpress", "no-such-file.xml"], {}, "there is no no-such-file.xml"],
    [["markdown"], {}, "markdown needs one folder"],
    [["markdown", "docs", "posts"], {}, "markdown needs one folder"],
    [["markdown", "package.json"], {}, "package.json is no folder"],
    [["wordpress", "package.json"], { permalink: "/x/" }, "--permalink is for markdown alone"],
    [["markdown", "docs"], { generator: "drupal" }, "--generator is none of jekyll, hexo, hugo, eleventy, zola"],
    [["markdown", "docs"], { timezone: "Mars/Olympus" }, "--timezone is none (found Mars/Olympus)"],
    [["markdown", "docs"], { url: "tea" }, "--url is not a web address (found tea)"],
  ])("%j with %j is wrong usage", (words, values, sentence) => {
    expect(() => readRequest(words, { ...none, ...values })).toThrow(sentence);
  });

  test.each<[readonly string[], string]>([
    [["drupal", "x"], "import needs wordpress FILE… or markdown DIR (found drupal)"],
    [["markdown", "docs", "--into", "package.json"], "--into names no folder (found package.json)"],
    [["wordpress", "package.json", "--uploads", "nowhere"], "--uploads names no folder (found nowhere)"],
    [["markdown", "docs", "--nonsense"], "--nonsense"],
  ])("%j is answered in one line, exit 2", async (args, sentence) => {
    const run = await importBlog(...args);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(sentence);
    expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test("--help shows an example", async () => {
    const run = await importBlog("--help");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("npm run import -- wordpress export.xml");
  });
});

test("what is no export is one sentence and exit 1, and not even the folder is made", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "export.xml"), "<!DOCTYPE html><html><title>Log In</title></html>");
  const run = await importBlog("wordpress", join(folder, "export.xml"), "--into", join(folder, "blog"));
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(existsSync(join(folder, "blog"))).toBe(false);
});

describe("an import", () => {
  test("makes a blog that builds, says so in one line, and does nothing the second time", async () => {
    const [site, folder] = [writeSite(3), temporaryFolder()];
    const into = join(folder, "blog");
    const run = await importBlog("markdown", site, "--into", into);
    expect(run).toEqual({
      code: 0,
      stderr: "",
      stdout: `Imported 3 posts, 0 pages, 0 comments, 0 files into ${into}; report: ${into}/import-report.md\n`,
    });
    const before = snapshot(into);
    expect(await importBlog("markdown", site, "--into", into)).toEqual(run);
    expect(snapshot(into)).toEqual(before);
    const build = await runScript("build", ["--blog", into, "--output", join(folder, "out"), "--quiet"]);
    expect(build.code).toBe(0);
    expect(lastLine(build.stdout)).toMatch(/^Built 3 posts/);
    expect(existsSync(join(folder, "out/2012/05/post-1/index.html"))).toBe(true);
  });

  test("tried out, prints the report and writes nothing; with --json the JSON and nothing else", async () => {
    const [site, folder] = [writeSite(2), temporaryFolder()];
    const into = join(folder, "blog");
    const dry = await importBlog("markdown", site, "--into", into, "--dry-run");
    const json = await importBlog("markdown", site, "--into", into, "--dry-run", "--json");
    expect(existsSync(into)).toBe(false);
    const real = await importBlog("markdown", site, "--into", into, "--json");
    expect([dry.code, json.code, real.code]).toEqual([0, 0, 0]);
    expect([dry.stderr, json.stderr, real.stderr]).toEqual(["", "", ""]);
    expect(dry.stdout).toBe(readFileSync(join(into, "import-report.md"), "utf8"));
    expect(json.stdout).toBe(readFileSync(join(into, "import-report.json"), "utf8"));
    expect(real.stdout).toBe(json.stdout);
    expect(JSON.parse(real.stdout)).toMatchObject({ counts: { items: { "post publish": { in: 2, written: 2 } } } });
  });

  test("into the sample blog replaces its settings, keeps its posts and says how they go", async () => {
    const [site, blog] = [writeSite(2), temporaryFolder()];
    copySampleBlog(blog);
    cpSync("_data/site.ts", join(blog, "_data/site.ts"));
    const run = await importBlog("markdown", site, "--into", blog);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("The sample blog is still there: ");
    expect(run.stderr).toContain(`\`npm run init -- --remove-samples --blog ${blog}\` removes it.`);
    expect(readFileSync(join(blog, "_data/site.ts"), "utf8")).toContain('"Tea"');
    expect(existsSync(join(blog, "_data/_site.imported.ts"))).toBe(false);
    expect(existsSync(join(blog, "posts/the-kitchen-door.md"))).toBe(true);
  });

  test("keeps settings of the owner's, and puts the new ones beside them", async () => {
    const [site, blog] = [writeSite(1), temporaryFolder()];
    mkdirSync(join(blog, "_data"));
    writeFileSync(join(blog, "_data/site.ts"), 'export default { title: "Mine" };\n');
    expect(await importBlog("markdown", site, "--into", blog)).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(blog, "_data/site.ts"), "utf8")).toBe('export default { title: "Mine" };\n');
    expect(readFileSync(join(blog, "_data/_site.imported.ts"), "utf8")).toContain('"Tea"');
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "ends on %s between two files, and goes on when it is run again",
    async (signal, code) => {
      const [site, folder] = [writeSite(1500), temporaryFolder()];
      const [into, fresh] = [join(folder, "blog"), join(folder, "fresh")];
      const child = startScript("import", ["markdown", site, "--into", into]);
      let stderr = "";
      child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
      const closed = new Promise((resolve) => child.on("close", resolve));
      while (child.exitCode === null && !existsSync(join(into, "posts"))) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      child.kill(signal);
      expect(await closed).toBe(code);
      expect(stderr).toBe("Stopped between two files. The same command goes on from here.\n");
      expect(listFiles(into).filter((path) => /tmp$|lock$/.test(path))).toEqual([]);
      expect(await importBlog("markdown", site, "--into", into)).toMatchObject({ code: 0, stderr: "" });
      await importBlog("markdown", site, "--into", fresh);
      expect(readBytes(into)).toEqual(readBytes(fresh));
      rmSync(folder, { recursive: true });
    },
    60_000,
  );
});
