import { findBlogFolder } from "../src/eleventy/blog-folder.ts";
import { engineRoot } from "../src/eleventy/engine.ts";
import { findSampleFiles } from "../src/eleventy/sample-files.ts";
import { checkAnswers, findObstacle, listPalettes, startBlog } from "../src/eleventy/start-blog.ts";
import { isError } from "../src/lib/problem.ts";
import { askForBlog } from "./ask-for-blog.ts";
import { readArguments, readFolder, runCommand, UsageError } from "./command.ts";
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
  --remove-samples        remove the posts, pages and threads that came with the engine
  --no-setup              leave the comments for later
  --blog DIR              the blog folder (default: this repository)
  --help                  this text

What is not said it asks. Nothing that you have edited is replaced or removed.
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
  if (values.palette !== undefined && !listPalettes().includes(values.palette)) {
    throw new UsageError(`--palette is none of ${listPalettes().join(", ")} (found ${values.palette})`);
  }
  const { root = engineRoot } = findBlogFolder({ blog: readFolder("--blog", values.blog) });
  const samples = findSampleFiles(root);
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
  const written = startBlog({ root, answers, samples, palette, removeSamples });
  process.stdout.write(`Wrote ${written.join(", ")}.\n`);
  if (removeSamples) process.stdout.write(`Removed the sample blog: ${samples.untouched.length} files.\n`);
  if (removeSamples && samples.edited.length > 0) {
    process.stdout.write(`Kept, because you have edited them: ${samples.edited.join(", ")}.\n`);
  }
  if (answers.repository && !values["no-setup"]) await runSetup(answers.repository, values.blog);
  process.stdout.write('Write the first post: npm run new -- "Title"\n');
  return 0;
});

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
