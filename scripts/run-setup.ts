import { spawn } from "node:child_process";
import { enginePath } from "../src/eleventy/engine.ts";

/** Runs `npm run setup` for a repository; when it cannot be finished now, what is missing stands on the terminal. */
export async function runSetup(repository: string, blog: string | undefined): Promise<void> {
  const folder = blog === undefined ? [] : ["--blog", blog];
  const command = [...process.execArgv, enginePath("scripts/setup.ts"), repository, ...folder];
  const child = spawn(process.execPath, command, { stdio: "inherit" });
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) process.stderr.write(`The comments are not set up yet. Later: npm run setup -- ${repository}\n`);
}
