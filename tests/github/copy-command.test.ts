import { join } from "node:path";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { startEmulator } from "../../emulator/start-emulator.ts";
import { walkDiscussion } from "../../emulator/store/model.ts";
import { formatThread } from "../../src/comments/format-thread.ts";
import type { Thread } from "../../src/comments/thread.ts";
import { makeComment, makeThread } from "../comments/make-thread.ts";
import { UsageError } from "../../scripts/command.ts";
import { readThreadList } from "../../scripts/discussions-request.ts";
import { runScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { writeBlog } from "./sync-blog.ts";

async function importedBlog() {
  const emulator = await startEmulator({ port: 0 });
  onTestFinished(() => emulator.close());
  const folder = temporaryFolder();
  writeBlog(folder, emulator, ["tea", "jam"], "https://example.org/blog/");
  mkdirSync(join(folder, "comments"));
  const reply = makeComment("2", { source: "wordpress", createdAt: "2026-03-02T09:00:00Z" });
  const comments = [makeComment("1", { source: "wordpress", replies: [reply] })];
  for (const post of ["tea", "jam"])
    writeFileSync(join(folder, `comments/${post}.json`), formatThread(makeThread(post, comments)));
  const env = { GITHUB_GRAPHQL_URL: emulator.graphqlUrl, GITHUB_TOKEN: "t" };
  const run = (...args: string[]) => runScript("import", ["discussions", "--blog", folder, ...args], { env });
  const sync = () => runScript("sync", ["--blog", folder], { env });
  const thread = (post: string) => JSON.parse(readFileSync(join(folder, `comments/${post}.json`), "utf8")) as Thread;
  return { emulator, run, sync, thread };
}

test("imported comments are copied by a command that may be repeated", async () => {
  const { emulator, run, sync, thread } = await importedBlog();
  const planned = await run("tea", "--dry-run");
  expect(planned.stdout).toMatch(/comments\/tea\.json: 2 would be copied\n/);
  expect(planned.stdout).toMatch(/\nNothing was written: 2 comments would be copied, 0 threads had nothing to copy\n$/);
  const done = await run("--all");
  expect(done).toMatchObject({ code: 0, stderr: "" });
  expect(done.stdout).toMatch(/comments\/jam\.json: 2 copied \(#\d+\)\n/);
  expect(done.stdout).toMatch(/\n4 comments copied, 0 threads had nothing to copy\n$/);
  expect(JSON.parse((await run("--all", "--json")).stdout)).toEqual({
    dryRun: false,
    threads: [],
    unchanged: 2,
    problems: [],
  });
  const { number = 0 } = thread("tea").discussion ?? {};
  const bodies = [...walkDiscussion(emulator.control.store.discussion(number) ?? { comments: [] })].map(
    ({ comment }) => comment.body,
  );
  expect(bodies).toHaveLength(2);
  expect(bodies[0]).toMatch(
    /^\*\*Author of 1\*\* · \[March 1, 2026\]\(https:\/\/example\.org\/blog\/posts\/tea\/#comment-1\)\n/,
  );
  expect(await sync()).toMatchObject({ code: 0 });
  expect(thread("tea").comments).toMatchObject([
    { anchor: "comment-1", replies: [{ anchor: "comment-2", replies: [] }] },
  ]);
  expect(thread("tea").comments).toHaveLength(1);
});

test("ids of nothing are told, wrong words are one line", async () => {
  const { run } = await importedBlog();
  expect(await run("soup")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("there is no thread of soup to copy"),
  });
  expect(await run()).toMatchObject({ code: 2, stderr: "discussions needs the ids of posts, or --all. Try --help.\n" });
  expect(await run("tea", "--all")).toMatchObject({
    code: 2,
    stderr: "discussions takes ids or --all, not both. Try --help.\n",
  });
});

test.each([
  [undefined, undefined],
  ["all", "all"],
  ["tea", ["tea"]],
  [" tea, jam,,", ["tea", "jam"]],
])("--to-discussions %j means %j", (list, expected) => {
  expect(readThreadList({ "to-discussions": list })).toEqual(expected);
});

test.each([{ "to-discussions": " , " }, { "to-discussions": "tea", json: true }, { all: true }, { blog: "." }])(
  "an import takes no %j",
  (values) => expect(() => readThreadList(values)).toThrow(UsageError),
);
