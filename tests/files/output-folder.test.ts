import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openOutputFolder, recoverOutputFolder, refusalFor } from "../../src/files/output-folder.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const target = (): string => join(temporaryFolder(), "_site");

function buildInto(site: string, text: string): void {
  const folder = openOutputFolder(site);
  writeFileSync(join(folder.path, "index.html"), text);
  folder.swapIn();
}

const pageOf = (site: string): string => readFileSync(join(site, "index.html"), "utf8");
const besideOf = (site: string): string[] => readdirSync(dirname(site)).filter((name) => name !== basename(site));

/** A process id that no process has any more. */
function deadPid(): number {
  return spawnSync(process.execPath, ["--eval", ""]).pid;
}

/** A process that lives as long as the test. */
function livingPid(): number {
  const child = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child.pid ?? 0;
}

function leave(site: string, kind: "new" | "old", pid: number, text: string): string {
  const path = `${site}.${kind}-${pid}-Ab12cd`;
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "index.html"), text);
  return path;
}

describe("an output folder", () => {
  test("appears whole, with the mark of its maker, and nothing beside it", () => {
    const site = target();
    const folder = openOutputFolder(site);
    writeFileSync(join(folder.path, "index.html"), "one");
    expect(existsSync(site)).toBe(false);
    folder.swapIn();
    expect(readdirSync(site).sort()).toEqual([".klatsch", "index.html"]);
    expect(lstatSync(site).mode & 0o777).toBe(0o755);
    expect(besideOf(site)).toEqual([]);
  });

  test("replaces the one before it, whole", () => {
    const site = target();
    buildInto(site, "one");
    writeFileSync(join(site, "old.html"), "old");
    buildInto(site, "two");
    expect(pageOf(site)).toBe("two");
    expect(readdirSync(site).sort()).toEqual([".klatsch", "index.html"]);
    expect(besideOf(site)).toEqual([]);
  });

  test("that is given up leaves the one before it", () => {
    const site = target();
    buildInto(site, "one");
    const folder = openOutputFolder(site);
    writeFileSync(join(folder.path, "index.html"), "half");
    folder.discard();
    expect(pageOf(site)).toBe("one");
    expect(besideOf(site)).toEqual([]);
  });

  test("may lie in folders that are not there yet", () => {
    const site = join(temporaryFolder(), "deep/er/_site");
    buildInto(site, "one");
    expect(pageOf(site)).toBe("one");
  });

  test("may be a link to another place, and stays one", () => {
    const real = join(temporaryFolder(), "elsewhere");
    const site = target();
    mkdirSync(real);
    symlinkSync(real, site);
    buildInto(site, "one");
    buildInto(site, "two");
    expect(lstatSync(site).isSymbolicLink()).toBe(true);
    expect(pageOf(real)).toBe("two");
    expect([...besideOf(site), ...besideOf(real)]).toEqual([]);
  });
});

describe("an output folder is refused", () => {
  test("when it holds what somebody else made", () => {
    const site = target();
    mkdirSync(site);
    writeFileSync(join(site, "thesis.txt"), "irreplaceable");
    expect(refusalFor(site)).toBe(
      `${site} is not empty and was not made by this command. Name another folder with --output, or empty it.`,
    );
  });

  test("when it is a file", () => {
    const site = target();
    writeFileSync(site, "irreplaceable");
    expect(refusalFor(site)).toBe(`${site} is a file. Name a folder with --output.`);
  });

  test("but not when it is missing, empty, a link to nothing, or our own", () => {
    const site = target();
    expect(refusalFor(site)).toBeUndefined();
    mkdirSync(site);
    expect(refusalFor(site)).toBeUndefined();
    buildInto(site, "one");
    expect(refusalFor(site)).toBeUndefined();
    const link = target();
    symlinkSync(join(dirname(link), "nowhere"), link);
    expect(refusalFor(link)).toBeUndefined();
  });
});

describe("after a build that was killed", () => {
  test("between its two renames, the old site is put back and the new one removed", () => {
    const site = target();
    buildInto(site, "one");
    const pid = deadPid();
    renameSync(site, `${site}.old-${pid}-Ab12cd`);
    leave(site, "new", pid, "two");
    recoverOutputFolder(site);
    expect(pageOf(site)).toBe("one");
    expect(besideOf(site)).toEqual([]);
  });

  test("behind a link, the old site is put back where the link leads", () => {
    const real = join(temporaryFolder(), "elsewhere");
    const site = target();
    mkdirSync(real);
    symlinkSync(real, site);
    buildInto(site, "one");
    renameSync(real, `${real}.old-${deadPid()}-Ab12cd`);
    recoverOutputFolder(site);
    expect(pageOf(site)).toBe("one");
    expect(lstatSync(site).isSymbolicLink()).toBe(true);
  });

  test("while it wrote or removed, what it left goes and the site stays", () => {
    const site = target();
    buildInto(site, "one");
    leave(site, "new", deadPid(), "half");
    leave(site, "old", deadPid(), "half");
    recoverOutputFolder(site);
    expect(pageOf(site)).toBe("one");
    expect(besideOf(site)).toEqual([]);
  });

  test("its process number may have become ours", () => {
    const site = target();
    leave(site, "old", process.pid, "one");
    recoverOutputFolder(site);
    expect(pageOf(site)).toBe("one");
  });

  test("the next one cleans up by itself", () => {
    const site = target();
    leave(site, "new", deadPid(), "half");
    leave(site, "old", deadPid(), "one");
    const folder = openOutputFolder(site);
    expect(pageOf(site)).toBe("one");
    folder.discard();
    expect(besideOf(site)).toEqual([]);
  });

  test("nothing else is touched", () => {
    const site = target();
    const names = ["_site.new", "_site.new-1-", "_site.old-x-Ab12cd", "_site2.new-1-Ab12cd", "x_site.old-1-Ab12cd"];
    for (const name of names) mkdirSync(join(dirname(site), name));
    recoverOutputFolder(site);
    expect(besideOf(site).sort()).toEqual(names.sort());
  });
});

test("a build that still runs keeps its folder", () => {
  const site = target();
  buildInto(site, "one");
  const path = leave(site, "new", livingPid(), "half");
  buildInto(site, "two");
  expect(pageOf(site)).toBe("two");
  expect(besideOf(site)).toEqual([basename(path)]);
});
