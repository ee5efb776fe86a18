import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { browserFolder, launchBrowser } from "./launch-browser.ts";

/**
 * Unpacks the Chromium of the npm package once, before tests run side by side: a second process would start the file
 * that the first is still writing. Its own folder keeps it apart from whatever other projects left in `/tmp`.
 */
export async function setup(): Promise<void> {
  if (process.env.CHROME_PATH === undefined && process.platform === "linux" && !existsSync(browserFolder))
    await unpack();
  await (await launchBrowser()).close();
}

async function unpack(): Promise<void> {
  mkdirSync(join(browserFolder, ".."), { recursive: true });
  const folder = mkdtempSync(`${browserFolder}-`);
  try {
    await withEnvironment({ TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" }, async () => {
      const { default: sparticuz } = await import("@sparticuz/chromium");
      await sparticuz.executablePath();
    });
    renameSync(folder, browserFolder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The package reads nothing but the environment. The second variable makes it unpack the libraries too that a machine
 * with only Node may lack (NSS, NSPR, Expat), and sets more variables, which go again as well.
 */
async function withEnvironment(variables: NodeJS.ProcessEnv, run: () => Promise<void>): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    await run();
  } finally {
    for (const name of Object.keys(process.env)) if (before[name] === undefined) delete process.env[name];
    Object.assign(process.env, before);
  }
}
