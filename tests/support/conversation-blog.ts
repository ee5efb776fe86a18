import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator, EmulatorOptions } from "../../emulator/emulator.ts";
import { startEmulator } from "../../emulator/start-emulator.ts";
import { toDatabaseId } from "../../emulator/store/node-id.ts";
import { toDiscussionBody, toTerm } from "../../src/github/markers.ts";
import { runScript, type Run } from "./run-script.ts";
import { serveFolder, type Served } from "./serve-folder.ts";

/** A blog whose conversation is kept in an emulator of its own, built and served. */
export type ConversationBlog = {
  readonly emulator: Emulator;
  readonly folder: string;
  readonly origin: string;
  /** Number of the discussion of the post `tea`, which has one comment, in the page and in the emulator. */
  readonly number: number;
  readonly build: () => Promise<Run>;
  readonly sync: (...args: string[]) => Promise<Run>;
  readonly close: () => Promise<void>;
};

export async function openConversationBlog(options: EmulatorOptions = {}): Promise<ConversationBlog> {
  const root = mkdtempSync(join(tmpdir(), "klatsch-conversation-"));
  const folder = join(root, "blog");
  const site = join(root, "site");
  const emulator = await startEmulator(options);
  const number = beginConversation(emulator);
  writeBlog(folder, emulator, number);
  const build = () => runScript("build", ["--blog", folder, "--output", site, "--quiet"]);
  const run = await build();
  if (run.code !== 0) throw new Error(run.stderr);
  const served: Served = await serveFolder(site);
  return {
    emulator,
    folder,
    origin: served.origin,
    number,
    build,
    sync: (...args) =>
      runScript("sync", ["--blog", folder, ...args], {
        env: { GITHUB_GRAPHQL_URL: emulator.graphqlUrl, GITHUB_TOKEN: "owner" },
      }),
    close: async () => {
      await Promise.all([served.close(), emulator.close()]);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function beginConversation({ control: { store }, categoryId }: Emulator): number {
  const body = toDiscussionBody({ id: "tea", url: "https://tea.example/posts/tea/", excerpt: "" });
  const { number } = store.addDiscussion({ title: toTerm("tea"), body, author: "giscus[bot]", categoryId });
  store.addComment(number, { author: "ada", body: "A static word" });
  return number;
}

function writeBlog(folder: string, emulator: Emulator, number: number): void {
  for (const part of ["posts", "comments", "_data"]) mkdirSync(join(folder, part), { recursive: true });
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  write("_data/site.ts", 'export default { title: "Tea", url: "https://tea.example/" };\n');
  const { repo, repoId, category, categoryId, giscusHost: host } = emulator;
  write("_data/giscus.json", JSON.stringify({ repo, repoId, category, categoryId, host }));
  const post = (name: string, more = "") =>
    write(`posts/${name}.md`, `---\ntitle: ${name}\ndate: 2026-01-05\n${more}---\n\nText of ${name}.\n`);
  post("tea");
  post("quiet");
  post("closed", "comments: closed\n");
  post("locked");
  write("comments/tea.json", JSON.stringify(toThread(emulator, "tea", number, false)));
  write("comments/locked.json", JSON.stringify(toThread(emulator, "locked", 99, true)));
}

function toThread({ repo }: Emulator, post: string, number: number, locked: boolean) {
  const id = toDatabaseId(number, 1);
  const url = `https://github.com/${repo}/discussions/${number}`;
  const comment = {
    id: `github-${id}`,
    source: "github",
    anchor: `discussioncomment-${id}`,
    url: `${url}#discussioncomment-${id}`,
    author: { name: "ada", url: "https://github.com/ada" },
    createdAt: "2026-01-06T10:00:00Z",
    html: "<p>A static word</p>",
    status: "visible",
    replies: [],
  };
  return { post, discussion: { number, url, locked }, comments: [comment] };
}
