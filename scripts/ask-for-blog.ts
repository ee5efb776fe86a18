import { execFileSync } from "node:child_process";
import type { BlogAnswers } from "../src/content/settings-text.ts";
import { listPalettes } from "../src/eleventy/start-blog.ts";
import type { SampleFiles } from "../src/eleventy/sample-files.ts";
import { UsageError } from "./command.ts";
import { createQuestions } from "./questions.ts";

type Given = Partial<Record<keyof BlogAnswers | "palette", string>> & { readonly "remove-samples"?: boolean };

export type BlogRequest = BlogAnswers & { readonly palette?: string | undefined; readonly removeSamples: boolean };

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
    const ask = async (key: keyof Given, question: string, preset?: string) =>
      typeof given[key] === "string" ? given[key] : questions.ask(question, preset);
    const answers = {
      title: await insist(() => ask("title", "Title of the blog")),
      description: await ask("description", "What it is about, in a sentence"),
      author: await insist(() => ask("author", "Your name, as it stands under posts")),
      url: await insist(() => ask("url", "Address of the blog", guesses.url)),
      language: await ask("language", "Language of most posts", guesses.language),
      timezone: await ask("timezone", "Time zone of its dates", guesses.timezone),
      repository: await ask("repository", "Repository on GitHub, owner/name", repository),
      palette: await ask("palette", `Colours: ${listPalettes().join(", ")}`, "coffee"),
    };
    const removes = samples.untouched.length > 0 && (await askToRemove(questions, samples));
    return complete({ ...answers, "remove-samples": given["remove-samples"] ?? removes }, guesses);
  } finally {
    questions.close();
  }
}

/** Asks twice more for what cannot be left out, so that a slip does not cost all answers. */
async function insist(ask: () => Promise<string>): Promise<string> {
  const first = await ask();
  if (first !== "") return first;
  const second = await ask();
  return second === "" ? ask() : second;
}

async function askToRemove(
  questions: ReturnType<typeof createQuestions>,
  { untouched }: SampleFiles,
): Promise<boolean> {
  return /^y/i.test(await questions.ask(`Remove the sample blog (${untouched.length} files)? y/N`));
}

function complete(given: Given, guesses: Partial<BlogAnswers>): BlogRequest {
  const { title = "", author = "", url = guesses.url ?? "", palette } = given;
  for (const [name, value] of Object.entries({ title, author, url })) {
    if (value.trim() === "") throw new UsageError(`--${name} is missing`);
  }
  if (palette !== undefined && !listPalettes().includes(palette)) {
    throw new UsageError(`--palette is none of ${listPalettes().join(", ")} (found ${palette})`);
  }
  return {
    title: title.trim(),
    author: author.trim(),
    url: url.trim(),
    description: given.description?.trim(),
    language: given.language ?? guesses.language ?? "en",
    timezone: given.timezone ?? guesses.timezone ?? "UTC",
    repository: given.repository ?? guesses.repository,
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
    return /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url)?.[1];
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
