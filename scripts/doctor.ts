import { defaultHost, type GiscusSettings } from "../src/comments/giscus-settings.ts";
import { toDisplayPath } from "../src/eleventy/blog-folder.ts";
import { bundleAssets } from "../src/eleventy/bundle-assets.ts";
import { checkGiscus } from "../src/github/doctor/check-giscus.ts";
import { checkOrigins } from "../src/github/doctor/check-origins.ts";
import { checkRepository, checkRepositoryByGiscus } from "../src/github/doctor/check-repository.ts";
import { checkTheme } from "../src/github/doctor/check-theme.ts";
import { checkThreads, type ThreadsToCheck } from "../src/github/doctor/check-threads.ts";
import { fault, formatCheck, guard, ok, type Check } from "../src/github/doctor/check.ts";
import { createGiscusApi } from "../src/github/giscus-api.ts";
import { createGraphqlClient, type GraphqlClient } from "../src/github/graphql-client.ts";
import { listDiscussions, type ListedDiscussion } from "../src/github/list-discussions.ts";
import { openThreadFiles } from "../src/github/sync/thread-files.ts";
import { systemRuntime as runtime } from "../src/web/runtime.ts";
import { readArguments, readFolder, runCommand } from "./command.ts";
import { readGithubEnvironment } from "./github-environment.ts";
import { loadPosts, type BlogForGithub } from "./load-posts.ts";

const help = `Checks whether comments can work, and says what to do where they cannot.

  npm run doctor
  GITHUB_TOKEN=… npm run doctor -- --blog ../my-blog

  --json       print the checks as JSON
  --blog DIR   the blog folder (default: this repository)
  --help       this text
`;

await runCommand(async () => {
  const { values } = readArguments({ help, options: { json: { type: "boolean" }, blog: { type: "string" } } });
  const blogFolder = readFolder("--blog", values.blog);
  const { graphqlUrl: url, token } = readGithubEnvironment();
  const blog = await loadPosts(blogFolder);
  const client = token === undefined ? undefined : createGraphqlClient({ url, token, runtime });
  const checks = await examine(blog, client);
  const count = (status: Check["status"]): number => checks.filter((check) => check.status === status).length;
  const sums = { errors: count("error"), warnings: count("warning") };
  const text = values.json ? JSON.stringify({ checks, ...sums }, undefined, 2) : checks.map(formatCheck).join("\n");
  process.stdout.write(`${text}\n`);
  return sums.errors > 0 ? 1 : 0;
});

async function examine(blog: BlogForGithub, client: GraphqlClient | undefined): Promise<readonly Check[]> {
  const { giscus } = blog.loaded;
  const settings = checkSettings(blog);
  if (!giscus) return [...settings, ...checkThreads(toThreads(blog))];
  const listed = client && (await listAll(giscus, client));
  return [
    ...settings,
    ...(await examineRepository(giscus, blog, client)),
    ...(await guard("theme", async () => checkTheme(await toThemeUrl(blog), giscus.host, runtime))),
    ...(listed && "checks" in listed ? listed.checks : []),
    ...checkThreads({ ...toThreads(blog), ...(listed && "listed" in listed && { listed: listed.listed }) }),
  ];
}

function checkSettings({ loaded }: BlogForGithub): Check[] {
  const { giscus, problems } = loaded;
  const wrong = problems.filter(({ file, id }) => file.endsWith("giscus.json") || id === "giscus");
  const faults = wrong.map(({ id, message, remedy, severity }) => ({
    id,
    status: severity,
    message: `_data/giscus.json: ${message}`,
    remedy,
  }));
  if (giscus) return [...faults, ok("settings", `comments are kept in ${giscus.repo}, category "${giscus.category}"`)];
  if (faults.length > 0) return faults;
  return [fault("settings", "there is no _data/giscus.json", "Run `npm run setup -- owner/name`.")];
}

async function examineRepository(
  settings: GiscusSettings,
  { loaded }: BlogForGithub,
  client: GraphqlClient | undefined,
) {
  const giscus = createGiscusApi(settings.host || defaultHost, runtime);
  const { origin } = loaded.blog.site;
  return [
    ...(await guard("giscus-app", () => checkGiscus(settings.repo, giscus))),
    ...(await guard("repository", () =>
      client ? checkRepository(settings, client) : checkRepositoryByGiscus(settings, giscus),
    )),
    ...(client ? await guard("origins", () => checkOrigins(settings.repo, origin, client)) : []),
  ];
}

async function toThemeUrl({ folder, loaded }: BlogForGithub): Promise<string> {
  const { site } = loaded.blog;
  const { assets } = await bundleAssets(folder.theme, site);
  return new URL(assets.giscusTheme, site.url).href;
}

type Listed = { readonly listed: readonly ListedDiscussion[] } | { readonly checks: readonly Check[] };

async function listAll(settings: GiscusSettings, client: GraphqlClient): Promise<Listed> {
  const listed: ListedDiscussion[] = [];
  const checks = await guard("discussions-listed", async () => {
    for await (const discussion of listDiscussions(client, settings, { direction: "ASC" })) listed.push(discussion);
    return [];
  });
  return checks.length > 0 ? { checks } : { listed };
}

function toThreads({ comments, entries }: BlogForGithub): ThreadsToCheck {
  const files = openThreadFiles(comments, toDisplayPath);
  const posts = entries.map(({ id, title, source, aliases }) => ({ id, title, file: source.file, aliases }));
  return { threads: files.list(), posts, nameOf: files.nameOf };
}
