import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { enginePath } from "../../src/eleventy/engine.ts";

export type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

type RunOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What it reads from standard input; nothing otherwise. */
  readonly input?: string;
  /** Another copy of the engine. */
  readonly engine?: string;
};

/** Runs one of our commands as npm would: `runScript("build", ["--quiet"])`. */
export function runScript(name: string, args: readonly string[] = [], options: RunOptions = {}): Promise<Run> {
  const child = startScript(name, args, options);
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
}

/** The same, still running; the caller stops it. */
export function startScript(name: string, args: readonly string[] = [], options: RunOptions = {}) {
  const { cwd, env, input, engine = enginePath() } = options;
  const command = [
    "--import",
    pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href,
    join(engine, `scripts/${name}.ts`),
    ...args,
  ];
  const child = spawn(process.execPath, command, {
    cwd: cwd ?? engine,
    env: { ...process.env, NODE_OPTIONS: "", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(input);
  return child;
}

/** The last line of what a command printed. */
export function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}
