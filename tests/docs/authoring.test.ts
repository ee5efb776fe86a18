import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { frontMatterKeys } from "../../src/content/front-matter-schema.ts";
import { enginePath } from "../../src/eleventy/engine.ts";
import { temporaryEngine } from "../support/temporary-engine.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { git, toRepository } from "../update/releases.ts";
import { readDoc, type Block } from "./read-doc.ts";
import { isAnswer, runInShell, toComparable, toSteps, type Step } from "./shell-session.ts";

const doc = readDoc("docs/authoring.md");

/** The day on which the document was written: what lies before it there, has passed; what is to come, is to come. */
const writtenOn = DateTime.fromISO("2026-11-23", { zone: "utc" });

function toToday(text: string): string {
  const elapsed = Math.floor(DateTime.utc().diff(writtenOn, "days").days);
  return text.replace(/^date: (\d{4}-\d{2}-\d{2})/gm, (line, day: string) => {
    const date = DateTime.fromISO(day, { zone: "utc" });
    return date <= writtenOn ? line : `date: ${date.plus({ days: elapsed }).toISODate()}`;
  });
}

/** Writes what a block shows: a whole file, lines of its front matter, or a change of some words. */
function write({ language, text }: Block, file: string): void {
  if (language === "markdown") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, toToday(text));
    return;
  }
  const before = readFileSync(file, "utf8");
  writeFileSync(file, language === "diff" ? change(before, text) : setKeys(before, toToday(text)));
}

function change(before: string, diff: string): string {
  const [, old = "", next = ""] = /^-(.*)\n\+(.*)\n$/.exec(diff) ?? [];
  expect(before).toContain(old);
  return before.replace(old, () => next);
}

function setKeys(before: string, lines: string): string {
  return lines
    .trim()
    .split("\n")
    .reduce((text, line) => {
      const key = line.slice(0, line.indexOf(":"));
      const own = new RegExp(`^${key}:.*$`, "m");
      return own.test(text) ? text.replace(own, () => line) : text.replace("---\n", () => `---\n${line}\n`);
    }, before);
}

const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...own } = process.env;
const env = {
  ...own,
  NODE_OPTIONS: "",
  npm_config_loglevel: "silent",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@example.org",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@example.org",
};

/** A clone of the repository, whose `git push` has somewhere to go. */
function cloneEngine(): string {
  const folder = temporaryEngine();
  for (const part of [".gitignore", "comments", "giscus.json", "public", "urls.txt"].filter(isThere)) {
    cpSync(enginePath(part), join(folder, part), { recursive: true });
  }
  // What the sample blog needs has been made for other tests.
  mkdirSync(enginePath(".cache"), { recursive: true });
  symlinkSync(enginePath(".cache"), join(folder, ".cache"));
  toRepository(folder);
  const origin = temporaryFolder();
  git(origin, "init", "--quiet", "--bare", "--initial-branch", "main");
  git(folder, "remote", "add", "origin", origin);
  git(folder, "push", "--quiet", "--set-upstream", "origin", "main");
  return folder;
}

const isThere = (part: string) => existsSync(enginePath(part));

async function follow({ command, answer }: Step, folder: string): Promise<void> {
  const isServer = command === "npm start";
  const said = await runInShell(command, { folder, env }, isServer ? (text) => isAnswer(text, answer) : undefined);
  // A difference is shown as it is, and not as a pattern that does not match.
  const seen = isAnswer(said, answer) ? answer : said;
  expect(`$ ${command}\n${toComparable(seen)}`).toBe(`$ ${command}\n${toComparable(answer)}`);
}

test("all that docs/authoring.md tells to type and to write leads where it says, from the first post on", async () => {
  const folder = cloneEngine();
  for (const block of doc.blocks) {
    if (block.file !== undefined) write(block, join(folder, block.file));
    else if (block.language === "console") for (const step of toSteps(block.text)) await follow(step, folder);
    else if (block.language === "sh") await follow({ command: `set -e; ${block.text}`, answer: "…" }, folder);
  }
  const published = git(folder, "show", "origin/main:posts/the-lending-shelf.md");
  expect(published).toContain("./the-kitchen-door.md");
  expect(git(folder, "show", "origin/main:urls.txt")).toContain("\n/posts/the-lending-shelf/\n");
}, 120_000);

test("the table of front matter has every key", () => {
  const shown = doc.rows.flatMap(([keys = ""]) => [...keys.matchAll(/`(\w+)`/g)].map(([, key]) => key));
  expect(new Set(shown)).toEqual(new Set(frontMatterKeys));
});
