import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { runScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function makeSite(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const link = (hash: string) => `<link rel="stylesheet" href="/blog/assets/main.${hash}.css">`;

describe("npm run compare", () => {
  const before = {
    "index.html": link("AAAAAAA1"),
    "old/index.html": "gone",
    "posts/a/index.html": `${link("AAAAAAA1")}one`,
    "assets/main.AAAAAAA1.css": "a{}",
    "feed.xml": "<a/>",
  };
  const after = {
    "index.html": link("BBBBBBB2"),
    "posts/a/index.html": `${link("BBBBBBB2")}one, two`,
    "posts/<b>|`/index.html": "new",
    "assets/main.BBBBBBB2.css": "a{b:c}",
    "feed.xml": "<a/>",
  };

  test("tells pages added, changed and removed, and takes a new hash for no change", async () => {
    const run = await runScript("compare", [makeSite(before), makeSite(after)]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("1 page added, 1 page and 1 other file changed, 1 page removed; 0.1 kB in all (+7).");
    expect(run.stdout).toContain("| <code>/old/</code> | 4 |");
    expect(run.stdout).toContain("| <code>/posts/a/</code> | 69 (+5) |");
    expect(run.stdout).toContain("| <code>/posts/&#60;b&#62;&#124;&#96;/</code> | 3 |");
    expect(run.stdout).not.toContain("| <code>/</code>");
  });

  test("says so when nothing would change", async () => {
    const run = await runScript("compare", [makeSite(before), makeSite(before)]);
    expect(run.stdout).toContain("\nNothing.\n");
  });

  test("prints the same as JSON", async () => {
    const run = await runScript("compare", [makeSite(before), makeSite(after), "--json"]);
    expect(JSON.parse(run.stdout)).toMatchObject({
      added: [{ path: "posts/<b>|`/index.html", after: 3 }],
      removed: [{ path: "old/index.html", before: 4 }],
      changed: [{ path: "assets/main.css" }, { path: "posts/a/index.html" }],
    });
  });

  test.each([[[]], [["only-one"]]])("answers wrong arguments in one line: %j", async (args) => {
    const run = await runScript("compare", args);
    expect(run).toEqual({
      code: 2,
      stdout: "",
      stderr: "two folders are needed: the earlier build and the later one. Try --help.\n",
    });
  });
});
