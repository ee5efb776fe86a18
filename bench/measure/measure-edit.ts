import { appendFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { join } from "node:path";
import { enginePath } from "../../src/eleventy/engine.ts";
import { launchBrowser } from "../../tests/support/launch-browser.ts";
import { listen } from "../../tests/support/listen.ts";
import { median } from "../median.ts";

export type EditToRefresh = {
  /** From the start of `npm start` to its first page in the browser. */
  readonly start: number;
  /** From the last byte of an edit to its words on the post's own page, in the browser. */
  readonly edit: number;
};

const patience = { timeout: 120_000 };

/** All in seconds; the edit is the median of several. */
export async function measureEdit(blog: string, runs: number): Promise<EditToRefresh> {
  const port = await findFreePort();
  const begin = performance.now();
  const args = ["--import", "tsx", "scripts/start.ts", "--blog", blog, "--port", port];
  const server = spawn(process.execPath, args, { cwd: enginePath(), stdio: ["ignore", "pipe", "ignore"] });
  const browser = await launchBrowser();
  try {
    await new Promise((resolve) => server.stdout.once("data", resolve));
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/posts/post-7/`, patience);
    const start = (performance.now() - begin) / 1000;
    const edits: number[] = [];
    for (let run = 1; run <= runs; run++) {
      // Chokidar and the page's own connection need a moment between two edits, as authors do.
      await page.waitForTimeout(1500);
      const words = `Seen at once, number ${run}.`;
      appendFileSync(join(blog, "posts/post-7.md"), `\n${words}\n`);
      const edited = performance.now();
      await page.getByText(words).first().waitFor(patience);
      edits.push((performance.now() - edited) / 1000);
    }
    return { start, edit: median(edits) };
  } finally {
    await browser.close();
    server.kill("SIGINT");
    await new Promise((resolve) => server.once("close", resolve));
  }
}

/** A port that nobody listens on. */
export async function findFreePort(): Promise<string> {
  const { origin, close } = await listen(createServer());
  await close();
  return new URL(origin).port;
}
