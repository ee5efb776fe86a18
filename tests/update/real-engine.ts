import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { ownershipOf } from "../../src/release/ownership.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { writeFiles, type Files } from "./releases.ts";

/** All files of this repository, as a clone has them. */
export function realEngine(): string {
  const folder = temporaryFolder();
  for (const path of listFiles(enginePath()).filter(isOfBlog)) {
    // Others may be writing here.
    if (existsSync(enginePath(path))) cpSync(enginePath(path), join(folder, path));
  }
  return folder;
}

/** `.git` is a file in a worktree: with a copy of it, git in the copy would write into this very repository. */
function isOfBlog(path: string): boolean {
  return path !== ".git" && ownershipOf(path) !== "made";
}

/** What a repository of the engine needs to run its own commands. */
export function linkPackages(engine: string): string {
  symlinkSync(enginePath("node_modules"), join(engine, "node_modules"));
  return engine;
}

/** The release after this one: every command is another file, one file has another name, others come and go. */
export function nextRelease(engine: string): string {
  return writeFiles(temporaryFolder(engine), toNews(engine));
}

export function toNews(engine: string): Files {
  const read = (path: string): string => readFileSync(join(engine, path), "utf8");
  const edited = [
    "scripts/update.ts",
    "scripts/update-command.ts",
    "scripts/command.ts",
    "src/files/finish-changes.ts",
  ];
  return {
    ...Object.fromEntries(edited.map((path) => [path, `${read(path)}// Next.\n`])),
    "scripts/update-command.ts": `import "./what-is-new.ts";\n${read("scripts/update-command.ts")}`,
    "scripts/what-is-new.ts": "export const isNew = true;\n",
    "src/lib/slugs.ts": read("src/lib/slug.ts"),
    "src/lib/slug.ts": null,
    "tests/lib/slug.test.ts": null,
    "package.json": read("package.json").replace(/"version": "[^"]+"/, '"version": "99.0.0"'),
    "CHANGELOG.md": `${read("CHANGELOG.md")}\n## [99.0.0] - 2026-12-01\n\n- Everything.\n`,
    "posts/the-kitchen-door.md": null,
    "posts/another-sample.md": "---\ntitle: Another\ndate: 2026-01-01\n---\n",
    "_includes/styles/theme.css": ":root {}\n",
  };
}

/** Everything in a folder but what programs make. */
export function readReal(folder: string): Record<string, string> {
  const paths = listFiles(folder).filter(isOfBlog);
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}

/** What a blog must hold after an update to a release, given what it held before. */
export function toExpected(
  before: Readonly<Record<string, string>>,
  engine: string,
  release: string,
): Readonly<Record<string, string>> {
  const [old, now] = [readReal(engine), readReal(release)];
  const isOwners = (path: string): boolean => ownershipOf(path) === "owner" || before[path] !== old[path];
  const kept = Object.entries(before).filter(([path]) => isOwners(path));
  const brought = Object.entries(now).filter(([path]) => !isOwners(path));
  return Object.fromEntries([...kept, ...brought]);
}
