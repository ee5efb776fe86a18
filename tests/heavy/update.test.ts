import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isUnfinished } from "../../src/files/finish-changes.ts";
import { runScript, startScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { linkPackages, nextRelease, readReal, realEngine, toExpected } from "../update/real-engine.ts";
import { writeFiles } from "../update/releases.ts";

test("20 updates of the real engine by itself, killed at any moment, are whole or not begun, and then whole", async () => {
  const engine = realEngine();
  // Every file changes, so that there is time to be killed in.
  const texts = Object.entries(readReal(engine)).filter(([path]) => /^(src|scripts|tests)\/.*\.tsx?$/.test(path));
  const edited = texts.map(
    ([path, text]) => [path, `${Buffer.from(text, "latin1").toString("utf8")}// Next.\n`] as const,
  );
  const release = writeFiles(nextRelease(engine), Object.fromEntries(edited));
  const args = ["--from", release, "--base", engine];
  let interrupted = 0;
  for (let kill = 0; kill < 20; kill++) {
    const blog = linkPackages(writeFiles(temporaryFolder(engine), { "posts/mine.md": "mine\n" }));
    const before = readReal(blog);
    // A kill leaves what lies in the system's folder for such things.
    const child = startScript("update", args, { engine: blog, env: { TMPDIR: temporaryFolder() } });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const update = join(blog, ".klatsch/update");
    const isReached = (): boolean => existsSync(kill % 4 === 0 ? update : join(update, "journal.json"));
    while (child.exitCode === null && !isReached()) await new Promise((next) => setImmediate(next));
    await new Promise((next) => setTimeout(next, kill % 4 === 0 ? 0 : kill * 2));
    child.kill("SIGKILL");
    await ended;
    const expected = toExpected(before, engine, release);
    const isKilledInside = isUnfinished(blog);
    const isWhole = existsSync(join(blog, ".klatsch/release.json"));
    if (isKilledInside) interrupted += 1;
    const state = readReal(blog);
    expect(isKilledInside || state).toEqual(isKilledInside || (isWhole ? expected : before));
    const next = await runScript("update", args, { engine: blog });
    expect([next.code, next.stderr]).toEqual([0, ""]);
    expect(readReal(blog)).toEqual(expected);
  }
  expect(interrupted).toBeGreaterThan(3);
  process.stdout.write(`update: ${interrupted} of 20 were killed while they wrote\n`);
});
