import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { parseSite, settingKeys } from "../../src/content/parse-site.ts";
import { enginePath } from "../../src/eleventy/engine.ts";
import { copySampleBlog } from "../support/copy-sample-blog.ts";
import { runScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { git } from "../update/releases.ts";
import { readDoc } from "./read-doc.ts";
import { toComparable, toSteps } from "./shell-session.ts";

const doc = readDoc("docs/owning.md");

/** The table with three columns: key, default, what it says. */
const settings = doc.rows.flatMap(([key = "", preset = "", says]) =>
  says === undefined ? [] : [[key.replaceAll("`", ""), preset] as const],
);

test("the table of settings has every key", () => {
  const shown = settings.map(([key]) => key);
  expect(settingKeys.filter((key) => !shown.includes(key))).toEqual([]);
});

test("the table of settings names each default as it is", () => {
  const { site } = parseSite(undefined, new Map());
  const real: Readonly<Record<string, unknown>> = { ...site, author: site.author.name };
  const named = settings.flatMap(([key, preset]) => {
    const json = /^`(.+)`$/.exec(preset)?.[1];
    return json === undefined || !(key in real) ? [] : [[key, JSON.parse(json)] as const];
  });
  expect(named.length).toBeGreaterThan(8);
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(named.map(([key]) => [key, real[key]])));
});

test("npm run init asks and answers as shown", async () => {
  const [step] = doc.blocks.filter(({ language }) => language === "console").flatMap(({ text }) => toSteps(text));
  const lines = step?.answer.split("\n") ?? [];
  const begin = lines.findIndex((line) => line.startsWith("Wrote "));
  const asked = lines.slice(0, begin).map((line) => /^(.*:)(?: (.*))?$/.exec(line) ?? []);
  const blog = temporaryFolder();
  copySampleBlog(blog);
  git(blog, "init", "--quiet");
  git(blog, "remote", "add", "origin", "https://github.com/ann/tea-notes.git");
  const flags = step?.command.split(" ").filter((word) => word.startsWith("--") && word !== "--") ?? [];
  const run = await runScript("init", [...flags, "--blog", blog], {
    input: asked.map(([, , answer = ""]) => `${answer}\n`).join(""),
    env: { TZ: "Europe/Berlin" },
  });
  expect(toComparable(run.stderr)).toBe(toComparable(asked.map(([, question = ""]) => `${question} `).join("")));
  expect(toComparable(run.stdout)).toBe(toComparable(lines.slice(begin).join("\n")));
});

test("the component that is shown stands in for the engine's", async () => {
  const blog = temporaryFolder(enginePath("tests/sites/one-post"));
  const [example] = doc.blocks.filter(({ file }) => file?.startsWith("overrides/"));
  const file = join(blog, example?.file ?? "none");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, example?.text ?? "");
  const run = await runScript("build", ["--blog", blog, "--output", join(blog, "out"), "--quiet"]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  const page = readFileSync(join(blog, "out/index.html"), "utf8");
  expect(page).toContain('<p class="imprint"><a href="/imprint/">Imprint</a></p>');
  expect(page).toContain('class="colophon"');
});
