import { DateTime } from "luxon";
import { findBlogFolder } from "../src/eleventy/blog-folder.ts";
import { checkSite } from "../src/eleventy/check-site.ts";
import { cacheFolder } from "../src/eleventy/engine.ts";
import { createCache } from "../src/files/cache.ts";
import { isError } from "../src/lib/problem.ts";
import { readArguments, readFolder, readTime, runCommand } from "./command.ts";
import { printProblems } from "./print-problems.ts";
import { toAnnotation } from "./to-annotation.ts";

const help = `Finds all that an author or owner can get wrong, in one pass over the whole blog, and changes nothing.

  npm run check
  npm run --silent check -- --json

  --json       print { problems, errors, warnings } and nothing else
  --github     print annotations for a pull request
  --fix        mend what is safe: spellings of terms, aliases for addresses that were lost
  --external   ask for the links to other sites as well; answers are kept for a week
  --now ISO    the time that decides which posts are due (default: now)
  --blog DIR   the blog folder (default: this repository)
  --help       this text

What each finding means, and how it is silenced: docs/checks.md.
`;

const flag = { type: "boolean" } as const;

await runCommand(async () => {
  const { values } = readArguments({
    help,
    options: { json: flag, github: flag, fix: flag, external: flag, now: { type: "string" }, blog: { type: "string" } },
  });
  const checked = await checkSite({
    folder: findBlogFolder({ blog: readFolder("--blog", values.blog) }),
    now: values.now === undefined ? DateTime.utc() : readTime("--now", values.now),
    cache: createCache(cacheFolder),
    importPage: (file) => import(file),
  });
  const { problems } = checked;
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  if (values.json) process.stdout.write(`${JSON.stringify({ problems, errors, warnings }, undefined, 2)}\n`);
  else {
    if (values.github) process.stdout.write(problems.map(toAnnotation).join(""));
    else printProblems(problems);
    process.stdout.write(`Checked ${checked.posts} posts and ${checked.pages} pages: ${toSum(errors, warnings)}\n`);
  }
  return errors > 0 ? 1 : 0;
});

function toSum(errors: number, warnings: number): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  return errors + warnings === 0 ? "nothing to mend" : `${count(errors, "error")}, ${count(warnings, "warning")}`;
}
