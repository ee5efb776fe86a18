import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { EmulatorOptions } from "../../emulator/emulator.ts";
import { startEmulator } from "../../emulator/start-emulator.ts";
import { runScript } from "../support/run-script.ts";
import { stubServer } from "../support/stub-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { writeBlog, writeFiles } from "./sync-blog.ts";

const one = [{ id: "DIC_1", name: "Announcements", slug: "announcements", emoji: ":mega:", isAnswerable: false }];

async function blogOn(options: EmulatorOptions = {}, token = "") {
  const emulator = await startEmulator({ port: 0, ...options });
  onTestFinished(() => emulator.close());
  const folder = temporaryFolder();
  writeBlog(folder, emulator, ["tea", "milk"]);
  const env = {
    GITHUB_GRAPHQL_URL: token === "" ? "" : emulator.graphqlUrl,
    GITHUB_TOKEN: token,
    GISCUS_HOST: emulator.giscusHost,
  };
  const run = (name: string, ...args: string[]) => runScript(name, [...args, "--blog", folder], { env });
  const settings = () => JSON.parse(readFileSync(join(folder, "_data/giscus.json"), "utf8")) as unknown;
  return { emulator, folder, run, settings };
}

test.each([
  ["without a token, through giscus", ""],
  ["with one, through GitHub", "t"],
])("setup finds the ids %s", async (_name, token) => {
  const { emulator, run, settings, folder } = await blogOn({ categories: one }, token);
  rmSync(join(folder, "_data/giscus.json"));
  const { code, stdout, stderr } = await run("setup", "klatsch/emulated");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(
    /^Wrote .*_data\/giscus\.json: klatsch\/emulated, category "Announcements"\.\nThen `npm run doctor` says/,
  );
  expect(settings()).toEqual({
    repo: "klatsch/emulated",
    repoId: emulator.repoId,
    category: "Announcements",
    categoryId: "DIC_1",
  });
});

test("several categories are listed in one line, one of them can be named", async () => {
  const { run, settings } = await blogOn();
  const before = settings();
  const listed = await run("setup", "klatsch/emulated");
  expect(listed).toMatchObject({
    code: 2,
    stdout: "",
    stderr: "Several categories fit: Announcements, Comments, Q&A. Name one with --category. Try --help.\n",
  });
  expect(settings()).toEqual(before);
  const unknown = await run("setup", "klatsch/emulated", "--category", "Tea");
  expect(unknown).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("(found Tea; there are: Announcements, Comments, Q&A)"),
  });
  expect((await run("setup", "klatsch/emulated", "--category", "announcements")).code).toBe(0);
  expect(settings()).toMatchObject({ category: "Announcements", categoryId: "DIC_emulatedAnnouncements" });
});

test("what is still to be clicked is one line each, with the address", async () => {
  const without = await blogOn({ categories: one });
  without.emulator.control.store.repository.hasGiscus = false;
  const refused = await without.run("setup", "klatsch/emulated");
  expect([refused.code, refused.stdout]).toEqual([1, ""]);
  expect(refused.stderr).toContain(
    "\nTurn Discussions on, under Features: https://github.com/klatsch/emulated/settings#features\n",
  );
  expect(refused.stderr).toContain(
    "\nInstall the giscus app on klatsch/emulated: https://github.com/apps/giscus/installations/new\n",
  );
  const { emulator, run } = await blogOn({ categories: one }, "t");
  Object.assign(emulator.control.store.repository, { hasGiscus: false, hasDiscussionsEnabled: false, isPrivate: true });
  const { code, stdout } = await run("setup", "klatsch/emulated");
  expect(code).toBe(0);
  expect(stdout.match(/^Still to be clicked: .*https:\/\/.*$/gm)).toHaveLength(3);
});

test.each([
  [[], "The repository is missing: owner/name"],
  [["tea"], "The repository is not owner/name (found tea)"],
  [["a/b", "c/d"], "One repository is enough (found a/b c/d)"],
  [["a/b", "--no"], "Unknown option '--no'"],
])("setup with %j is one line", async (args, message) => {
  const { run } = await blogOn();
  const { code, stderr } = await run("setup", ...args);
  expect([code, stderr]).toEqual([2, `${message}. Try --help.\n`]);
});

test("a repository's full address is as good", async () => {
  const { run, settings } = await blogOn({ categories: one });
  expect((await run("setup", "https://github.com/klatsch/emulated.git")).code).toBe(0);
  expect(settings()).toMatchObject({ repo: "klatsch/emulated" });
});

test("doctor finds all in place", async () => {
  const { run, emulator, folder } = await blogOn({}, "t");
  const headers = { "content-type": "text/css", "access-control-allow-origin": "*" };
  const { origin, requests } = await stubServer((_request, response) => response.writeHead(200, headers).end());
  writeBlog(folder, emulator, ["tea", "milk"], `${origin}/`);
  emulator.control.allow(origin);
  expect((await run("sync", "--create")).code).toBe(0);
  const { code, stdout } = await run("doctor");
  const lines = stdout.trim().split("\n");
  expect(lines.filter((line) => !line.startsWith("✓"))).toEqual([]);
  expect(lines).toContain(`✓ giscus.json of klatsch/emulated allows ${origin}`);
  expect(lines).toContain("✓ threads and posts fit together");
  expect(code).toBe(0);
  expect(requests).toEqual(["GET /assets/giscus-theme.css "]);
});

test("doctor says what is wrong and what to do", async () => {
  const { run, emulator, folder } = await blogOn({ origins: ["https://other.example"] }, "t");
  Object.assign(emulator.control.store.repository, { hasGiscus: false, hasDiscussionsEnabled: false, isPrivate: true });
  const settings = { repo: emulator.repo, repoId: "R_wrong", category: "Comments", categoryId: "DIC_wrong" };
  writeFiles(folder, {
    "_data/giscus.json": JSON.stringify(settings),
    "comments/old-tea.json": JSON.stringify({ post: "old-tea", discussion: null, comments: [] }),
  });
  const { code, stdout } = await run("doctor", "--json");
  expect(code).toBe(1);
  const { checks, errors } = JSON.parse(stdout) as {
    checks: { id: string; status: string; remedy?: string }[];
    errors: number;
  };
  const wrong = checks.filter(({ status }) => status === "error").map(({ id }) => id);
  expect(wrong).toEqual(
    expect.arrayContaining(["giscus-app", "repository-public", "discussions", "repository-id", "category", "origins"]),
  );
  expect(errors).toBe(wrong.length);
  expect(checks.every(({ status, remedy }) => status === "ok" || (remedy ?? "") !== "")).toBe(true);
  expect(checks.find(({ id }) => id === "thread-without-post")?.remedy).toMatch(
    /posts\/tea\.md: add the line `id: old-tea`/,
  );
});

test("doctor works without a token, without GitHub and without settings", async () => {
  const without = await blogOn();
  const { code, stdout } = await without.run("doctor");
  expect(stdout).toContain("✓ the giscus app is installed on klatsch/emulated\n");
  expect(stdout).toContain("! GITHUB_TOKEN is not set.");
  expect([0, 1]).toContain(code);
  rmSync(join(without.folder, "_data/giscus.json"));
  const unset = await without.run("doctor");
  expect(unset).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(
      /^✗ there is no _data\/giscus\.json\. Run `npm run setup -- owner\/name`\.\n✓ threads/,
    ),
  });
});
