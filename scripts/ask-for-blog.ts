import { execFileSync } from "node:child_process";
import { findAnswerFault } from "../src/content/find-answer-fault.ts";
import type { BlogAnswers } from "../src/content/settings-text.ts";
import { listPalettes, toRemovable } from "../src/eleventy/start-blog.ts";
import type { SampleFiles } from "../src/eleventy/sample-files.ts";
import { UsageError } from "./command.ts";
import { createQuestions, type Questions } from "./questions.ts";

type Option = keyof BlogAnswers | "palette";

type Given = Partial<Record<Option, string>> & { readonly "remove-samples"?: boolean };

export type BlogRequest = BlogAnswers & { readonly palette?: string | undefined; readonly removeSamples: boolean };

/** Refuses wrong words before anything is asked. */
export function checkGiven(given: Given): void {
  for (const option of options) {
    const fault = given[option] === undefined ? undefined : findFault(option, given[option]);
    if (fault !== undefined) throw new UsageError(`--${option} ${fault}`);
  }
}

const options = ["title", "description", "author", "url", "language", "timezone", "repository", "palette"] as const;

function findFault(option: Option, answer: string): string | undefined {
  if (option !== "palette") return findAnswerFault(option, answer);
  return listPalettes().includes(answer) ? undefined : `is none of ${listPalettes().join(", ")} (found ${answer})`;
}

/** Asks what the command line left open; an empty answer takes what stands in brackets. */
export async function askForBlog(given: Given, root: string, samples: SampleFiles): Promise<BlogRequest> {
  // Whoever says the three things that cannot be guessed wants no questions.
  const isComplete = given.title !== undefined && given.author !== undefined && given.url !== undefined;
  const repository = given.repository ?? findRepository(root);
  const guesses = {
    url: repository ? toPagesUrl(repository) : undefined,
    language: "en",
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    repository,
  };
  if (isComplete) return complete(given, guesses);
  const questions = createQuestions();
  try {
    const ask = async (option: Option, question: string, preset?: string) =>
      given[option] ?? askUntilRight(questions, { option, question, preset });
    const answers = {
      title: await ask("title", "Title of the blog"),
      description: await ask("description", "What it is about, in a sentence"),
      author: await ask("author", "Your name, as it stands under posts"),
      url: await ask("url", "Address of the blog", guesses.url),
      language: await ask("language", "Language of most posts", guesses.language),
      timezone: await ask("timezone", "Time zone of its dates", guesses.timezone),
      repository: await ask("repository", "Repository on GitHub, owner/name", repository),
      palette: await ask("palette", `Colours: ${listPalettes().join(", ")}`, "coffee"),
    };
    const removes = given["remove-samples"] ?? (await askToRemove(questions, toRemovable(samples).length));
    return complete({ ...answers, "remove-samples": removes }, guesses);
  } finally {
    questions.close();
  }
}

type Question = { readonly option: Option; readonly question: string; readonly preset?: string | undefined };

const mostTries = 3;

/** A slip does not cost all answers: what cannot stand is explained and asked again. */
async function askUntilRight(questions: Questions, { option, question, preset }: Question): Promise<string> {
  let fault: string | undefined;
  for (let tries = 0; tries < mostTries; tries++) {
    const answer = await questions.ask(question, preset);
    // What stands in brackets would else be taken in the place of a wrong answer.
    if (questions.isOver() && fault !== undefined) throw new UsageError(`--${option} ${fault}`);
    fault = findFault(option, answer);
    if (fault === undefined) return answer;
    if (questions.isOver()) throw new UsageError(`--${option} is missing`);
    if (tries < mostTries - 1) process.stderr.write(`It ${fault}.\n`);
  }
  throw new UsageError(`Nothing was written: after ${mostTries} answers, --${option} still ${fault}`);
}

async function askToRemove(questions: Questions, files: number): Promise<boolean> {
  return files > 0 && /^y/i.test(await questions.ask(`Remove the sample blog (${files} files)? y/N`));
}

/** All that is given has been looked at. */
function complete(given: Given, guesses: Partial<BlogAnswers>): BlogRequest {
  const { title = "", author = "", url = "", palette } = given;
  return {
    title: title.trim(),
    author: author.trim(),
    url: url.trim(),
    description: given.description?.trim(),
    language: (given.language ?? guesses.language ?? "en").trim(),
    timezone: (given.timezone ?? guesses.timezone ?? "UTC").trim(),
    repository: (given.repository ?? guesses.repository)?.trim(),
    palette,
    removeSamples: given["remove-samples"] ?? false,
  };
}

/** The repository from which the blog was cloned. */
function findRepository(root: string): string | undefined {
  try {
    const url = execFileSync("git", ["remote", "get-url", "origin"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
    return /github\.com[/:]([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url)?.[1];
  } catch {
    // No git, no repository, no remote: nothing to guess from.
    return undefined;
  }
}

function toPagesUrl(repository: string): string {
  const [owner = "", name = ""] = repository.split("/");
  const host = `${owner.toLowerCase()}.github.io`;
  return name.toLowerCase() === host ? `https://${host}/` : `https://${host}/${name}/`;
}
