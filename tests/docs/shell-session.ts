import { spawn } from "node:child_process";

/** One `$ command` of a console block, and what it is said to answer. */
export type Step = { readonly command: string; readonly answer: string };

export function toSteps(text: string): Step[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = "", ...answer] = part.split("\n");
      return { command, answer: answer.join("\n").trimEnd() };
    });
}

const patience = 60_000;

/**
 * Runs a command as somebody types it; both its streams, as a terminal shows them. One that goes on for ever is stopped
 * with Ctrl-C as soon as it has said what `isEnough` waits for.
 */
export function runInShell(
  command: string,
  { folder, env }: { folder: string; env: NodeJS.ProcessEnv },
  isEnough?: (said: string) => boolean,
): Promise<string> {
  const shell = spawn("bash", ["-c", `{ ${command}\n} 2>&1`], { cwd: folder, env, detached: true, stdio: "pipe" });
  shell.stdin.end();
  const interrupt = () => {
    if (shell.pid !== undefined) process.kill(-shell.pid, "SIGINT");
  };
  const timer = setTimeout(interrupt, patience);
  let said = "";
  shell.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (isEnough?.(said)) interrupt();
  });
  return new Promise((resolve) => {
    shell.on("close", () => {
      clearTimeout(timer);
      resolve(said);
    });
  });
}

const changing = [
  [/\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?/g, "DATE"],
  [/\d+(?= (?:posts|pages|files|addresses)\b)/g, "N"],
  [/\d+\.\d s$/gm, "N s"],
  [/(?<=localhost:|line )\d+/g, "N"],
] as const;

/** An answer without what is different each time: dates, seconds, ports and how many posts the sample blog has. */
export function toComparable(text: string): string {
  return changing.reduce((rest, [pattern, name]) => rest.replace(pattern, name), text.trimEnd());
}

/** Whether an answer is the one that a document shows, in which `…` stands for any lines. */
export function isAnswer(said: string, shown: string): boolean {
  const parts = toComparable(shown).split(/^…(?:\n|$)/m);
  const pattern = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("(?:.*\n)*");
  return new RegExp(`^${pattern}\\n?$`).test(`${toComparable(said)}\n`);
}
