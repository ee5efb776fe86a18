import { DateTime } from "luxon";
import { toDueTime } from "../src/content/schedule.ts";
import { findBlogFolder } from "../src/eleventy/blog-folder.ts";
import { engineRoot } from "../src/eleventy/engine.ts";
import { findSampleFiles, type SampleFiles } from "../src/eleventy/sample-files.ts";
import {
  checkAnswers,
  findColourObstacle,
  findObstacle,
  hasOwnSettings,
  isEmulated,
  listPalettes,
  removeSampleBlog,
  startBlog,
  toRemovable,
  writePalette,
} from "../src/eleventy/start-blog.ts";
import type { BlogSurvey } from "../src/eleventy/survey-blog.ts";
import { isError } from "../src/lib/problem.ts";
import { askForBlog, checkGiven } from "./ask-for-blog.ts";
import { readArguments, readFolder, runCommand } from "./command.ts";
import { printProblems } from "./print-problems.ts";
import { runSetup } from "./run-setup.ts";

const help = `Makes the blog yours: writes _data/site.ts, sets the colours, removes the sample blog when you say so.

  npm run init
  npm run init -- --title "Ann's notes" --author Ann --url https://ann.example/ --remove-samples

  --title TEXT --description TEXT --author NAME
  --url URL               where the blog will be, with its base path
  --language CODE         of most posts, such as en or pt-BR
  --timezone ZONE         of its dates, such as Europe/Berlin
  --repository OWNER/NAME on GitHub; the comments are set up there as well
  --palette NAME          ${listPalettes().join(", ")}
  --remove-samples        remove the posts, pages and threads that came with the engine, and their addresses
  --no-setup              leave the comments for later
  --blog DIR              the blog folder (default: this repository)
  --help                  this text

What is not said it asks. Nothing that you have edited is replaced or removed. Once _data/site.ts is yours, --palette and
--remove-samples work without the rest.
`;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

await runCommand(async () => {
  const { values } = readArguments({
    help,
    options: {
      title: text,
      description: text,
      author: text,
      url: text,
      language: text,
      timezone: text,
      repository: text,
      palette: text,
      "remove-samples": flag,
      "no-setup": flag,
      blog: text,
    },
  });
  checkGiven(values);
  const { root = engineRoot } = findBlogFolder({ blog: readFolder("--blog", values.blog) });
  const samples = findSampleFiles(root);
  if (asksForChange(values) && hasOwnSettings(root, samples)) return changeBlog(root, samples, values);
  const obstacle = findObstacle(root, samples, values.palette);
  if (obstacle !== undefined) return refuse(obstacle);
  const { palette, removeSamples, ...answers } = await askForBlog(values, root, samples);
  const second = findObstacle(root, samples, palette);
  if (second !== undefined) return refuse(second);
  const problems = checkAnswers(answers).filter(isError);
  if (problems.length > 0) {
    printProblems(problems);
    return 1;
  }
  const before = await survey(root);
  const written = startBlog({ root, answers, samples, palette, removeSamples });
  print(`Wrote ${written.join(", ")}.`);
  const after = await survey(root);
  const kept = samples.edited.filter((path) => !written.includes(path));
  if (removeSamples) await reportRemoval(root, samples, { before, after, kept });
  await printWaiting(before, after);
  if (answers.repository && !values["no-setup"]) await runSetup(answers.repository, values.blog);
  print('Write the first post: npm run new -- "Title"');
  printCommit();
  return 0;
});

type Changes = { readonly palette?: string; readonly "remove-samples"?: boolean };

/** Whoever has settings of their own, from an import for example, may still want other colours, or the sample blog gone. */
function asksForChange(values: Readonly<Record<string, unknown>>): boolean {
  const given = Object.keys(values);
  const changes = ["palette", "remove-samples"];
  return (
    changes.some((key) => given.includes(key)) && given.every((key) => [...changes, "no-setup", "blog"].includes(key))
  );
}

async function changeBlog(root: string, samples: SampleFiles, values: Changes): Promise<number> {
  if (values.palette !== undefined) {
    const obstacle = findColourObstacle(root);
    if (obstacle !== undefined) return refuse(obstacle);
    print(`Wrote ${writePalette(root, values.palette)}. Your _data/site.ts stays as it is.`);
  }
  if (values["remove-samples"]) {
    const before = await survey(root);
    removeSampleBlog(root, samples);
    const kept = samples.edited.filter((path) => /^(?:posts|pages|comments)\//.test(path));
    await reportRemoval(root, samples, { before, after: await survey(root), kept });
  }
  printCommit();
  return 0;
}

type Removal = { readonly before: BlogSurvey; readonly after: BlogSurvey; readonly kept: readonly string[] };

async function reportRemoval(root: string, samples: SampleFiles, { before, after, kept }: Removal): Promise<void> {
  const { forgetSampleUrls } = await import("../src/eleventy/survey-blog.ts");
  const addresses = forgetSampleUrls(root, before, after);
  print(`Removed the sample blog: ${toRemovable(samples).length} files, ${addresses} addresses in urls.txt.`);
  if (kept.length > 0) print(`Kept, because they differ from the sample's: ${kept.join(", ")}.`);
  if (isEmulated(root)) {
    print("`npm start` runs and remembers the sample's threads: stop it, and run `npm run init -- --remove-samples`.");
  }
}

/** Reading the blog needs much of the engine; `--help` and wrong words are answered without. */
async function survey(root: string): Promise<BlogSurvey> {
  const { surveyBlog } = await import("../src/eleventy/survey-blog.ts");
  return surveyBlog(root, DateTime.utc(), (file) => import(file));
}

async function printWaiting(before: BlogSurvey, after: BlogSurvey): Promise<void> {
  const { findNewlyWaiting } = await import("../src/eleventy/survey-blog.ts");
  for (const { source, date } of findNewlyWaiting(before, after)) {
    const why = "in the blog's time zone its date is still to come. Change the date to publish it now.";
    print(`${source.file} waits until ${toDueTime(date)}: ${why}`);
  }
}

function printCommit(): void {
  print('Keep it: git add -A && git commit -m "Mine"');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
