import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { z } from "zod";
import { enginePath } from "../../src/eleventy/engine.ts";

const packageJson = readFileSync(enginePath("node_modules/@sparticuz/chromium/package.json"), "utf8");
const { version } = z.object({ version: z.string() }).parse(JSON.parse(packageJson));

/** Where `prepare-browser.ts` unpacks the Chromium of the npm package. */
export const browserFolder = enginePath(".cache", `chromium-${version}`);

/**
 * A real headless browser: `CHROME_PATH`, else the Chromium inside an npm package on Linux, else an installed Chrome.
 * It fails loudly when there is none, so that no test of a page is ever skipped unseen.
 */
export async function launchBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
  try {
    return await launch(extraArguments);
  } catch (cause) {
    throw new Error("No browser could be started. Set CHROME_PATH to a Chrome or Chromium.", { cause });
  }
}

function launch(extraArguments: readonly string[]): Promise<Browser> {
  const quiet = ["--disable-background-networking", "--disable-component-update"];
  const args = ["--no-sandbox", "--headless=shell", ...quiet, ...extraArguments];
  if (process.env.CHROME_PATH) return chromium.launch({ executablePath: process.env.CHROME_PATH, args });
  if (process.platform !== "linux") return chromium.launch({ channel: "chrome", args: [...extraArguments] });
  return chromium.launch({
    executablePath: join(browserFolder, "chromium"),
    args,
    env: { ...process.env, ...libraries() },
  });
}

function libraries(): Record<string, string> {
  const own = { LD_LIBRARY_PATH: join(browserFolder, "al2023/lib") };
  return existsSync("/etc/fonts") ? own : { ...own, FONTCONFIG_PATH: join(browserFolder, "fonts") };
}
