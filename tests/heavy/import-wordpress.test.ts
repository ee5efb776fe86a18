import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { lastLine, startScript } from "../support/run-script.ts";
import { writeExport } from "../support/make-export.ts";
import { hashFolder } from "../support/site-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

type Ending = {
  readonly code: number | null;
  readonly said: string;
  /** Megabytes of resident memory at most; 0 where there is no /proc. */
  readonly peak: number;
};

/** One run of the command, killed after so many milliseconds, or to its end. */
async function runImport(file: string, into: string, killAfter?: number): Promise<Ending> {
  const child = startScript("import", ["wordpress", file, "--into", into, "--no-download"]);
  let said = "";
  let peak = 0;
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const watch = setInterval(() => (peak = Math.max(peak, readPeak(child.pid ?? 0))), 250);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  if (killAfter !== undefined) {
    await sleep(killAfter);
    child.kill("SIGKILL");
  }
  const code = await ended.finally(() => clearInterval(watch));
  return { code, said, peak };
}

/** The kernel's own mark of the highest water. */
function readPeak(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

test("500 MB with 250,000 comments go through less than 300 MB of memory, and every sum is even", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "export.xml");
  const counts = await writeExport(file, { posts: 16_000, comments: 250_000, words: 2000, images: 2000, pages: 200 });
  expect(counts.bytes).toBeGreaterThan(500_000_000);
  const { code, said, peak } = await runImport(file, join(folder, "blog"));
  expect([code, lastLine(said)]).toEqual([0, expect.stringContaining("Imported ")]);
  expect(peak).toBeLessThan(300);
  const { comments } = counts;
  const shown = said.match(/([\d,]+) comments/)?.[1]?.replaceAll(",", "");
  expect(Number(shown)).toBeLessThanOrEqual(Object.values(comments).reduce((sum, count) => sum + count, 0));
});

test("kills at any moment, and a last run, end in the bytes of a run that nobody disturbed", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "export.xml");
  await writeExport(file, { posts: 1500, comments: 9000, words: 400, images: 100, pages: 40 });
  const [undisturbed, killed] = [join(folder, "undisturbed"), join(folder, "killed")];
  expect(await runImport(file, undisturbed)).toMatchObject({ code: 0 });
  let kills = 0;
  for (let round = 0; round < 12; round += 1) {
    const { code } = await runImport(file, killed, 1200 + round * 500);
    if (code === null) kills += 1;
  }
  expect(kills).toBeGreaterThan(5);
  expect(await runImport(file, killed)).toMatchObject({ code: 0 });
  expect(hashFolder(killed)).toBe(hashFolder(undisturbed));
});
