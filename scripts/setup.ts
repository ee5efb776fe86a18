import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseGiscus } from "../src/comments/parse-giscus.ts";
import { defaultHost, readHost } from "../src/comments/giscus-settings.ts";
import { findBlogFolder, readSource, toDisplayPath } from "../src/eleventy/blog-folder.ts";
import { writeAtomically } from "../src/files/atomic-file.ts";
import { createGiscusApi } from "../src/github/giscus-api.ts";
import { GithubError } from "../src/github/github-error.ts";
import { createGraphqlClient } from "../src/github/graphql-client.ts";
import { chooseCategory } from "../src/github/setup/choose-category.ts";
import { clicks, findClicks } from "../src/github/setup/clicks.ts";
import { lookUpRepository, type Category, type Repository } from "../src/github/setup/look-up-repository.ts";
import { systemRuntime as runtime } from "../src/web/runtime.ts";
import { readArguments, readFolder, runCommand, UsageError } from "./command.ts";
import { readGithubEnvironment, reportGithubError } from "./github-environment.ts";

const help = `Writes _data/giscus.json: where the comments of the blog are kept.

  npm run setup -- owner/name
  npm run setup -- owner/name --category Announcements

  --category NAME   the category of the discussions, when there are several
  --blog DIR        the blog folder (default: this repository)
  --help            this text
`;

await runCommand(async () => {
  const { values, positionals } = readArguments({
    help,
    options: { category: { type: "string" }, blog: { type: "string" } },
    allowPositionals: true,
  });
  const repo = readRepo(positionals);
  const { data = "_data" } = findBlogFolder({ blog: readFolder("--blog", values.blog) });
  const { graphqlUrl: url, token } = readGithubEnvironment();
  const old = parseGiscus(readSource(data, "giscus.json")).settings;
  const giscus = createGiscusApi(readGiscusHost() ?? old?.host ?? defaultHost, runtime);
  const client = token === undefined ? undefined : createGraphqlClient({ url, token, runtime });
  try {
    const repository = await lookUpRepository(repo, giscus, client);
    if (repository.categories.length === 0) return listClicks("There is no category yet.", findClicks(repository));
    const category = await choose(repository.categories, values.category);
    const file = join(data, "giscus.json");
    const host = old && old.host !== defaultHost ? { host: old.host } : {};
    const settings = { repo, repoId: repository.id, category: category.name, categoryId: category.id, ...host };
    writeAtomically(file, `${JSON.stringify(settings, undefined, 2)}\n`);
    report(toDisplayPath(file), category, repository);
    return 0;
  } catch (error) {
    const code = reportGithubError(error);
    const isHidden = error instanceof GithubError && error.kind === "not-found" && token === undefined;
    return isHidden ? listClicks("Then run this again.", [clicks.turnOn(repo), clicks.install(repo)]) : code;
  }
});

function readRepo(positionals: readonly string[]): string {
  const [repo, ...others] = positionals;
  if (repo === undefined) throw new UsageError("The repository is missing: owner/name");
  if (others.length > 0) throw new UsageError(`One repository is enough (found ${positionals.join(" ")})`);
  const name = repo.replace(/^https:\/\/github\.com\/|(?:\.git)?\/?$/g, "");
  if (/^[\w.-]+\/[\w.-]+$/.test(name)) return name;
  throw new UsageError(`The repository is not owner/name (found ${repo})`);
}

function readGiscusHost(): string | undefined {
  const host = process.env.GISCUS_HOST;
  if (host === undefined || host === "") return undefined;
  const read = readHost(host);
  if ("value" in read) return read.value;
  throw new UsageError(`GISCUS_HOST is no address of a giscus server (found ${host})`);
}

async function choose(categories: readonly Category[], wanted: string | undefined): Promise<Category> {
  const choice = chooseCategory(categories, wanted);
  if (choice.kind === "one") return choice.category;
  if (choice.kind === "unknown") {
    throw new UsageError(`--category names no category (found ${wanted}; there are: ${choice.names})`);
  }
  if (process.stdin.isTTY && process.stderr.isTTY) return ask(categories);
  throw new UsageError(`Several categories fit: ${choice.names}. Name one with --category`);
}

async function ask(categories: readonly Category[]): Promise<Category> {
  const lines = categories.map(({ name }, index) => `  ${index + 1}  ${name}`);
  process.stderr.write(`In which category are the comments?\n${lines.join("\n")}\n`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr, prompt: "Number: " });
  terminal.prompt();
  for await (const answer of terminal) {
    const category = categories[Number(answer) - 1];
    if (category) return category;
    terminal.prompt();
  }
  // Ctrl-C and Ctrl-D end the questions.
  throw new UsageError("No category was chosen. Name one with --category");
}

function report(file: string, { name }: Category, repository: Repository): void {
  process.stdout.write(`Wrote ${file}: ${repository.repo}, category "${name}".\n`);
  for (const click of findClicks(repository)) process.stdout.write(`Still to be clicked: ${click}\n`);
  process.stdout.write("Then `npm run doctor` says whether all is in place.\n");
}

function listClicks(words: string, lines: readonly string[]): number {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.stderr.write(`${words}\n`);
  return 1;
}
