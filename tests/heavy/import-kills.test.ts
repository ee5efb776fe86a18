import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { ending, startFakeImport } from "../importers/fake-process.ts";
import { readBytes } from "../support/folder-snapshot.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("60 kills at any moment of two imports of 4,000 posts end in the bytes of runs that nobody disturbed", async () => {
  const [undisturbed, killed] = [temporaryFolder(), temporaryFolder()];
  for (const edition of ["first", "second"]) {
    expect(await ending(startFakeImport(undisturbed, "4000", edition))).toMatchObject({ code: 0, stderr: "" });
    let kills = 0;
    for (let round = 0; round < 30; round += 1) {
      const child = startFakeImport(killed, "4000", edition);
      const end = ending(child);
      await new Promise((resolve) => child.stdout.once("data", resolve));
      await sleep(5 + round * 17);
      child.kill("SIGKILL");
      if ((await end).signal === "SIGKILL") kills += 1;
    }
    expect(kills).toBeGreaterThan(5);
    expect(await ending(startFakeImport(killed, "4000", edition))).toMatchObject({ code: 0, stderr: "" });
    expect(readBytes(killed)).toEqual(readBytes(undisturbed));
  }
});
