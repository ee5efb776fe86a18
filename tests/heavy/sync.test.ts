import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { countGenerated, type Scale } from "../../emulator/store/generate.ts";
import { startEmulator } from "../../emulator/start-emulator.ts";
import type { Thread } from "../../src/comments/thread.ts";
import { walkComments } from "../../src/comments/walk-comments.ts";
import { snapshot, writeBlog } from "../github/sync-blog.ts";
import { startScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const scale: Scale = { discussions: 2000, comments: 50 };
const megabyte = 1024;

test("2,000 discussions with 100,000 comments: right to the last one, in 300 MB, through 20 kills", async () => {
  const emulator = await startEmulator({ port: 0, scale, rateLimit: 10_000_000 });
  onTestFinished(() => emulator.close());
  const folder = temporaryFolder();
  const comments = join(folder, "comments");
  writeBlog(
    folder,
    emulator,
    Array.from({ length: scale.discussions }, (_, index) => `post-${index + 1}`),
  );
  const env = { GITHUB_GRAPHQL_URL: emulator.graphqlUrl, GITHUB_TOKEN: "t" };
  const start = () => startScript("sync", ["--blog", folder], { env });

  const whole = await watch(start());
  expect(whole.code).toBe(0);
  expect(whole.peak).toBeLessThan(300 * megabyte);
  let sum = 0;
  for (let number = 1; number <= scale.discussions; number++) {
    const thread = JSON.parse(readFileSync(join(comments, `post-${number}.json`), "utf8")) as Thread;
    const count = walkComments(thread.comments).length;
    expect([number, count]).toEqual([number, countGenerated(scale, number)]);
    sum += count;
  }
  expect(sum).toBe(100_000);
  const undisturbed = snapshot(comments);

  const idle = await watch(start());
  expect([idle.code, idle.peak < 300 * megabyte]).toEqual([0, true]);

  rmSync(comments, { recursive: true });
  for (let kill = 1; kill <= 20; kill++) {
    const child = start();
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const target = Math.floor((scale.discussions / 20) * (kill - 1 + Math.random()));
    while (child.exitCode === null && countFiles(comments) < target) await sleep(5);
    await sleep(Math.random() * 100);
    child.kill("SIGKILL");
    await ended;
  }
  const last = await watch(start());
  expect([last.code, last.peak < 300 * megabyte]).toEqual([0, true]);
  expect(snapshot(comments)).toEqual(undisturbed);
  const megabytes = [whole, idle, last].map(({ peak }) => Math.round(peak / megabyte));
  process.stdout.write(
    `sync: ${whole.seconds.toFixed(1)} s, ${megabytes.join(", ")} MB; nothing new: ${idle.seconds.toFixed(1)} s\n`,
  );
});

type Watched = { readonly code: number | null; readonly peak: number; readonly seconds: number };

/** Runs a command to its end; `peak` is the most memory that was resident, in kB, as the kernel counts it. */
async function watch(child: ReturnType<typeof startScript>): Promise<Watched> {
  const begin = performance.now();
  let peak = 0;
  child.stdout.resume();
  child.stderr.resume();
  while (child.exitCode === null && child.signalCode === null) {
    peak = Math.max(peak, readPeak(child.pid));
    await sleep(50);
  }
  return { code: child.exitCode, peak, seconds: (performance.now() - begin) / 1000 };
}

function readPeak(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    // It has just ended.
    return 0;
  }
}

function countFiles(folder: string): number {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).length : 0;
}
