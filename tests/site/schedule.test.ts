import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function makeBlog(): string {
  const blog = temporaryFolder();
  mkdirSync(join(blog, "posts"));
  mkdirSync(join(blog, "_data"));
  writeFileSync(
    join(blog, "_data/site.ts"),
    'export default { timezone: "Europe/Berlin", search: false, cards: false };\n',
  );
  writeFileSync(join(blog, "posts/out.md"), "---\ntitle: Out\ndate: 2026-01-05\n---\n\nWords.\n");
  writeFileSync(join(blog, "posts/waits.md"), "---\ntitle: Waits\ndate: 2026-10-25 02:30\n---\n\nWords.\n");
  return blog;
}

/** A machine on the other side of the world. */
const env = { TZ: "America/Los_Angeles" };

describe("a post with a date in the future", () => {
  test("waits, and the build says until when", async () => {
    const blog = makeBlog();
    const args = ["--blog", blog, "--output", join(blog, "out")];
    const before = await runScript("build", [...args, "--now", "2026-10-25T00:29:59Z"], { env });
    expect(before.stdout).toMatch(/^1 scheduled, next on 2026-10-25 02:30 \(Europe\/Berlin\)\nBuilt 1 posts, /);
    const after = await runScript("build", [...args, "--now", "2026-10-25T00:30:00Z"], { env });
    expect(after.stdout).toMatch(/^Built 2 posts, /);
  });
});

describe("npm run due", () => {
  test("names what has come out since, and nothing else", async () => {
    const blog = makeBlog();
    const due = (since: string, now: string) =>
      runScript("due", ["--blog", ".", "--since", since, "--now", now], { cwd: blog, env });
    expect(await due("2026-10-25T00:00:00Z", "2026-10-25T00:29:00Z")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await due("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z")).toMatchObject({ stdout: "posts/waits.md\n" });
    expect(await due("2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z")).toMatchObject({ stdout: "" });
  });

  test("answers a wrong moment in one line", async () => {
    const run = await runScript("due", ["--since", "yesterday"]);
    expect(run).toEqual({ code: 2, stdout: "", stderr: "--since is not an ISO date (found yesterday). Try --help.\n" });
  });
});
