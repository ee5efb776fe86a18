import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { recoverOutputFolder } from "../../src/files/output-folder.ts";
import { lastLine, runScript, startScript } from "../support/run-script.ts";
import { hashFolder } from "../support/site-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const post = (title: string, date = "2026-01-05") => `---\ntitle: ${title}\ndate: ${date}\n---\n\nSome words.\n`;

function writePosts(posts: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(posts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe("npm run build", () => {
  test("says in its last line what it built", async () => {
    const posts = writePosts({ "a.md": post("One"), "b.md": post("Two") });
    const run = await runScript("build", ["--posts", posts, "--output", join(posts, "out"), "--quiet"]);
    expect(run.stderr).toBe("");
    expect(run.stdout).toMatch(/^Built 2 posts, \d+ pages in \d+\.\d s\n$/);
    expect(run.code).toBe(0);
  });

  test("counts the HTML files that it writes", async () => {
    const posts = writePosts({ "a.md": post("One").replace("date:", "aliases: [/old/]\ndate:") });
    const output = join(posts, "out");
    const run = await runScript("build", ["--posts", posts, "--output", output]);
    const html = readdirSync(output, { recursive: true }).filter((path) => String(path).endsWith(".html"));
    expect(lastLine(run.stdout)).toContain(`Built 1 posts, ${html.length} pages in`);
    expect(existsSync(join(output, "old/index.html"))).toBe(true);
  });

  test("makes the same bytes of the same blog, whatever the zone of the machine and the time", async () => {
    const folder = temporaryFolder();
    const zones = ["America/Los_Angeles", "Pacific/Kiritimati"];
    for (const zone of zones) {
      const run = await runScript("build", ["--output", join(folder, zone), "--quiet"], { env: { TZ: zone } });
      expect(run.code).toBe(0);
    }
    const [first, second] = zones.map((zone) => hashFolder(join(folder, zone)));
    expect(first).toBe(second);
  });

  test("refuses an output folder that it did not make", async () => {
    const posts = writePosts({ "a.md": post("One") });
    const output = temporaryFolder();
    writeFileSync(join(output, "thesis.txt"), "irreplaceable");
    const run = await runScript("build", ["--posts", posts, "--output", output]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("was not made by this command");
    expect(readdirSync(output)).toEqual(["thesis.txt"]);
  });

  test.each([
    [["--nonsense"], "Unknown option '--nonsense'"],
    [["--blog", "nowhere"], "--blog names no folder (found nowhere)"],
    [["--now", "soon"], "--now is not an ISO date (found soon)"],
    [["--site-url", "example"], "--site-url is not a web address (found example)"],
    [["surplus"], "Unexpected argument 'surplus'"],
  ])("answers %j in one line and exits 2", async (args, message) => {
    const run = await runScript("build", args);
    expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(run.stderr).toContain(message);
    expect(run.code).toBe(2);
  });

  test("explains itself with an example", async () => {
    const run = await runScript("build", ["--help"]);
    expect(run.stdout).toContain("npm run build -- --blog");
    expect(run.code).toBe(0);
  });

  test("puts the base path in front of links, not of files", async () => {
    const body = "\n[About](/posts/b/) and ![](/missing.png)\n";
    const posts = writePosts({ "a.md": post("One") + body, "b.md": post("Two") });
    const output = join(posts, "out");
    await runScript("build", ["--posts", posts, "--output", output, "--site-url", "https://example.org/blog"]);
    const page = readFileSync(join(output, "posts/a/index.html"), "utf8");
    expect(page).toContain('href="/blog/posts/b/"');
    expect(page).toContain('<link rel="canonical" href="https://example.org/blog/posts/a/"');
    expect(page).not.toMatch(/(?:href|src)="\/(?!blog\/)/);
  });

  test("holds back a post whose time has not come", async () => {
    const posts = writePosts({ "a.md": post("One"), "b.md": post("Later", "2031-05-01 10:00") });
    const output = join(posts, "out");
    const before = await runScript("build", ["--posts", posts, "--output", output, "--now", "2031-05-01T09:59:59Z"]);
    expect(lastLine(before.stdout)).toContain("Built 1 posts");
    const after = await runScript("build", ["--posts", posts, "--output", output, "--now", "2031-05-01T10:00:00Z"]);
    expect(lastLine(after.stdout)).toContain("Built 2 posts");
  });
});

describe("a blog with errors", () => {
  const broken = enginePath("tests/sites-invalid/twelve-broken-posts");

  test("is reported whole, and the earlier site stands", async () => {
    const output = join(temporaryFolder(), "out");
    await runScript("build", ["--posts", writePosts({ "a.md": post("One") }), "--output", output]);
    const before = hashFolder(output);
    const run = await runScript("build", ["--posts", "posts", "--output", output], { cwd: broken });
    const expected = readFileSync(join(broken, "expected.txt"), "utf8").trimEnd().split("\n");
    const printed = run.stderr.trimEnd().split("\n");
    expect(printed.slice(0, -1)).toEqual(expected);
    expect(printed.at(-1)).toMatch(/^Not built: \d+ errors in \d+ files$/);
    expect(run.stdout).toBe("");
    expect(run.code).toBe(1);
    expect(hashFolder(output)).toBe(before);
  });
});

describe("a build that is killed", () => {
  test("leaves a whole site, old or new, at any moment", async () => {
    const posts = writePosts(Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`p${n}.md`, post(`Post ${n}`)])));
    const output = join(temporaryFolder(), "out");
    const args = ["--posts", posts, "--output", output, "--quiet"];
    await runScript("build", args);
    const old = hashFolder(output);
    writeFileSync(join(posts, "p0.md"), post("Changed"));
    const fresh = join(temporaryFolder(), "fresh");
    const start = performance.now();
    await runScript("build", ["--posts", posts, "--output", fresh, "--quiet"]);
    const duration = performance.now() - start;
    const next = hashFolder(fresh);
    for (let step = 1; step <= 6; step++) {
      const child = startScript("build", args);
      const ended = new Promise((resolve) => child.on("close", resolve));
      // The first third of the time is spent on starting Node.
      setTimeout(() => child.kill("SIGKILL"), duration * (0.3 + 0.12 * step));
      await ended;
      // What every next command begins with.
      recoverOutputFolder(output);
      expect([old, next]).toContain(hashFolder(output));
    }
    await runScript("build", args);
    expect(hashFolder(output)).toBe(next);
    expect(readdirSync(dirname(output)).filter((name) => name.startsWith("out."))).toEqual([]);
  }, 120_000);
});
