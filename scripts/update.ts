import { fileURLToPath } from "node:url";
import { finishInterrupted, isUnfinished } from "../src/files/finish-changes.ts";

// An update that was killed has left an engine half old, half new, in which little can be relied on: only what is
// imported above is known to be there (see `finish-changes.ts`). All the rest is imported when the engine is whole.

const root = fileURLToPath(new URL("..", import.meta.url));
const words = process.argv.slice(2);
const isElsewhere = words.some((word) => word === "--help" || word.startsWith("--blog"));

if (isElsewhere || !isUnfinished(root)) await import("./update-command.ts");
else finish();

function finish(): void {
  if (words.includes("--dry-run"))
    return refuse("An update was interrupted. Run this without --dry-run, and it is finished.");
  // What is begun is done before the signal is heard.
  process.once("SIGINT", () => process.exit(130)).once("SIGTERM", () => process.exit(143));
  const finished = finishInterrupted(root);
  if ("failure" in finished) return refuse(finished.failure);
  const { text, json } = finished.report;
  const isJson = words.includes("--json");
  process.stdout.write(isJson ? `${JSON.stringify(json, null, 2)}\n` : `An interrupted update was finished. ${text}`);
}

function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
