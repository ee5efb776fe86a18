import { runImport } from "../../src/importers/output/run-import.ts";
import { fakeItem, fakeSource } from "./fake-source.ts";

// A process of its own, for tests to kill: `run-fake-import.ts DIR NUMBER EDITION [KILL_AT]`. With the last, it kills
// itself at that step; else whoever started it may.
const [into = "", number = "0", edition = "first", killAt = "0"] = process.argv.slice(2);

const items = Array.from({ length: Number(number) }, (_, index) => {
  const key = `post-${index}`;
  const path = `posts/20${10 + (index % 10)}/${key}.md`;
  return fakeItem(
    key,
    {
      outcome: { kind: "written", path },
      comments: [{ id: `${index}`, type: "comment", approved: "1", outcome: "shown", thread: key, depth: 0 }],
    },
    {
      files: [
        { path, content: `---\ntitle: ${key}\ndate: 2012-05-01\n---\n\n${edition} ${"words ".repeat(200)}\n` },
        { path: `comments/${key}.json`, content: `{ "edition": "${edition}" }\n` },
      ],
    },
  );
});

let steps = 0;
const step = (): void => {
  steps += 1;
  if (steps === Number(killAt)) process.kill(process.pid, "SIGKILL");
};

process.stdout.write("started\n");
const result = await runImport(fakeSource(items), {
  into,
  dryRun: false,
  onProgress: step,
  isStopped: () => {
    step();
    return false;
  },
});
process.stdout.write(`${result.isStopped ? "stopped" : "done"} in ${steps} steps\n`);
