import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { removeDrafts, writeAtomically } from "../../src/files/atomic-file.ts";
import { takeLock } from "../../src/files/lock-file.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const dead = spawnSync(process.execPath, ["-e", ""]).pid;
const alive = process.ppid;
const noSleep = () => Promise.resolve();

test("a file is written with its folders, and nothing stays beside it", () => {
  const folder = temporaryFolder();
  writeAtomically(join(folder, "a", "b.json"), "one");
  writeAtomically(join(folder, "a", "b.json"), "two");
  expect(readdirSync(join(folder, "a"))).toEqual(["b.json"]);
  expect(readFileSync(join(folder, "a", "b.json"), "utf8")).toBe("two");
});

test("a file that cannot be put in its place leaves the old one and no draft", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "a.json", "in-the-way"), { recursive: true });
  expect(() => writeAtomically(join(folder, "a.json"), "one")).toThrow();
  expect(readdirSync(folder)).toEqual(["a.json"]);
});

test("drafts of dead processes are removed, those of others left", () => {
  const folder = temporaryFolder();
  for (const name of [`.klatsch-${dead}-1.tmp`, `.klatsch-${alive}-1.tmp`, "a.json"])
    writeFileSync(join(folder, name), "");
  removeDrafts(folder);
  expect(readdirSync(folder).toSorted()).toEqual([`.klatsch-${alive}-1.tmp`, "a.json"]);
  removeDrafts(join(folder, "nowhere"));
});

test("a lock is held once, and free when it is let go of", async () => {
  const file = join(temporaryFolder(), "sync", "x.lock");
  const release = await takeLock(file, noSleep, () => undefined);
  expect(readFileSync(file, "utf8")).toBe(String(process.pid));
  release();
  expect(existsSync(file)).toBe(false);
});

test("a lock of a dead process, or one that has not been alive for long, is taken over; another is waited for", async () => {
  const file = join(temporaryFolder(), "x.lock");
  const waits: number[] = [];
  writeFileSync(file, String(dead));
  (await takeLock(file, noSleep, (pid) => waits.push(pid)))();
  writeFileSync(file, String(alive));
  utimesSync(file, 0, 0);
  (await takeLock(file, noSleep, (pid) => waits.push(pid)))();
  expect(waits).toEqual([]);
  writeFileSync(file, String(alive));
  const sleep = async () => void (waits.length > 2 && writeFileSync(file, String(dead)));
  (await takeLock(file, sleep, (pid) => waits.push(pid)))();
  expect(waits).toEqual([alive, alive, alive]);
});
