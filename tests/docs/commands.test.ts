import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { git } from "../update/releases.ts";
import { listDocs, readDoc } from "./read-doc.ts";
import { findCommands, type ShownCommand } from "./shown-commands.ts";

const { scripts, devDependencies }: { scripts: Record<string, string>; devDependencies: Record<string, string> } =
  JSON.parse(readFileSync(enginePath("package.json"), "utf8"));

/** Npm's own, which install and test. */
const ownCommands = ["ci", "cit", "install"];

/** What is wrong with a command that somebody copies from a document. */
function findMistake({ verb, name, flags, isSeparated, text }: ShownCommand): string | undefined {
  if (verb === "other") return ownCommands.includes(name) ? undefined : `npm has no ${name}: ${text}`;
  if (verb === "npx") return name in devDependencies ? undefined : `${name} is not installed: ${text}`;
  const script = scripts[name];
  if (script === undefined) return `there is no script ${name}: ${text}`;
  const file = /^tsx (scripts\/[\w-]+\.ts)$/.exec(script)?.[1];
  const known = file === undefined ? [] : findFlags(file);
  const unknown = flags.find((flag) => !known.includes(flag));
  if (unknown !== undefined) return `${name} --help does not show ${unknown}: ${text}`;
  return flags.length > 0 && !isSeparated ? `the flags are npm's without --: ${text}` : undefined;
}

/** The flags of the text that `--help` prints, which stands in the script or in a file beside it that it imports. */
function findFlags(script: string): string[] {
  const text = readFileSync(enginePath(script), "utf8");
  const beside = [...text.matchAll(/"\.\/([\w-]+\.ts)"/g)].map(([, name]) => `scripts/${name}`);
  const texts = [text, ...beside.map((path) => readFileSync(enginePath(path), "utf8"))];
  const help = texts.flatMap((source) => /^const help = `([^`]*(?:\\`[^`]*)*)`;$/m.exec(source)?.[1] ?? [])[0];
  if (help === undefined) throw new Error(`${script} has no help`);
  return help.match(/--[a-z][a-z-]*/g) ?? [];
}

// What changed once stays told, whatever became of it.
const docs = listDocs().filter((path) => path !== "CHANGELOG.md");

describe("the commands that are shown", () => {
  test.each(docs)("in %s exist, with their flags", (path) => {
    const mistakes = findCommands(readDoc(path)).flatMap((command) => findMistake(command) ?? []);
    expect(mistakes).toEqual([]);
  });

  test.each([
    ["npm run nwe", "there is no script nwe"],
    ["npm run new -- --tags x", "new --help does not show --tags"],
    ["npm run check --fix", "the flags are npm's without --"],
    ["npm frobnicate", "npm has no frobnicate"],
    ["npx sass x", "sass is not installed"],
    ['npm run --silent check -- --json && npm run new -- "--odd" --dir', undefined],
  ])("are looked at: %s", (text, mistake) => {
    const doc = { path: "", headings: new Set<string>(), links: [], rows: [], spans: [text], blocks: [] };
    const found = findCommands(doc).map(findMistake);
    expect(found.find((message) => message !== undefined)?.split(":")[0]).toBe(mistake);
  });
});

test("what a shown command builds is not offered to git", () => {
  const texts = docs.flatMap((path) => findCommands(readDoc(path)).map(({ text }) => text));
  const outputs = texts.flatMap((text) => /--output (_\S+)/.exec(text)?.[1] ?? []);
  expect(outputs).toContain("_site-before");
  const folder = temporaryFolder();
  cpSync(enginePath(".gitignore"), join(folder, ".gitignore"));
  git(folder, "init", "--quiet");
  const ignored = git(folder, "check-ignore", ...outputs.map((output) => `${output}/index.html`));
  expect(ignored.trim().split("\n")).toHaveLength(outputs.length);
});

test("check --help does not promise what --fix breaks", () => {
  const help = readFileSync(enginePath("scripts/check.ts"), "utf8");
  expect(help).toMatch(/Without --fix\s+it changes nothing\./);
});
