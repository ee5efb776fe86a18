import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { finishChanges, finishInterrupted, isUnfinished } from "../../src/files/finish-changes.ts";
import { ChangesUnderWay, makeChanges, prepareChanges, type FileChange } from "../../src/files/make-changes.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const report = { text: "Done.\n", json: { status: "done" } };

function write(root: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const read = (root: string): Record<string, string> =>
  Object.fromEntries(listFiles(root).map((path) => [path, readFileSync(join(root, path), "utf8")]));

const before = {
  "src/a.ts": "a1",
  "src/b.ts": "b1",
  "src/deep/er/gone.ts": "gone1",
  lint: "file1",
  run: "run1",
  "posts/mine.md": "mine",
};
const changes: readonly FileChange[] = [
  { path: "src/deep/er/gone.ts" },
  { path: "lint" },
  { path: "src/a.ts", content: Buffer.from("a2") },
  { path: "run", content: Buffer.from("run2"), isExecutable: true },
  { path: "new/folder/c.ts", content: Buffer.from("c2") },
  { path: "lint/rule.js", content: Buffer.from("rule2") },
];
const after = {
  "src/a.ts": "a2",
  "src/b.ts": "b1",
  "lint/rule.js": "rule2",
  run: "run2",
  "new/folder/c.ts": "c2",
  "posts/mine.md": "mine",
};
const sorted = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)));

describe("several changes", () => {
  test("are made as one, and nothing stays beside them", () => {
    const root = write(temporaryFolder(), before);
    expect(makeChanges(root, changes, { report })).toEqual(report);
    expect(read(root)).toEqual(sorted(after));
    expect(readdirSync(join(root, ".klatsch"))).toEqual([]);
    expect(existsSync(join(root, "src/deep"))).toBe(false);
    expect(lstatSync(join(root, "run")).mode & 0o111).not.toBe(0);
    expect(lstatSync(join(root, "src/a.ts")).mode & 0o111).toBe(0);
  });

  test("leave what they replaced where somebody wants it, out of sight of git", () => {
    const root = write(temporaryFolder(), before);
    makeChanges(root, changes, { report, keepOldAs: ".klatsch/before" });
    expect(read(join(root, ".klatsch/before"))).toEqual(
      sorted({ ".gitignore": "*\n", "src/a.ts": "a1", "src/deep/er/gone.ts": "gone1", lint: "file1", run: "run1" }),
    );
    expect(readdirSync(join(root, ".klatsch"))).toEqual(["before"]);
  });

  test("come before those that go, so that whatever a kill leaves finds what it imports", () => {
    const root = write(temporaryFolder(), before);
    prepareChanges(root, changes, { report });
    const order: string[] = [];
    finishChanges(root, (path) => order.push(path));
    // What is in the way of what comes is the one exception.
    expect(order).toEqual(["lint", "new/folder/c.ts", "lint/rule.js", "src/a.ts", "run", "src/deep/er/gone.ts"]);
  });

  test("are taken back when one of them fails", () => {
    const root = write(temporaryFolder(), before);
    prepareChanges(root, changes, { report });
    const fail = (path: string): void => {
      if (path === "run") throw new Error("the disk is full");
    };
    expect(() => finishChanges(root, fail)).toThrow("the disk is full");
    expect(read(root)).toEqual(sorted(before));
    expect(readdirSync(join(root, ".klatsch"))).toEqual([]);
  });

  test("are not begun when a file is no longer what it was", () => {
    const root = write(temporaryFolder(), before);
    prepareChanges(root, changes, { report });
    writeFileSync(join(root, "run"), "edited");
    expect(finishInterrupted(root)).toEqual({
      failure:
        "An update was interrupted, and run has changed since. Put it back, or remove .klatsch/update to give the update up.",
    });
    rmSync(join(root, ".klatsch"), { recursive: true });
    expect(read(root)).toEqual(sorted({ ...before, run: "edited" }));
  });

  test("do not follow a link out of the folder", () => {
    const elsewhere = write(temporaryFolder(), { "other.ts": "x" });
    const root = write(temporaryFolder(), { "x.ts": "x" });
    prepareChanges(root, [{ path: "src/a.ts", content: Buffer.from("a2") }], { report });
    symlinkSync(elsewhere, join(root, "src"));
    expect(finishInterrupted(root)).toHaveProperty("failure");
    expect(read(elsewhere)).toEqual({ "other.ts": "x" });
  });

  test("that the disk refuses are taken back as well", () => {
    const root = write(temporaryFolder(), before);
    const below = { path: "src/b.ts/c.ts", content: Buffer.from("c") };
    expect(() => makeChanges(root, [...changes, below], { report })).toThrow(/EEXIST|ENOTDIR/);
    expect(read(root)).toEqual(sorted(before));
  });
});

describe("after a kill", () => {
  test.each([0, 1, 2, 3, 4, 5])("before change %i, the next run finishes", (step) => {
    const root = write(temporaryFolder(), before);
    prepareChanges(root, changes, { report, keepOldAs: ".klatsch/before" });
    const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
    const script = fileURLToPath(new URL("finish-until.ts", import.meta.url));
    const { signal } = spawnSync(process.execPath, ["--import", loader, script, root, String(step)]);
    expect(signal).toBe("SIGKILL");
    expect(isUnfinished(root)).toBe(true);
    expect(finishInterrupted(root)).toEqual({ report });
    const backup = read(join(root, ".klatsch/before"));
    expect(Object.keys(backup)).toEqual([".gitignore", "lint", "run", "src/a.ts", "src/deep/er/gone.ts"]);
    rmSync(join(root, ".klatsch"), { recursive: true });
    expect(read(root)).toEqual(sorted(after));
  });

  test("in the midst of the preparation, nothing has happened, and the next run begins anew", () => {
    const root = write(temporaryFolder(), before);
    write(root, { ".klatsch/update/new/src/a.ts": "half", ".klatsch/update/pid": String(deadPid()) });
    expect(isUnfinished(root)).toBe(false);
    makeChanges(root, changes, { report });
    expect(read(root)).toEqual(sorted(after));
  });

  test("when all was done but the clearing away, the next changes clear away", () => {
    const root = write(temporaryFolder(), { "src/a.ts": "a2" });
    const journal = { format: 1, changes: [], keepOldAs: ".klatsch/before", report };
    write(root, { ".klatsch/update/finished.json": JSON.stringify(journal), ".klatsch/update/old/src/a.ts": "a1" });
    makeChanges(root, [{ path: "src/a.ts", content: Buffer.from("a3") }], { report });
    expect(read(root)).toEqual({
      ".klatsch/before/.gitignore": "*\n",
      ".klatsch/before/src/a.ts": "a1",
      "src/a.ts": "a3",
    });
  });

  test("a file that was removed since is no hindrance", () => {
    const root = write(temporaryFolder(), before);
    prepareChanges(root, changes, { report });
    rmSync(join(root, "src"), { recursive: true });
    expect(finishInterrupted(root)).toEqual({ report });
    expect(readFileSync(join(root, "src/a.ts"), "utf8")).toBe("a2");
  });
});

describe("while another process is at it", () => {
  function begin(pid: number): string {
    const root = write(temporaryFolder(), before);
    prepareChanges(root, changes, { report });
    writeFileSync(join(root, ".klatsch/update/pid"), String(pid));
    return root;
  }

  test("its changes are left alone", () => {
    const pid = livingPid();
    const root = begin(pid);
    expect(finishInterrupted(root)).toEqual({
      failure: `Another update is at it (process ${pid}). Run this again when it has ended.`,
    });
    expect(() => makeChanges(root, [], { report })).toThrow(ChangesUnderWay);
    expect(isUnfinished(root)).toBe(true);
  });

  test("unless its number was given to somebody else since", () => {
    const root = begin(livingPid());
    utimesSync(join(root, ".klatsch/update/pid"), 0, 0);
    expect(finishInterrupted(root)).toEqual({ report });
  });

  test("or it was killed just now, and its changes wait to be finished", () => {
    expect(() => makeChanges(begin(deadPid()), [], { report })).toThrow(ChangesUnderWay);
  });
});

test("what an update has half replaced imports nothing else of ours", () => {
  const importsOf = (file: string) =>
    [
      ...readFileSync(new URL(`../../${file}`, import.meta.url), "utf8").matchAll(
        /^import .* from "(\..*)";|^\} from "(\..*)";/gm,
      ),
    ].map((match) => match[1] ?? match[2]);
  expect(importsOf("scripts/update.ts")).toEqual(["../src/files/finish-changes.ts"]);
  expect(importsOf("src/files/finish-changes.ts")).toEqual(["./other-process.ts"]);
  expect(importsOf("src/files/other-process.ts")).toEqual([]);
});

function deadPid(): number {
  return spawnSync(process.execPath, ["--eval", ""]).pid;
}

function livingPid(): number {
  const child = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child.pid ?? 0;
}
