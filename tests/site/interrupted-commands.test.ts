import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { copySampleBlog } from "../support/copy-sample-blog.ts";
import { listen } from "../support/listen.ts";
import { startScript } from "../support/run-script.ts";
import { makeSoundBlog, writeBlog, type BlogFiles } from "../support/sound-blog.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

type Ending = number | NodeJS.Signals | null;

/** Interrupts a command as soon as something can be seen of it, and says how it ended. */
async function interrupt(child: ReturnType<typeof startScript>, isSeen: () => boolean): Promise<Ending> {
  const ended = new Promise<Ending>((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));
  while (!isSeen() && child.exitCode === null) await new Promise((next) => setTimeout(next, 1));
  child.kill("SIGINT");
  return ended;
}

function readAll(folder: string): Map<string, string> {
  return new Map(listFiles(folder).map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}

function blogOf(files: BlogFiles): string {
  const blog = temporaryFolder();
  writeBlog(blog, files);
  return blog;
}

describe("Ctrl-C", () => {
  test("in a build leaves the earlier site, and nothing beside it", async () => {
    const root = temporaryFolder();
    const blog = blogOf(makeSoundBlog(300).files);
    const site = join(root, "site");
    writeBlog(
      site,
      new Map([
        [".klatsch", "ours"],
        ["index.html", "earlier"],
      ]),
    );
    const before = readAll(root);
    const child = startScript("build", ["--blog", blog, "--output", site, "--no-cache"]);
    const isWriting = () => listFiles(root).some((path) => /^site\.new-.*html$/.test(path));
    expect(await interrupt(child, isWriting)).toBe(130);
    expect(readAll(root)).toEqual(before);
    expect(listFiles(blog)).not.toContain("_site");
  });

  test("in check --fix leaves every file as it was or as it should be", async () => {
    const { files, posts } = makeSoundBlog(120);
    const sound = new Map([...files].map(([path, content]) => [path, Buffer.from(content).toString("latin1")]));
    const wrong = posts.filter(({ number }) => number % 20 === 0).map(({ path }) => path);
    for (const path of wrong) files.set(path, String(files.get(path)).replace("tags: [tea,", "tags: [Tea,"));
    const blog = blogOf(files);
    const before = readAll(blog);
    const child = startScript("check", ["--fix", "--blog", blog]);
    const read = (path: string) => readFileSync(join(blog, path), "latin1");
    await interrupt(child, () => wrong.some((path) => read(path) !== before.get(path)));
    const after = readAll(blog);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [path, text] of after) expect([before.get(path), sound.get(path)]).toContain(text);
    expect(wrong.some((path) => after.get(path) === sound.get(path))).toBe(true);
  });

  test("in init leaves no blog that is half made", async () => {
    const blog = temporaryFolder();
    copySampleBlog(blog);
    const before = readAll(blog);
    const settings = () => readFileSync(join(blog, "_data/site.ts"), "latin1");
    const words = [
      "--title",
      "Mine",
      "--description",
      "All mine.",
      "--author",
      "Me",
      "--repository",
      "me/mine",
      "--url",
      "https://me.example/",
      "--language",
      "en",
    ];
    const rest = ["--timezone", "UTC", "--palette", "harbour", "--remove-samples", "--no-setup", "--blog", blog];
    const child = startScript("init", [...words, ...rest]);
    await interrupt(child, () => settings() !== before.get("_data/site.ts"));
    expect(settings()).toContain('"Mine"');
    expect(listFiles(join(blog, "posts"))).toEqual([]);
    expect([...readAll(blog).keys()].filter((path) => !before.has(path))).toEqual([]);
  });

  test.each([
    ["setup", ["owner/name"]],
    ["doctor", []],
    ["sync", []],
  ])("in %s, which waits for GitHub, changes nothing", async (name, words) => {
    const blog = blogOf(makeSoundBlog(3).files);
    const before = readAll(blog);
    let asked = 0;
    const { origin, close } = await listen(createServer(() => asked++));
    onTestFinished(close);
    const env = { GITHUB_GRAPHQL_URL: origin, GISCUS_HOST: origin, GITHUB_TOKEN: "a" };
    const child = startScript(name, [...words, "--blog", blog], { env });
    expect(await interrupt(child, () => asked > 0)).toBe(130);
    expect(readAll(blog)).toEqual(before);
  });

  test("that reaches a helper before us is not told as a fault", async () => {
    const script = join(temporaryFolder(), "helper.mts");
    const command = JSON.stringify(pathToFileURL(enginePath("scripts/command.ts")).href);
    // As esbuild ends, by the same signal, while it is waited for.
    const main =
      'setTimeout(() => process.kill(process.pid, "SIGINT"), 20); throw new Error("The service was stopped");';
    writeFileSync(script, `import { runCommand } from ${command};\nawait runCommand(async () => { ${main} });\n`);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", script], {
      cwd: enginePath(),
      env: { ...process.env, NODE_OPTIONS: "" },
      encoding: "utf8",
    });
    expect({ status, stdout, stderr }).toEqual({ status: 130, stdout: "", stderr: "" });
  });

  test("is answered by every command in the same way", () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(enginePath("package.json"), "utf8"),
    );
    const files = Object.values(scripts).flatMap((script) => /^tsx (scripts\/[\w-]+\.ts)$/.exec(script)?.[1] ?? []);
    expect(files.length).toBeGreaterThanOrEqual(12);
    // The first lines of `update` must run in an engine that is half replaced: they end themselves.
    const others = files.filter((file) => !/^await runCommand\(/m.test(readFileSync(enginePath(file), "utf8")));
    expect(others).toEqual(["scripts/update.ts"]);
  });
});
