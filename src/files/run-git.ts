import { spawn, type ChildProcess } from "node:child_process";

/** What git would not do, in its own words. */
export class GitError extends Error {}

export type GitOptions = {
  readonly folder?: string;
  readonly input?: string;
  /** Milliseconds until it is given up. */
  readonly patience?: number;
};

const defaultPatience = 120_000;

// A folder from elsewhere brings its own settings: none of them may start a program.
const settings = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "core.quotePath=false"];

// What a hook or another git has set would lead us into its repository.
const foreign = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE"];

/** Runs git without a shell and without questions; what it prints, as bytes. */
export function runGit(args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const { folder, input = "", patience = defaultPatience } = options;
  const place = folder === undefined ? [] : ["-C", folder];
  const words = [...settings.flatMap((setting) => ["-c", setting]), ...place, ...args];
  const child = spawn("git", words, { env: toEnvironment(), stdio: "pipe", windowsHide: true });
  const stop = endWithUs(child);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, patience);
  const output: Buffer[] = [];
  let complaint = "";
  child.stdout.on("data", (bytes: Buffer) => output.push(bytes));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint = `${complaint}${text}`.slice(-4000)));
  // One that ends before it has read everything says why by its exit code.
  child.stdin.on("error", () => undefined).end(input);
  return new Promise<Buffer>((resolve, reject) => {
    child.on("error", (error) => reject(toMissing(error)));
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(output));
      else reject(new GitError(isLate ? `no answer in ${Math.ceil(patience / 1000)} s` : toReason(complaint)));
    });
  }).finally(() => {
    clearTimeout(timer);
    stop();
  });
}

/** The parts of what git prints with `-z`. */
export function splitAtZero(output: Buffer): string[] {
  return output.toString("utf8").split("\0").slice(0, -1);
}

function toEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !foreign.includes(name));
  return { ...Object.fromEntries(own), LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0" };
}

function endWithUs(child: ChildProcess): () => void {
  const end = (): void => void child.kill("SIGKILL");
  // Before whoever removes the folder that it writes to.
  process.prependOnceListener("exit", end);
  return () => process.off("exit", end);
}

function toMissing(error: Error): Error {
  return "code" in error && error.code === "ENOENT" ? new GitError("git is not installed", { cause: error }) : error;
}

/** The line that says what is wrong, without its mark and without what a terminal would obey. */
function toReason(complaint: string): string {
  const lines = complaint.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  const line = lines.find((text) => /^(fatal|error):/.test(text)) ?? lines.at(-1) ?? "git failed";
  return line
    .replace(/^(fatal|error): /, "")
    .replace(/\p{Cc}/gu, "\uFFFD")
    .trim()
    .replace(/\.$/, "");
}
