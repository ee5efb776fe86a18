import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { toOutsideProblem } from "../../src/checks/outside-links.ts";
import { checkRules, type CheckRule } from "../../src/content/check-ids.ts";
import { findBlogFolder } from "../../src/eleventy/blog-folder.ts";
import { checkSite } from "../../src/eleventy/check-site.ts";
import { enginePath } from "../../src/eleventy/engine.ts";
import { readSettings } from "../../src/eleventy/read-settings.ts";
import { createCache } from "../../src/files/cache.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { formatProblem, type Problem } from "../../src/lib/problem.ts";
import { Garden, plantMistakes } from "../site/seeded-mistakes.ts";
import { copySampleBlog } from "../support/copy-sample-blog.ts";
import { makeSoundBlog, soundNow, writeBlog } from "../support/sound-blog.ts";
import { stubServer } from "../support/stub-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { readDoc } from "./read-doc.ts";
import { isAnswer, runInShell, toComparable, toSteps } from "./shell-session.ts";

const path = "docs/checks.md";
const [intro = "", list = ""] = readFileSync(enginePath(path), "utf8").split("\n# The findings\n");

/** `### id`, its severity in italics, what it means, and an example. */
const entries = list
  .split(/^### /m)
  .slice(1)
  .map((text) => {
    const [, id = "", severity = "", rest = "", example = ""] =
      /^([a-z-]+)\n\n\*([^*]+)\*([^]*?)\n\n```text\n(.*)\n```\n/.exec(text) ?? [];
    return { id, severity, rest, example };
  });

describe("every id", () => {
  test("has an entry, in the order of the table, and every entry an id", () => {
    expect(entries.map(({ id }) => id)).toEqual(Object.keys(checkRules));
  });

  test("has its severity told as it is", () => {
    const told = entries.map(({ id, severity }) => [id, severity]);
    expect(told).toEqual(Object.entries(checkRules).map(([id, rule]) => [id, describeRule(rule)]));
  });

  test("that the source uses is in the table, and none is there that nobody uses", () => {
    const used = ["src", "_includes/strings"]
      .flatMap((folder) => listFiles(enginePath(folder)).map((file) => `${folder}/${file}`))
      .filter(
        (file) => file.endsWith(".ts") && !/^src\/(?:github|importers|update|release)\/|check-ids\.ts$/.test(file),
      )
      .flatMap((file) => findIds(readFileSync(enginePath(file), "utf8")));
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(checkRules).toSorted());
  });
});

function describeRule({ severity, build }: CheckRule): string {
  if (build === "error") return "Error; stops the build.";
  const where =
    build === undefined ? "; found by a check alone." : severity === build ? "." : `; a ${build} in a build.`;
  return (severity === "error" ? "Error" : "Warning") + where;
}

/** Ids as our code writes them: as a property, or as the first word of what makes a problem. */
function findIds(source: string): string[] {
  const written = [
    ...source.matchAll(/\bid(?: =|:) "([a-z-]+)"/g),
    ...source.matchAll(
      /\b(?:fail|refuse|error|warn|missing|warnAtUse|toProblem)\((?:[a-z]+, )?\s*"([a-z]+(?:-[a-z]+)+)"/g,
    ),
    ...source.matchAll(/\bwarn\("[a-z]+", "([a-z-]+)"/g),
  ].map(([, id = ""]) => id);
  const made = [...source.matchAll(/(?:\bid: |\()`\$\{\w+\}-([a-z]+)`|\bid: `[a-z]+-\$\{(\w+)\}`/g)].flatMap(
    ([, ending = "", beginning = ""]) => parts[ending || beginning] ?? "?",
  );
  return [...written, ...made];
}

/** What an id is made of where it is put together: its last word, or the name of what holds it. */
const parts: Readonly<Record<string, readonly string[]>> = {
  case: ["tag-case", "category-case", "author-case"],
  missing: ["title-missing", "date-missing"],
  kind: ["strings-key", "strings-missing", "strings-type"],
  length: ["title-length", "description-length"],
};

test("every example is said by a check of mistakes as it stands here", async () => {
  const blog = temporaryFolder();
  const garden = new Garden(makeSoundBlog(500));
  plantMistakes(garden);
  writeBlog(blog, garden.files);
  const { problems } = await checkSite({
    folder: findBlogFolder({ blog }),
    now: DateTime.fromISO(soundNow),
    cache: createCache(undefined),
    importPage: (file) => import(file),
    onProgress: () => {},
  });
  const { problems: missing } = await readSettings(join(blog, "no/site.ts"));
  const link = { url: "https://tea.club.net/2009/steep/", file: "", place: () => ({ line: 1, column: 1 }) };
  const outside = toOutsideProblem(link, "the page is not there (404)");
  const place = `${relative(enginePath(), blog)}/`;
  const said = new Set(
    [...problems, ...missing, outside].map((problem) => withoutNames(`${problem.id} ${toWords(problem, place)}`)),
  );
  // What Pagefind says when it does not run is its own affair: tests/site/search; for components, tests/site/overrides.
  const sayable = entries.filter(({ id }) => !["override-fault", "search-index"].includes(id));
  const shown = sayable.map(({ id, example }) => `${id} ${example.replace(/^\S+:\d+:\d+: /, "")}`);
  expect(shown.filter((line) => !said.has(withoutNames(line)))).toEqual([]);
});

function toWords(problem: Problem, place: string): string {
  return formatProblem({ ...problem, file: "" })
    .replace(/^:\d+:\d+: /, "")
    .replaceAll(place, "");
}

/** The sentence itself: what was found, and where, differs from blog to blog. */
function withoutNames(line: string): string {
  return line.replace(/`[^`]*`|\(.*?\)(?=[ .,;]|$)|(?<= )\/\S*/g, "…");
}

describe("what is typed and answered", () => {
  const steps = readDoc(path)
    .blocks.filter(({ language, text }) => language === "console" && intro.includes(text))
    .flatMap(({ text }) => toSteps(text));

  const letter = (link: string) => `---
title: Slow letters
date: 2026-11-20
id: slow-letter
tags: [Listening]
---

Two chairs, [said the old club](${link}), are enough.
`;

  /** Runs what a step types in a copy of the sample blog with one more post. */
  async function type(command: string, link?: string): Promise<string> {
    const blog = temporaryFolder();
    copySampleBlog(blog);
    if (link !== undefined) writeFileSync(join(blog, "posts/slow-letters.md"), letter(link));
    if (command.includes("--fix")) {
      writeFileSync(join(blog, "urls.txt"), `${readFileSync(join(blog, "urls.txt"), "utf8")}/posts/slow-letter/\n`);
    }
    const typed = `${command}${command.includes(" -- ") ? "" : " --"} --blog ${blog} --no-cache`;
    const env = { ...process.env, NODE_OPTIONS: "", npm_config_loglevel: "silent" };
    return (await runInShell(typed, { folder: enginePath(), env })).replaceAll(`${relative(enginePath(), blog)}/`, "");
  }

  test("is shown for each way to run it", () => {
    expect(
      steps.map(({ command }) => command.replace(/^npm run (?:--silent )?check(?: -- )?/, "").split(" ")[0]),
    ).toEqual(["", "--json", "--fix", "--external"]);
  });

  test.each(steps)("$command", async ({ command, answer }) => {
    const { origin } = await stubServer((_, response) => response.writeHead(404).end());
    const link = command.includes("--external") ? `${origin}/two/` : "https://chairs.example/";
    const isPlain = !/--(?:fix|external)/.test(command);
    const said = (await type(command, isPlain ? undefined : link)).replaceAll(origin, "https://chairs.club.net");
    expect(isAnswer(said, answer) ? answer : toComparable(said)).toBe(answer);
  });
});
