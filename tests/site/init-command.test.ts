import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { toContentHash } from "../../src/release/file-content.ts";
import { runScript, type Run } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const isSample = (path: string) =>
  path === "giscus.json" ||
  (/^(?:posts|comments|pages|_data|public)\//.test(path) && !/\.11ty\.tsx?$|^_data\/giscus\.json$/.test(path));
const folders = ["posts", "comments", "pages", "_data", "public"];
const samples = [
  ...folders.flatMap((folder) => listFiles(enginePath(folder)).map((path) => `${folder}/${path}`)),
  "giscus.json",
]
  .filter(isSample)
  .toSorted();

test("scripts/sample-files.json knows the sample blog as it is (`npx vitest run tests/site/init-command.test.ts -u` brings it up to date)", async () => {
  const hashes = Object.fromEntries(samples.map((path) => [path, toContentHash(readFileSync(enginePath(path)))]));
  await expect(`${JSON.stringify(hashes, undefined, 2)}\n`).toMatchFileSnapshot(
    enginePath("scripts/sample-files.json"),
  );
});

/** The sample blog in a folder of its own, as a clone has it. */
function cloneSample(): string {
  const blog = temporaryFolder();
  for (const path of samples) cpSync(enginePath(path), join(blog, path));
  cpSync(enginePath("_includes/styles/theme.css"), join(blog, "_includes/styles/theme.css"));
  writeFileSync(join(blog, "urls.txt"), "/posts/two-chairs/\n");
  return blog;
}

const said = ["--title", 'Ann\'s "notes"', "--author", "Ann", "--url", "https://ann.example/blog", "--no-setup"];
const init = (blog: string, ...args: readonly string[]): Promise<Run> => runScript("init", ["--blog", blog, ...args]);

describe("npm run init", () => {
  test("writes the settings, sets the colours and removes the sample blog, so that an empty blog builds", async () => {
    const blog = cloneSample();
    const run = await init(blog, ...said, "--timezone", "Asia/Tokyo", "--palette", "harbour", "--remove-samples");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("Wrote _data/site.ts, _includes/styles/theme.css, giscus.json.\n");
    const settings = readFileSync(join(blog, "_data/site.ts"), "utf8");
    expect(settings).toContain(
      'title: "Ann\'s \\"notes\\"",\n  url: "https://ann.example/blog",\n  language: "en",\n  timezone: "Asia/Tokyo",',
    );
    expect(readFileSync(join(blog, "_includes/styles/theme.css"), "utf8")).toContain(
      "--paper: light-dark(#f6f8f9, #10171c); /* The page. */",
    );
    expect(JSON.parse(readFileSync(join(blog, "giscus.json"), "utf8"))).toMatchObject({
      origins: ["https://ann.example"],
    });
    expect(listFiles(blog).toSorted()).toEqual(["_data/site.ts", "_includes/styles/theme.css", "giscus.json"]);
    const build = await runScript("build", ["--blog", blog, "--output", join(blog, "out"), "--quiet"]);
    expect(build).toMatchObject({ code: 0, stderr: "" });
  });

  test("keeps the samples unless it is told, and whatever was edited", async () => {
    const blog = cloneSample();
    await init(blog, ...said);
    expect(existsSync(join(blog, "posts/two-chairs/index.md"))).toBe(true);
    const again = cloneSample();
    writeFileSync(join(again, "posts/two-chairs/index.md"), "---\ntitle: Mine\ndate: 2026-01-05\n---\n\nMy own.\n");
    writeFileSync(join(again, "posts/my-own.md"), "---\ntitle: Own\ndate: 2026-01-05\n---\n\nMy own.\n");
    const run = await init(again, ...said, "--remove-samples");
    expect(run.stdout).toContain("Kept, because they differ from the sample's: posts/two-chairs/index.md.\n");
    expect(listFiles(join(again, "posts"))).toEqual(["my-own.md", "two-chairs/index.md"]);
  });

  test("refuses where the settings, or the colours, are the owner's already", async () => {
    const blog = cloneSample();
    await init(blog, ...said);
    const settings = readFileSync(join(blog, "_data/site.ts"), "utf8");
    const second = await init(blog, ...said, "--title", "Other");
    expect(second).toMatchObject({ code: 1, stdout: "" });
    expect(second.stderr).toBe(
      "_data/site.ts is yours already: it differs from the sample's. Edit it, or remove it and run this again.\n",
    );
    expect(readFileSync(join(blog, "_data/site.ts"), "utf8")).toBe(settings);

    const painted = cloneSample();
    const theme = join(painted, "_includes/styles/theme.css");
    writeFileSync(theme, readFileSync(theme, "utf8").replace("#fbf7f0", "#ffffff"));
    const refused = await init(painted, ...said, "--palette", "harbour");
    expect(refused.stderr).toContain("theme.css has colours of your own");
    expect(readFileSync(join(painted, "_data/site.ts"), "utf8")).toContain("The Long Table");
  });

  test.each([
    [["--title", "T"], "--author is missing. Try --help.\n"],
    [
      [...said, "--palette", "pink"],
      "--palette is none of coffee, graphite, harbour, lavender, orchard (found pink). Try --help.\n",
    ],
    [
      [...said, "--url", "leaf.example"],
      "--url must be a web address such as https://example.org/blog/ (found leaf.example). Try --help.\n",
    ],
    [
      [...said, "--timezone", "Mars/Olympus"],
      "--timezone must be a time zone such as Europe/Berlin or UTC (found Mars/Olympus). Try --help.\n",
    ],
    [
      ["--language", "English"],
      "--language must be a language code such as en or pt-BR (found English). Try --help.\n",
    ],
    [
      [...said, "--repository", "tea"],
      "--repository must be a repository on GitHub, owner/name (found tea). Try --help.\n",
    ],
    [[...said, "--title", " "], "--title cannot be left empty. Try --help.\n"],
    [["--titel", "T"], "Unknown option '--titel'. Try --help.\n"],
  ])("answers %j in one line, and writes nothing", async (args, message) => {
    const blog = cloneSample();
    const run = await init(blog, ...args);
    expect(run.code).toBe(2);
    expect(run.stderr.split("\n").at(-2)).toContain(message.trim());
    expect(readFileSync(join(blog, "_data/site.ts"), "utf8")).toContain("The Long Table");
  });

  describe("asks", () => {
    let blog = "";
    let run: Run;

    beforeAll(async () => {
      blog = enginePath(".cache", `init-test-${process.pid}`);
      for (const path of samples) cpSync(enginePath(path), join(blog, path));
      execFileSync("git", ["init", "-q"], { cwd: blog });
      execFileSync("git", ["remote", "add", "origin", "git@github.com:ann/tea-notes.git"], { cwd: blog });
      const input = "Tea notes\nTea, and what goes with it.\nAnn\n\nde\nEurope/Berlin\n\norchard\ny\n";
      run = await runScript("init", ["--blog", blog, "--no-setup"], { input });
      return () => rmSync(blog, { recursive: true, force: true });
    });

    test("what was not said, with guesses from the clone", () => {
      expect(run.code).toBe(0);
      expect(run.stderr).toContain("Address of the blog [https://ann.github.io/tea-notes/]: ");
      const settings = readFileSync(join(blog, "_data/site.ts"), "utf8");
      expect(settings).toContain('url: "https://ann.github.io/tea-notes/",\n  language: "de",');
      expect(settings).toContain('repository: "ann/tea-notes"');
    });

    test("before it removes anything", () => {
      expect(run.stderr).toMatch(/Remove the sample blog \(\d+ files\)\? y\/N: /);
      expect(listFiles(join(blog, "posts"))).toEqual([]);
    });
  });
});
