import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { isUnfinished } from "../../src/files/finish-changes.ts";
import { prepareChanges } from "../../src/files/make-changes.ts";
import { runScript, startScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { linkPackages, nextRelease, readReal, realEngine, toExpected, toNews } from "./real-engine.ts";
import {
  engineRepository,
  firstFolder,
  git,
  ownersBlog,
  ownersPackage,
  readFiles,
  secondFolder,
  writeFiles,
} from "./releases.ts";

const run = (blog: string, ...args: readonly string[]) => runScript("update", ["--blog", blog, ...args]);

describe("npm run update", () => {
  test("says in a few lines what it did, what is new and what comes next", async () => {
    const done = await run(ownersBlog(), "--from", engineRepository());
    expect(done).toEqual({
      code: 0,
      stderr: "",
      stdout: `Updated from 1.0.0 to 1.1.0: 2 files added, 6 changed, 2 removed.
Still yours in package.json: scripts.deploy, dependencies.left-pad.
Left as you have it, though the release has another: README.md.

What is new:

## [1.1.0] - 2026-12-01

- A check.

Next:
  npm install   (package.json has packages of yours, which npm ci would miss)
  npm run build
Commit it by itself: \`git revert\` then takes it back.
`,
    });
  });

  test("says the same beforehand, with every file", async () => {
    const planned = await run(ownersBlog(), "--from", engineRepository(), "--dry-run");
    expect(planned.code).toBe(0);
    expect(planned.stdout).toContain("Would update from 1.0.0 to 1.1.0: 2 files added, 6 changed, 2 removed.\n");
    expect(planned.stdout).toContain("\n  add     scripts/check.ts\n");
    expect(planned.stdout).toContain("\n  change  package.json\n");
    expect(planned.stdout).toContain("\n  remove  src/old-name.ts\n");
  });

  test("refuses with the change, its place and the ways out", async () => {
    const changed = {
      "src/lib/slug.ts": "export const longest = 61;\nexport const shortest = 1;\n",
      "_includes/components/post-card.tsx": "export const card = 1;\u001b[2J\n",
      "package.json": ownersPackage.replace("^4.0.0", "^4.1.0"),
      "src/lib/same.ts": null,
    };
    const refused = await run(ownersBlog(changed), "--from", engineRepository());
    expect(refused).toEqual({
      code: 1,
      stdout: "",
      stderr: `Not updated from 1.0.0 to 1.1.0: 4 files of the engine are not as the release had them. Nothing was touched.

_includes/components/post-card.tsx: changed by you. As overrides/components/post-card.tsx it replaces the engine's and stays yours.
     1 - export const card = "post-card";
     1 + export const card = 1;\uFFFD[2J
src/lib/same.ts: removed by you.
src/lib/slug.ts: changed by you.
     1 - export const longest = 60;
     1 + export const longest = 61;
package.json: dependencies.zod is ^4.1.0, and the release has ^4.6.0.

Undo what you do not need. For the rest:
  --overwrite PATH   takes the release's, whatever is yours
  --keep PATH        leaves yours, and the engine without what is new there
Both may be repeated and may name a folder. What you miss in the engine is worth an issue.
`,
    });
  });

  test("says what a folder alone cannot tell, and how it could", async () => {
    const refused = await run(ownersBlog(), "--from", secondFolder());
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("What 1.0.0 looked like is not known here, so some of this may be news");
    expect(refused.stderr).toContain("src/lib/slug.ts: not the same (-: the release, +: you).\n");
    const known = await run(ownersBlog(), "--from", secondFolder(), "--base", firstFolder());
    expect(known.code).toBe(0);
  });

  test("names what is not committed", async () => {
    const blog = ownersBlog();
    rmSync(join(blog, ".git"), { recursive: true });
    git(blog, "init", "--quiet");
    const refused = await run(blog, "--from", engineRepository());
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/^Not updated from 1\.0\.0 to 1\.1\.0: git could not give these back, /);
    expect(refused.stderr).toContain("\n  src/lib/slug.ts\n");
  });

  test("has one line when there is nothing to do", async () => {
    const blog = ownersBlog();
    const from = engineRepository();
    await run(blog, "--from", from);
    const again = await run(blog, "--from", from);
    expect(again).toEqual({ code: 0, stdout: "Klatsch 1.1.0 is installed: already up to date.\n", stderr: "" });
    const older = await run(blog, "--from", from, "--to", "v1.0.0");
    expect(older.stdout).toBe("Klatsch 1.1.0 is installed, which is newer than 1.0.0: nothing to do.\n");
  });

  test("prints JSON and nothing else with --json", async () => {
    const blog = ownersBlog({ "src/lib/same.ts": null });
    const from = engineRepository();
    const refused = await run(blog, "--from", from, "--json");
    expect([refused.code, refused.stderr]).toEqual([1, ""]);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      status: "refused",
      reason: "conflicts",
      files: [{ path: "src/lib/same.ts", reason: "removed" }],
    });
    const updated = await run(blog, "--from", from, "--json", "--overwrite", "./src/lib/same.ts");
    expect(JSON.parse(updated.stdout)).toMatchObject({ status: "updated", from: "1.0.0", to: "1.1.0" });
    const again = await run(blog, "--from", from, "--json");
    expect(JSON.parse(again.stdout)).toEqual({ status: "up-to-date", installed: "1.1.0", offered: "1.1.0" });
  });

  test.each([
    [["--form", "x"], 2, "Unknown option '--form'. Try --help.\n"],
    [["--base", "no/such"], 2, "--base names no folder (found no/such). Try --help.\n"],
    [["--keep", "posts"], 2, "--keep names no file or folder of the engine (found posts). Try --help.\n"],
    [["x"], 2, "Unexpected argument 'x'. Try --help.\n"],
    [["--from=-x"], 1, "-x is neither a folder nor the address of a repository. Name one with --from.\n"],
  ])("answers %j in one line", async (args, code, message) => {
    const blog = firstFolder();
    const before = readFiles(blog);
    const wrong = await run(blog, "--from", secondFolder(), ...args);
    expect([wrong.code, wrong.stdout]).toEqual([code, ""]);
    expect(wrong.stderr.replace(/( This command|\. To specify)[^\n]*/, "")).toBe(message);
    expect(readFiles(blog)).toEqual(before);
  });

  test("leaves nothing behind when it is interrupted, nor afterwards", async () => {
    const blog = ownersBlog();
    const before = readFiles(blog);
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith("klatsch-update-"));
    const others = left();
    const child = startScript("update", ["--blog", blog, "--from", engineRepository()]);
    const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
      child.once("exit", (code, signal) => resolve([code, signal])),
    );
    while (left().length === others.length && child.exitCode === null) await new Promise((next) => setTimeout(next, 2));
    child.kill("SIGINT");
    expect(await ended).toEqual([130, null]);
    expect(left()).toEqual(others);
    expect(readFiles(blog)).toEqual(before);
  });
});

describe("a blog of the real engine", () => {
  const own = {
    "posts/mine.md": "---\ntitle: Mine\ndate: 2026-01-01\n---\n",
    "posts/two-chairs/index.md": null,
    "pages/about.md": "---\ntitle: Me\n---\n",
    "_data/site.ts": 'export default { title: "Mine", url: "https://example.org/" };\n',
    "_includes/styles/theme.css": ":root { --ink: navy }\n",
    "overrides/components/post-card.tsx": "export const PostCard = () => null;\n",
    "public/mine.txt": "mine\n",
    "README.md": "# Mine\n",
    ".github/workflows/mine.yml": "name: Mine\n",
    "src/lib/mine.ts": "export const mine = true;\n",
  };

  test("updates itself, and is the next release with all that is its owner's", async () => {
    const engine = realEngine();
    const release = nextRelease(engine);
    const blog = linkPackages(writeFiles(temporaryFolder(engine), own));
    const before = readReal(blog);
    const done = await runScript("update", ["--from", release, "--base", engine], { engine: blog });
    expect([done.code, done.stderr]).toEqual([0, ""]);
    expect(done.stdout).toContain("to 99.0.0: 2 files added, 6 changed, 2 removed.\n");
    expect(readReal(blog)).toEqual(toExpected(before, engine, release));
    expect(existsSync(join(blog, "posts/the-kitchen-door.md"))).toBe(true);
    const again = await runScript("update", ["--from", release], { engine: blog });
    expect(again.stdout).toBe("Klatsch 99.0.0 is installed: already up to date.\n");
  });

  test("finishes by itself what was killed, whichever of its files are old or new", async () => {
    const blog = linkPackages(realEngine());
    const before = readReal(blog);
    const news = Object.entries(toNews(blog)).filter(([path]) => /^(scripts|src)\//.test(path));
    const changes = news.map(([path, text]) => (text === null ? { path } : { path, content: Buffer.from(text) }));
    prepareChanges(blog, changes, { report: { text: "Updated.\n", json: { status: "updated" } } });
    killAt(blog, 4);
    expect(isUnfinished(blog)).toBe(true);
    // Worse than any kill can leave it: the rest of the command cannot even be loaded.
    rmSync(join(blog, "scripts/progress.ts"));
    const dry = await runScript("update", ["--dry-run"], { engine: blog });
    expect(dry.stderr).toBe("An update was interrupted. Run this without --dry-run, and it is finished.\n");
    const finished = await runScript("update", ["--json"], { engine: blog });
    expect([finished.code, finished.stderr]).toEqual([0, ""]);
    expect(JSON.parse(finished.stdout)).toEqual({ status: "updated" });
    const expected = new Map(Object.entries(before));
    for (const [path, text] of [...news, ["scripts/progress.ts", null] as const]) {
      if (text === null) expected.delete(path);
      else expected.set(path, Buffer.from(text).toString("latin1"));
    }
    expect(readReal(blog)).toEqual(Object.fromEntries(expected));
  });

  test("of another place is finished too", async () => {
    const blog = ownersBlog();
    const changes = [{ path: "src/lib/slug.ts", content: Buffer.from("two\n") }];
    prepareChanges(blog, changes, { report: { text: "Updated.\n", json: {} } });
    const dry = await run(blog, "--dry-run");
    expect(dry.stderr).toBe("An update was interrupted. Run this without --dry-run, and it is finished.\n");
    const finished = await run(blog);
    // The process that prepared it, this one, is alive.
    expect(finished.stderr).toContain(`Another update is at it (process ${process.pid}).`);
    rmSync(join(blog, ".klatsch/update/pid"));
    expect(await run(blog)).toEqual({ code: 0, stdout: "An interrupted update was finished. Updated.\n", stderr: "" });
    expect(readFileSync(join(blog, "src/lib/slug.ts"), "utf8")).toBe("two\n");
  });
});

function killAt(root: string, step: number): void {
  rmSync(join(root, ".klatsch/update/pid"));
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const script = fileURLToPath(new URL("../files/finish-until.ts", import.meta.url));
  const { signal } = spawnSync(process.execPath, ["--import", loader, script, root, String(step)], {
    cwd: temporaryFolder(),
  });
  expect(signal).toBe("SIGKILL");
}
