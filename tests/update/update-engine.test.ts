import { chmodSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parseRecord, recordPath } from "../../src/release/release-record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import {
  commit,
  engineRepository,
  first,
  firstFolder,
  git,
  news,
  owners,
  ownersBlog,
  ownersPackage,
  readFiles,
  secondFolder,
  toRepository,
  update,
  writeFiles,
  type Files,
} from "./releases.ts";

const textOf = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

/** Paths that an update of the small engine touches, and no others. */
const brought = [
  "CHANGELOG.md",
  ".ci/run",
  "src/lib/slug.ts",
  "src/new-name.ts",
  "scripts/check.ts",
  "_includes/fonts/serif.woff2",
  "package-lock.json",
];

function expectUpdated(blog: string, before: Readonly<Record<string, string>>): void {
  const after = readFiles(blog);
  const release = readFiles(secondFolder());
  const touched = [...brought, "src/old-name.ts", "src/gone/only.ts", "package.json", recordPath];
  const rest = (files: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(files).filter(([path]) => !touched.includes(path)));
  expect(rest(after)).toEqual(rest(before));
  for (const path of brought) expect([path, after[path]]).toEqual([path, release[path]]);
  expect(existsSync(join(blog, "src/old-name.ts"))).toBe(false);
  expect(existsSync(join(blog, "src/gone"))).toBe(false);
  expect(lstatSync(join(blog, ".ci/run")).mode & 0o111).not.toBe(0);
  expect(existsSync(join(blog, ".klatsch/update"))).toBe(false);
}

const mergedPackage = {
  name: "my-blog",
  version: "1.1.0",
  author: "Ada",
  scripts: { build: "tsx build", start: "tsx start", check: "tsx check", deploy: "rsync _site" },
  dependencies: { "left-pad": "^1.3.0", luxon: "^3.0.0", preact: "^11.0.0", zod: "^4.6.0" },
};

describe("an update brings the engine's files and touches none of the owner's", () => {
  test.each<[string, () => Promise<{ from: string; to?: string }>]>([
    ["a repository, by its newest tag", async () => ({ from: `file://${engineRepository()}` })],
    ["a bare repository in a folder", async () => ({ from: toBare(engineRepository()) })],
    ["a tag of a repository in a folder", async () => ({ from: engineRepository(), to: "1.1.0" })],
    ["a branch of a repository", async () => ({ from: engineRepository(), to: "main" })],
    ["a folder with its history", async () => ({ from: engineRepository() })],
  ])("from %s", async (_name, source) => {
    const blog = ownersBlog();
    const before = readFiles(blog);
    const outcome = await update(blog, await source());
    expect(outcome).toMatchObject({
      kind: "updated",
      summary: {
        from: "1.0.0",
        to: "1.1.0",
        added: ["scripts/check.ts", "src/new-name.ts"],
        changed: [
          ".ci/run",
          "CHANGELOG.md",
          "_includes/fonts/serif.woff2",
          "package-lock.json",
          "package.json",
          "src/lib/slug.ts",
        ],
        removed: ["src/gone/only.ts", "src/old-name.ts"],
        kept: ["README.md"],
        ownEntries: ["scripts.deploy", "dependencies.left-pad"],
        install: "npm install",
        news: "## [1.1.0] - 2026-12-01\n\n- A check.",
      },
    });
    expectUpdated(blog, before);
    expect(JSON.parse(textOf(blog, "package.json"))).toEqual(mergedPackage);
  });

  test("from a folder alone, with the installed release beside it", async () => {
    const blog = ownersBlog();
    const before = readFiles(blog);
    expect(await update(blog, { from: secondFolder(), base: firstFolder() })).toMatchObject({ kind: "updated" });
    expectUpdated(blog, before);
  });

  test("from a folder alone, after an update that has written down what it brought", async () => {
    const blog = ownersBlog();
    await update(blog, { from: secondFolder(), base: firstFolder() });
    commit(blog, "chore: update");
    const before = readFiles(blog);
    const third = writeFiles(secondFolder(), {
      "package.json": textOf(secondFolder(), "package.json").replace("1.1.0", "2.0.0").replace("^4.6.0", "^5.0.0"),
      "src/lib/slug.ts": "export const longest = 90;\n",
      "scripts/check.ts": null,
    });
    expect(await update(blog, { from: third })).toMatchObject({
      kind: "updated",
      summary: {
        from: "1.1.0",
        to: "2.0.0",
        changed: ["package.json", "src/lib/slug.ts"],
        removed: ["scripts/check.ts"],
      },
    });
    const after = readFiles(blog);
    expect({ ...after, "src/lib/slug.ts": "", "package.json": "", [recordPath]: "" }).toEqual(
      Object.fromEntries(
        Object.entries({ ...before, "src/lib/slug.ts": "", "package.json": "", [recordPath]: "" }).filter(
          ([path]) => path !== "scripts/check.ts",
        ),
      ),
    );
    expect(JSON.parse(textOf(blog, "package.json"))).toMatchObject({
      version: "2.0.0",
      dependencies: { "left-pad": "^1.3.0", zod: "^5.0.0" },
    });
  });

  test("and writes down what it brought, not what the owner has kept", async () => {
    const blog = ownersBlog();
    await update(blog, {
      from: secondFolder(),
      base: firstFolder(),
      choices: { keep: ["src/lib/slug.ts"], overwrite: [] },
    });
    const record = parseRecord(readFileSync(join(blog, recordPath)));
    expect(record?.version).toBe("1.1.0");
    const release = Object.keys(readFiles(secondFolder()));
    const owned = ["posts/other-sample.md", "comments/sample.json", "pages/about.md", "_data/site.ts"];
    const never = [...owned, "_includes/styles/theme.css", "package.json"];
    expect(Object.keys(record?.files ?? {})).toEqual(release.filter((path) => !never.includes(path)));
    commit(blog, "chore: update");
    // The same version again, from a place that does not know what came before.
    expect(await update(blog, { from: secondFolder() })).toMatchObject({ kind: "up-to-date" });
    const next = writeFiles(secondFolder(), {
      "package.json": textOf(secondFolder(), "package.json").replace("1.1", "1.2"),
    });
    expect(await update(blog, { from: next })).toMatchObject({
      kind: "conflicts",
      files: [{ path: "src/lib/slug.ts", reason: "changed" }],
    });
  });

  test("whatever its line ends are", async () => {
    const blog = ownersBlog();
    const windows = Object.entries(readFiles(blog)).filter(
      ([path, text]) => !path.startsWith(".git/") && !text.includes("\0"),
    );
    writeFiles(blog, Object.fromEntries(windows.map(([path, text]) => [path, text.replaceAll("\n", "\r\n")])));
    commit(blog, "chore: line ends");
    const before = readFiles(blog);
    expect(await update(blog, { from: engineRepository() })).toMatchObject({ kind: "updated" });
    expectUpdated(blog, before);
    expect(textOf(blog, "src/lib/same.ts")).toContain("\r\n");
    expect(JSON.parse(textOf(blog, "package.json"))).toEqual(mergedPackage);
  });

  test("though nothing of it is the owner's yet", async () => {
    const blog = toRepository(firstFolder());
    const outcome = await update(blog, { from: engineRepository() });
    expect(outcome).toMatchObject({ kind: "updated", summary: { kept: [], ownEntries: [], install: "npm ci" } });
    const untouched = Object.keys(owners).filter((path) => path in first && path !== "README.md");
    const expected: Record<string, string> = readFiles(secondFolder());
    for (const path of untouched) expected[path] = first[path] ?? "";
    delete expected["posts/other-sample.md"];
    const after = readFiles(blog);
    delete after[recordPath];
    expect(after).toEqual(expected);
  });

  test("in a blog that was begun as a copy of main between two releases", async () => {
    const between: Files = {
      "src/lib/slug.ts": "export const longest = 70;\n",
      "src/between.ts": "export const between = true;\n",
      "src/lib/same.ts": "export const same = 1;\n",
      "src/gone/only.ts": null,
    };
    const engine = engineRepository(between);
    writeFiles(engine, { "src/between.ts": null, "src/gone/only.ts": "export const back = true;\n" });
    commit(engine, "feat: and another", "v1.1.1");
    const blog = firstFolder();
    writeFiles(blog, { ...between, ...owners, "package.json": ownersPackage });
    toRepository(blog);
    const outcome = await update(blog, { from: `file://${engine}`, to: "v1.1.1" });
    expect(outcome).toMatchObject({ kind: "updated", summary: { removed: ["src/between.ts", "src/old-name.ts"] } });
    expect(textOf(blog, "src/lib/slug.ts")).toContain("80");
    // Not there when the blog was begun: no removal of the owner's.
    expect(textOf(blog, "src/gone/only.ts")).toContain("back");
  });

  test("in a blog that knows its version by no tag", async () => {
    const engine = engineRepository();
    git(engine, "tag", "--delete", "v1.0.0");
    const blog = ownersBlog();
    rmSync(join(blog, "src/lib/same.ts"));
    commit(blog, "chore: remove");
    expect(await update(blog, { from: `file://${engine}` })).toMatchObject({
      kind: "conflicts",
      isBaseKnown: true,
      files: [{ path: "src/lib/same.ts", reason: "removed" }],
    });
  });
});

describe("an update stops at what the owner has changed in the engine", () => {
  const changes: Files = {
    "src/lib/slug.ts": "export const longest = 61;\nexport const shortest = 1;\n",
    "_includes/components/post-card.tsx": 'export const card = "mine";\n',
    "src/lib/same.ts": null,
    "src/gone/only.ts": "export const gone = false;\n",
    "scripts/check.ts": "export const check = 1;\n",
    "_includes/fonts/serif.woff2": "wOF2\0mine\n",
  };

  test("shows it, and touches nothing", async () => {
    const blog = ownersBlog(changes);
    const before = readFiles(blog);
    const outcome = await update(blog, { from: engineRepository() });
    const none = { lines: [], moreLines: 0 };
    expect(outcome).toEqual({
      kind: "conflicts",
      from: "1.0.0",
      to: "1.1.0",
      isBaseKnown: true,
      files: [
        {
          path: "_includes/components/post-card.tsx",
          reason: "changed",
          against: "installed",
          lines: [
            { sign: "-", number: 1, text: 'export const card = "post-card";' },
            { sign: "+", number: 1, text: 'export const card = "mine";' },
          ],
          moreLines: 0,
        },
        { path: "_includes/fonts/serif.woff2", reason: "changed", ...none },
        { path: "scripts/check.ts", reason: "own", ...none },
        {
          path: "src/gone/only.ts",
          reason: "gone",
          against: "installed",
          lines: [
            { sign: "-", number: 1, text: "export const gone = true;" },
            { sign: "+", number: 1, text: "export const gone = false;" },
          ],
          moreLines: 0,
        },
        { path: "src/lib/same.ts", reason: "removed", ...none },
        {
          path: "src/lib/slug.ts",
          reason: "changed",
          against: "installed",
          lines: [
            { sign: "-", number: 1, text: "export const longest = 60;" },
            { sign: "+", number: 1, text: "export const longest = 61;" },
          ],
          moreLines: 0,
        },
      ],
      entries: [],
    });
    expect(readFiles(blog)).toEqual(before);
  });

  test("but not at what the release has as well", async () => {
    const blog = ownersBlog({ "src/lib/slug.ts": news["src/lib/slug.ts"] ?? null, "src/old-name.ts": null });
    const before = readFiles(blog);
    expect(await update(blog, { from: engineRepository() })).toMatchObject({ kind: "updated" });
    expectUpdated(blog, before);
  });

  test("until the owner decides about each", async () => {
    const blog = ownersBlog(changes);
    const choices = { keep: ["_includes", "src/lib/same.ts"], overwrite: ["src/lib/slug.ts", "src/gone", "scripts"] };
    const outcome = await update(blog, { from: engineRepository(), choices });
    expect(outcome).toMatchObject({
      kind: "updated",
      summary: { removed: ["src/gone/only.ts", "src/old-name.ts"], kept: expect.arrayContaining(["src/lib/same.ts"]) },
    });
    expect(textOf(blog, "src/lib/slug.ts")).toContain("80");
    expect(textOf(blog, "scripts/check.ts")).toContain("true");
    expect(textOf(blog, "_includes/components/post-card.tsx")).toContain("mine");
    expect(textOf(blog, "_includes/fonts/serif.woff2")).toContain("mine");
    expect(existsSync(join(blog, "src/lib/same.ts"))).toBe(false);
    // The owner's own file in a folder that was named is still the owner's.
    expect(textOf(blog, "src/mine.ts")).toContain("mine");
  });

  test("cuts a long change, and says how long it is", async () => {
    const long = Array.from({ length: 100 }, (_, index) => `export const a${index} = 1;\n`).join("");
    const blog = ownersBlog({ "src/lib/slug.ts": long });
    const outcome = await update(blog, { from: engineRepository() });
    expect(outcome).toMatchObject({ kind: "conflicts", files: [{ moreLines: 90 }] });
  });

  test("in package.json as well", async () => {
    const own = { ...JSON.parse(ownersPackage), dependencies: { luxon: "^3.0.0", zod: "^4.1.0" } };
    const blog = ownersBlog({ "package.json": JSON.stringify(own) });
    const from = engineRepository();
    expect(await update(blog, { from })).toMatchObject({
      kind: "conflicts",
      files: [],
      entries: [{ section: "dependencies", name: "zod", yours: "^4.1.0", theirs: "^4.6.0" }],
    });
    expect(await update(blog, { from, choices: { keep: [], overwrite: ["package.json"] } })).toMatchObject({
      kind: "updated",
    });
    expect(JSON.parse(textOf(blog, "package.json"))).toMatchObject({
      scripts: { deploy: "rsync _site" },
      dependencies: { luxon: "^3.0.0", preact: "^11.0.0", zod: "^4.6.0" },
    });
  });

  test("where nobody knows what was installed, at every difference", async () => {
    const blog = ownersBlog();
    const before = readFiles(blog);
    const outcome = await update(blog, { from: secondFolder() });
    expect(outcome).toMatchObject({ kind: "conflicts", isBaseKnown: false });
    expect(outcome).toHaveProperty(
      "files.0",
      expect.objectContaining({ path: ".ci/run", reason: "differs", against: "release" }),
    );
    expect(readFiles(blog)).toEqual(before);
  });
});

describe("links", () => {
  test("in the engine's place are not followed", async () => {
    const elsewhere = temporaryFolder();
    const blog = ownersBlog();
    renameSync(join(blog, "src/lib"), join(elsewhere, "lib"));
    symlinkSync(join(elsewhere, "lib"), join(blog, "src/lib"));
    rmSync(join(blog, "pages/home.11ty.tsx"));
    symlinkSync(join(elsewhere, "lib/slug.ts"), join(blog, "pages/home.11ty.tsx"));
    commit(blog, "chore: links");
    const choices = { keep: [], overwrite: ["src", "pages"] };
    expect(await update(blog, { from: engineRepository(), choices })).toMatchObject({
      kind: "conflicts",
      files: [
        { path: "pages/home.11ty.tsx", reason: "obstacle", at: "pages/home.11ty.tsx" },
        { path: "src/lib/same.ts", reason: "obstacle", at: "src/lib" },
        { path: "src/lib/slug.ts", reason: "obstacle", at: "src/lib" },
      ],
    });
    expect(readFiles(elsewhere)["lib/slug.ts"]).toBe(first["src/lib/slug.ts"]);
  });

  test("are in no release", async () => {
    const folder = secondFolder();
    symlinkSync("/etc/passwd", join(folder, "src/passwd.ts"));
    const error = "holds a link (src/passwd.ts), which no release of Klatsch does.";
    await expect(update(ownersBlog(), { from: folder })).rejects.toThrow(error);
    toRepository(folder, "v1.1.0");
    await expect(update(ownersBlog(), { from: `file://${folder}` })).rejects.toThrow(error);
  });

  test("in place of the folder that an update writes to stop it", async () => {
    const blog = ownersBlog();
    symlinkSync(temporaryFolder(), join(blog, ".klatsch"));
    await expect(update(blog, { from: secondFolder() })).rejects.toThrow(".klatsch is a link");
  });
});

describe("git can give everything back", () => {
  test("or the update refuses, and names what is not committed", async () => {
    const blog = ownersBlog();
    writeFiles(blog, {
      "package.json": ownersPackage.replace("Ada", "Eve"),
      "posts/draft.md": "x",
      "src/lib/same.ts": "mine\n",
    });
    git(blog, "rm", "--quiet", "--cached", "src/lib/slug.ts");
    const before = readFiles(blog);
    const choices = { keep: ["src/lib/same.ts"], overwrite: [] };
    expect(await update(blog, { from: engineRepository(), choices })).toEqual({
      kind: "uncommitted",
      from: "1.0.0",
      to: "1.1.0",
      files: ["src/lib/slug.ts", "package.json"],
    });
    expect(readFiles(blog)).toEqual(before);
  });

  test("whatever else is not committed", async () => {
    const blog = ownersBlog();
    writeFiles(blog, { "posts/hello.md": "changed", "posts/draft.md": "new" });
    expect(await update(blog, { from: engineRepository() })).toMatchObject({ kind: "updated" });
    expect(textOf(blog, "posts/hello.md")).toBe("changed");
    expect(git(blog, "stash", "list")).toBe("");
  });

  test("in a folder of a larger repository as well", async () => {
    const whole = temporaryFolder();
    const blog = writeFiles(join(whole, "site/blog"), { ...first, ...owners, "package.json": ownersPackage });
    toRepository(whole);
    writeFiles(blog, { "package.json": ownersPackage.replace("Ada", "Eve") });
    expect(await update(blog, { from: engineRepository() })).toMatchObject({
      kind: "uncommitted",
      files: ["package.json"],
    });
    commit(whole, "feat: Eve");
    expect(await update(blog, { from: engineRepository() })).toMatchObject({ kind: "updated" });
    git(whole, "add", "--all");
    git(whole, "stash", "--quiet");
    expect(textOf(blog, "src/lib/slug.ts")).toBe(first["src/lib/slug.ts"]);
  });

  test("but not before the first commit", async () => {
    const blog = firstFolder();
    git(blog, "init", "--quiet");
    const outcome = await update(blog, { from: engineRepository() });
    expect(outcome).toMatchObject({
      kind: "uncommitted",
      files: expect.arrayContaining(["package.json", "src/lib/slug.ts"]),
    });
  });

  test("and without git a copy is left", async () => {
    const blog = writeFiles(firstFolder(), { ...owners, "package.json": ownersPackage });
    const before = readFiles(blog);
    const outcome = await update(blog, { from: engineRepository() });
    expect(outcome).toMatchObject({ kind: "updated", summary: { backup: ".klatsch/before-1.0.0" } });
    const backup = readFiles(join(blog, ".klatsch/before-1.0.0"));
    expect(backup[".gitignore"]).toBe("*\n");
    delete backup[".gitignore"];
    expect(Object.keys(backup)).toContain("src/gone/only.ts");
    expect(Object.keys(backup)).toContain("package.json");
    for (const [path, text] of Object.entries(backup)) expect([path, text]).toEqual([path, before[path]]);
  });
});

describe("nothing is to do", () => {
  test("when the release is the one that is installed", async () => {
    const blog = ownersBlog({ "src/lib/slug.ts": "mine\n" });
    const before = readFiles(blog);
    const engine = firstFolder();
    expect(await update(blog, { from: engine })).toEqual({ kind: "up-to-date", installed: "1.0.0", offered: "1.0.0" });
    toRepository(engine, "v1.0.0");
    const sameness = await update(blog, { from: `file://${engine}` });
    expect(sameness).toEqual({ kind: "up-to-date", installed: "1.0.0", offered: "1.0.0" });
    expect(readFiles(blog)).toEqual(before);
  });

  test("when a newer one is installed", async () => {
    const blog = toRepository(secondFolder());
    const before = readFiles(blog);
    const from = engineRepository();
    const expected = { kind: "up-to-date", installed: "1.1.0", offered: "1.0.0" };
    expect(await update(blog, { from, to: "v1.0.0" })).toEqual(expected);
    expect(readFiles(blog)).toEqual(before);
  });

  test("in a dry run, which says what would be", async () => {
    const blog = ownersBlog();
    const before = readFiles(blog);
    const from = engineRepository();
    const planned = await update(blog, { from, dryRun: true });
    expect(planned).toMatchObject({ kind: "planned" });
    expect(readFiles(blog)).toEqual(before);
    const updated = await update(blog, { from });
    expect({ ...updated, kind: "planned" }).toEqual(planned);
  });

  test("but a branch may have news under the same version", async () => {
    const engine = engineRepository();
    writeFiles(engine, { "src/lib/slug.ts": "export const longest = 99;\n" });
    commit(engine, "feat: unreleased");
    const blog = ownersBlog();
    await update(blog, { from: `file://${engine}` });
    commit(blog, "chore: update");
    expect(await update(blog, { from: `file://${engine}` })).toMatchObject({ kind: "up-to-date" });
    expect(await update(blog, { from: `file://${engine}`, to: "main" })).toMatchObject({
      kind: "updated",
      summary: { from: "1.1.0", to: "1.1.0", changed: ["src/lib/slug.ts"] },
    });
  });
});

describe("a source", () => {
  test("is what package.json names, unless another is named", async () => {
    const own = JSON.parse(ownersPackage);
    const withSource = (entries: object): string => `${JSON.stringify({ ...own, ...entries }, null, 2)}\n`;
    const address = `file://${engineRepository()}`;
    const blog = ownersBlog({ "package.json": withSource({ klatsch: { source: address }, repository: "ada/blog" }) });
    expect(await update(blog)).toMatchObject({ kind: "updated" });
    expect(JSON.parse(textOf(blog, "package.json"))).toMatchObject({
      klatsch: { source: address },
      repository: "ada/blog",
    });
    const other = ownersBlog({ "package.json": withSource({ repository: { type: "git", url: `git+${address}` } }) });
    expect(await update(other)).toMatchObject({ kind: "updated" });
    await expect(update(ownersBlog())).rejects.toThrow("package.json names no source.");
  });

  test.each([
    ["--upload-pack=touch /tmp/x", /neither a folder nor the address of a repository/],
    ["-c", /neither a folder nor the address/],
    ["ext::sh -c touch% /tmp/x", /neither a folder nor the address/],
    ["no/such/folder", /neither a folder nor the address/],
    ["file:///no/such/repository", /file:\/\/\/no\/such\/repository cannot be read \(.+\)\. Look at the address/],
  ])("that is none is refused: %s", async (from, message) => {
    const blog = ownersBlog();
    const before = readFiles(blog);
    await expect(update(blog, { from })).rejects.toThrow(message);
    expect(readFiles(blog)).toEqual(before);
  });

  test("that never answers is given up", async () => {
    const server = createServer(() => undefined);
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const given = update(ownersBlog(), { from: `git://127.0.0.1:${port}/klatsch.git`, patience: 300 });
    await expect(given).rejects.toThrow("cannot be read (no answer in 1 s)");
  });

  test("without a release says so, and what to do", async () => {
    const from = toRepository(secondFolder());
    await expect(update(ownersBlog(), { from: `file://${from}` })).rejects.toThrow(
      `file://${from} has no release (no tag like v1.2.3). Name a branch of it with --to.`,
    );
  });

  test("without the version that was asked for offers others", async () => {
    const from = engineRepository();
    git(from, "tag", "v2.0.0-rc.1");
    await expect(update(ownersBlog(), { from, to: "--exec=x" })).rejects.toThrow(
      `${from} has no tag or branch --exec=x. It has v2.0.0-rc.1, v1.1.0, v1.0.0.`,
    );
  });

  test("of another program is refused", async () => {
    const other = writeFiles(temporaryFolder(), { "package.json": '{ "name": "other", "version": "9.0.0" }' });
    await expect(update(ownersBlog(), { from: other })).rejects.toThrow(
      `${other} is no release of Klatsch (its package.json says other).`,
    );
    await expect(update(ownersBlog(), { from: temporaryFolder() })).rejects.toThrow(
      "(it has no package.json with a version)",
    );
  });

  test("is asked for nothing but releases: a newer tag of another kind or a release to come is not taken", async () => {
    const from = engineRepository();
    for (const tag of ["v9", "nightly", "v2.0.0-rc.1", "posts-3.0.0"]) git(from, "tag", tag);
    expect(await update(ownersBlog(), { from: `file://${from}` })).toMatchObject({ summary: { to: "1.1.0" } });
  });
});

describe("a folder", () => {
  test("without an engine is refused", async () => {
    const blog = writeFiles(temporaryFolder(), { "posts/hello.md": "x" });
    await expect(update(blog, { from: secondFolder() })).rejects.toThrow(`${blog} holds no engine (no package.json).`);
  });

  test.each([
    ["{", "package.json cannot be read ("],
    ["[]", "package.json is no JSON object."],
    ["{}", "package.json has no version."],
  ])("with the package.json %j is refused", async (text, message) => {
    const blog = ownersBlog({ "package.json": text });
    await expect(update(blog, { from: secondFolder() })).rejects.toThrow(message);
  });

  test("may have lost the modes of its files", async () => {
    const blog = ownersBlog();
    chmodSync(join(blog, ".ci/run"), 0o644);
    commit(blog, "chore: mode");
    const same = writeFiles(secondFolder(), { ".ci/run": first[".ci/run"] ?? null });
    expect(await update(blog, { from: same, base: firstFolder() })).toMatchObject({ kind: "updated" });
    expect(lstatSync(join(blog, ".ci/run")).mode & 0o111).not.toBe(0);
  });
});

test("a choice that names no file of the engine is a slip", async () => {
  const blog = ownersBlog();
  const from = engineRepository();
  const keep = update(blog, { from, choices: { keep: ["src/lib/slugs.ts"], overwrite: [] } });
  await expect(keep).rejects.toThrow("--keep names no file or folder of the engine (found src/lib/slugs.ts)");
  const overwrite = update(blog, { from, choices: { keep: [], overwrite: ["posts"] } });
  await expect(overwrite).rejects.toThrow("--overwrite names no file or folder of the engine (found posts)");
});

function toBare(folder: string): string {
  const bare = join(temporaryFolder(), "klatsch.git");
  git(folder, "clone", "--quiet", "--bare", folder, bare);
  return bare;
}
