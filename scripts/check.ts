import { DateTime } from "luxon";
import { findBlogFolder } from "../src/eleventy/blog-folder.ts";
import type { CheckedLinks } from "../src/eleventy/check-outside.ts";
import type { CheckedSite, CheckOptions } from "../src/eleventy/check-site.ts";
import { cacheFolder } from "../src/eleventy/engine.ts";
import { fixProblems } from "../src/eleventy/fix-problems.ts";
import { readOverrides } from "../src/eleventy/overrides.ts";
import { registerOverrides } from "../src/eleventy/register-overrides.ts";
import { createCache } from "../src/files/cache.ts";
import { isError, type Problem } from "../src/lib/problem.ts";
import { systemRuntime } from "../src/web/runtime.ts";
import { readArguments, readFolder, readTime, runCommand, UsageError } from "./command.ts";
import { printProblems } from "./print-problems.ts";
import { createProgress } from "./progress.ts";
import { toAnnotation } from "./to-annotation.ts";

const help = `Finds all that an author or owner can get wrong, in one pass over the whole blog. Without --fix
it changes nothing.

  npm run check
  npm run --silent check -- --json

  --json       print { problems, errors, warnings } and nothing else
  --github     print annotations for a pull request
  --fix        mend what is safe: spellings of terms, aliases for addresses that were lost
  --external   ask for the links to other sites as well; answers are kept for a week
  --now ISO    the time that decides which posts are due (default: now)
  --blog DIR   the blog folder (default: this repository)
  --no-cache   neither read nor write .cache
  --help       this text

What each finding means, and how it is silenced: docs/checks.md.
`;

const flag = { type: "boolean" } as const;
const text = { type: "string" } as const;
const switches = {
  json: flag,
  github: flag,
  fix: flag,
  external: flag,
  "no-cache": flag,
  now: text,
  blog: text,
} as const;

await runCommand(async () => {
  const { values } = readArguments({ help, options: switches });
  if (values.json && values.github) throw new UsageError("--json and --github exclude each other");
  const folder = findBlogFolder({ blog: readFolder("--blog", values.blog) });
  const now = values.now === undefined ? DateTime.utc() : readTime("--now", values.now);
  const cache = createCache(values["no-cache"] ? undefined : cacheFolder);
  registerOverrides((await readOverrides(folder.overrides)).sound);
  const { checkSite } = await import("../src/eleventy/check-site.ts");
  const check = async (isExternal = false): Promise<CheckedSite> => {
    const progress = createProgress(process.stderr);
    const count = (what: string) => (done: number, total: number) => progress.show(`${what} ${done} of ${total}`);
    const options: CheckOptions = {
      folder,
      now,
      cache,
      importPage: (file) => import(file),
      onProgress: count("Reading text"),
      ...(isExternal && { outside: { runtime: systemRuntime, onProgress: count("Asking for link") } }),
    };
    return checkSite(options).finally(progress.clear);
  };
  if (values.fix) {
    const { done, left } = fixProblems((await check()).problems);
    // With `--json` nothing else is on stdout.
    const told = values.json ? process.stderr : process.stdout;
    told.write(done.map((line) => `${line}\n`).join(""));
    process.stderr.write(left.map((line) => `${line}\n`).join(""));
  }
  return report(await check(values.external), values);
});

/** Prints what was found; the exit code says whether there are errors in it. */
function report(checked: CheckedSite, values: { json?: boolean; github?: boolean; fix?: boolean }): number {
  const problems = checked.problems.map(toFacts);
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  if (values.json) process.stdout.write(`${JSON.stringify({ problems, errors, warnings }, undefined, 2)}\n`);
  else {
    if (values.github) process.stdout.write(problems.map(toAnnotation).join(""));
    else printProblems(problems);
    const schedule = checked.schedule;
    if (schedule !== undefined) process.stdout.write(`${schedule}\n`);
    if (checked.links) process.stdout.write(`${toLinkSum(checked.links)}\n`);
    const fixable = values.fix ? 0 : checked.problems.filter((problem) => problem.fix !== undefined).length;
    const what = checked.files === 1 ? "post or page" : "posts and pages";
    process.stdout.write(`Checked ${checked.files} ${what}: ${toSum({ errors, warnings, fixable })}\n`);
  }
  return errors > 0 ? 1 : 0;
}

function toLinkSum({ asked, known, unknown, later, isOffline }: CheckedLinks): string {
  if (isOffline) return "No other site could be reached: nothing is said of the links to them";
  const parts = [
    `${asked} asked for`,
    `${known} known from before`,
    ...(unknown > 0 ? [`${unknown} whose hosts do not say`] : []),
    ...(later > 0 ? [`${later} left for the next run`] : []),
  ];
  return `Links to other sites: ${parts.join(", ")}`;
}

/** As FORMATS.md has it: how a problem is mended is for us alone. */
function toFacts({ id, severity, file, line, column, message, remedy }: Problem): Problem {
  return { id, severity, file, line, column, message, remedy };
}

function toSum({ errors, warnings, fixable }: Readonly<Record<"errors" | "warnings" | "fixable", number>>): string {
  if (errors + warnings === 0) return "nothing to mend";
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const hint = fixable > 0 ? `; \`npm run check -- --fix\` mends ${fixable}` : "";
  return `${count(errors, "error")}, ${count(warnings, "warning")}${hint}`;
}
