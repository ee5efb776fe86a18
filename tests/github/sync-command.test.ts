import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import type { EmulatorOptions } from "../../emulator/emulator.ts";
import { startEmulator } from "../../emulator/start-emulator.ts";
import { runScript, startScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { snapshot, writeBlog } from "./sync-blog.ts";

async function blogOn(options: EmulatorOptions, posts: readonly string[]) {
  const emulator = await startEmulator({ port: 0, rateLimit: 100_000, ...options });
  onTestFinished(() => emulator.close());
  const folder = temporaryFolder();
  writeBlog(folder, emulator, posts);
  const env = { GITHUB_GRAPHQL_URL: emulator.graphqlUrl, GITHUB_TOKEN: "t" };
  const run = (...args: string[]) => runScript("sync", ["--blog", folder, ...args], { env });
  const start = (...args: string[]) => startScript("sync", ["--blog", folder, ...args], { env });
  return { emulator, folder, comments: join(folder, "comments"), run, start, env };
}

const few = { scale: { discussions: 20, comments: 10 } };
const posts = Array.from({ length: 20 }, (_, index) => `post-${index + 1}`);

test("threads are written, told in lines, and nothing the second time", async () => {
  const { run, comments } = await blogOn(few, posts);
  const first = await run();
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toMatch(/comments\/post-1\.json: new \(#1\)\n/);
  expect(first.stdout).toMatch(/\n20 changed, 0 unchanged\n$/);
  expect(readdirSync(comments).filter((name) => name.endsWith(".json"))).toHaveLength(20);
  expect((await run()).stdout).toBe("0 changed, 20 unchanged\n");
});

test("JSON and nothing else comes out with --json, nothing is written in a dry run", async () => {
  const { run, comments } = await blogOn(few, posts);
  const { stdout, stderr } = await run("--json", "--dry-run");
  expect(JSON.parse(stdout)).toMatchObject({ dryRun: true, unchanged: 0, vanished: [], ignored: [], problems: [] });
  expect([JSON.parse(stdout).changes.length, stderr, existsSync(comments)]).toEqual([20, "", false]);
});

test("wrong words and a missing set-up are one line each", async () => {
  const { run, folder, env } = await blogOn(few, posts);
  expect(await run("--nothing")).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(/^.*--nothing.*\n$/),
  });
  expect(await runScript("sync", ["--help"])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("npm run sync"),
  });
  expect(await run("--blog", "/nowhere")).toMatchObject({
    code: 2,
    stderr: "--blog names no folder (found /nowhere). Try --help.\n",
  });
  const noToken = await runScript("sync", ["--blog", folder], { env: { GITHUB_GRAPHQL_URL: "", GITHUB_TOKEN: "" } });
  expect(noToken).toMatchObject({
    code: 1,
    stderr: "GITHUB_TOKEN is not set. Set it to a token that may read discussions.\n",
  });
  const refused = await runScript("sync", ["--blog", folder], { env: { ...env, GITHUB_TOKEN: "bad" } });
  expect(refused).toMatchObject({
    code: 1,
    stdout: "",
    stderr: "GitHub does not accept the token. Set GITHUB_TOKEN to a token that is valid.\n",
  });
  rmSync(join(folder, "_data/giscus.json"));
  expect(await run()).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^_data\/giscus\.json names no repository\. Run `npm run setup/),
  });
});

test("a thread file with a mistake is a problem at its line, and stays as it is", async () => {
  const { run, comments } = await blogOn(few, posts);
  await run();
  writeFileSync(join(comments, "post-3.json"), "{\n  oops");
  const { code, stderr } = await run();
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/comments\/post-3\.json:2:\d+: the file is not valid JSON/),
  ]);
  expect(readFileSync(join(comments, "post-3.json"), "utf8")).toBe("{\n  oops");
});

test("killed at several moments and started again, it ends as if undisturbed", async () => {
  const scale = { scale: { discussions: 120, comments: 20 } };
  const names = Array.from({ length: 120 }, (_, index) => `post-${index + 1}`);
  const { emulator, run, start, comments } = await blogOn(scale, names);
  expect((await run()).code).toBe(0);
  const undisturbed = snapshot(comments);
  rmSync(comments, { recursive: true });
  for (const [written, signal] of [
    [1, "SIGKILL"],
    [30, "SIGKILL"],
    [60, "SIGINT"],
    [90, "SIGKILL"],
  ] as const) {
    const child = start();
    const ended = new Promise((resolve) => child.once("exit", resolve));
    while (child.exitCode === null && countFiles(comments) < written) await sleep(2);
    child.kill(signal);
    await ended;
    for (const name of existsSync(comments)
      ? readdirSync(comments).filter((file) => /^[^.].*\.json$/.test(file))
      : []) {
      expect(() => JSON.parse(readFileSync(join(comments, name), "utf8"))).not.toThrow();
    }
  }
  emulator.control.fail({ on: "graphql", kind: "bad-gateway", after: 3, times: 1 });
  expect((await run()).code).toBe(0);
  expect(snapshot(comments)).toEqual(undisturbed);
});

test("killed while it makes discussions, it makes none twice", async () => {
  const names = ["a", "b", "c", "d"];
  const { emulator, run, start } = await blogOn({}, names);
  for (const count of [1, 2, 3]) {
    const child = start("--create");
    const ended = new Promise((resolve) => child.once("exit", resolve));
    while (child.exitCode === null && emulator.control.store.numbers().length < count) await sleep(2);
    child.kill("SIGKILL");
    await ended;
  }
  expect((await run("--create")).code).toBe(0);
  const titles = emulator.control.store.numbers().map((number) => emulator.control.store.discussion(number)?.title);
  expect(titles.toSorted((a = "", b = "") => a.localeCompare(b))).toEqual(names.map((name) => `On ${name}`));
});

test("two that run at the same time make none twice", async () => {
  const names = ["a", "b", "c"];
  const { emulator, run } = await blogOn({}, names);
  const runs = await Promise.all([run("--create"), run("--create")]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect(emulator.control.store.numbers()).toHaveLength(names.length);
});

function countFiles(folder: string): number {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).length : 0;
}
