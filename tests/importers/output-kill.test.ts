import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "../../src/files/read-folder.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { ending, startFakeImport } from "./fake-process.ts";

function readBytes(folder: string): Record<string, string> {
  return Object.fromEntries(listFiles(folder).map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

const number = 12;

test("kill -9 at many moments, in a first and in a second import, ends in the bytes of runs that nobody disturbed", async () => {
  const [undisturbed, killed] = [temporaryFolder(), temporaryFolder()];
  for (const edition of ["first", "second"]) {
    const sound = await ending(startFakeImport(undisturbed, `${number}`, edition));
    expect(sound).toMatchObject({ code: 0, stderr: "" });
    for (const step of [1, 2, 3, 4, 7, 10, 14]) {
      const end = await ending(startFakeImport(killed, `${number}`, edition, `${step}`));
      expect(end).toMatchObject({ signal: "SIGKILL", stderr: "" });
    }
    expect(await ending(startFakeImport(killed, `${number}`, edition))).toMatchObject({ code: 0, stderr: "" });
    expect(readBytes(killed)).toEqual(readBytes(undisturbed));
  }
}, 120_000);

test("while another import writes into the same folder, a second one says so and touches nothing", async () => {
  const into = temporaryFolder();
  mkdirSync(join(into, ".import"));
  // This process is alive, and stands for the other import.
  writeFileSync(join(into, ".import/lock"), String(process.pid));
  const end = await ending(startFakeImport(into, "3", "first"));
  expect(end.code).toBe(1);
  expect(end.stderr).toContain(`Another import is writing into ${into} (process ${process.pid}).`);
  expect(listFiles(into)).toEqual([".import/lock"]);
});

test("of two imports at once, one writes and the other is refused", async () => {
  const into = temporaryFolder();
  const ends = await Promise.all([1, 2].map(() => ending(startFakeImport(into, "3000", "first"))));
  const refused = ends.filter(({ code }) => code !== 0);
  for (const { stderr } of refused) expect(stderr).toContain("Another import is writing into");
  const after = await ending(startFakeImport(into, "3000", "first"));
  expect(after).toMatchObject({ code: 0, stderr: "" });
  expect(listFiles(join(into, "posts"))).toHaveLength(3000);
  expect(listFiles(into).filter((path) => path.includes("imported") || path.endsWith("lock"))).toEqual([]);
}, 60_000);
