import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export type Command = {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
};

export type Measured = {
  readonly seconds: number;
  /** Peak of the resident memory of the command and all its children, in MB; 0 where there is no /proc. */
  readonly peak: number;
};

const interval = 50;

/** Runs a command to its end and throws what it said when it fails. */
export async function runMeasured({ file, args, cwd, env }: Command): Promise<Measured> {
  const start = performance.now();
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-2000)));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, measureTree(child.pid ?? 0))), interval);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  }).finally(() => clearInterval(watch));
  if (code !== 0) throw new Error(`${file} ${args.join(" ")} ended with ${code}: ${said}`);
  return { seconds: (performance.now() - start) / 1000, peak: Math.round(peak / 1024) };
}

/** Kilobytes. Pages that processes share are counted once for each. */
function measureTree(pid: number): number {
  const own = /^VmRSS:\s+(\d+)/m.exec(readProc(`/proc/${pid}/status`))?.[1] ?? "0";
  const children = listTasks(pid).flatMap((task) => readProc(`/proc/${pid}/task/${task}/children`).split(" "));
  return children.filter((child) => child !== "").reduce((sum, child) => sum + measureTree(Number(child)), Number(own));
}

function listTasks(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Empty for what has ended meanwhile. */
function readProc(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
