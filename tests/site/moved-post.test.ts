import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { runScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const thread = (post: string) =>
  JSON.stringify({
    post,
    discussion: null,
    comments: [
      {
        id: "1",
        source: "wordpress",
        anchor: "comment-1",
        author: { name: "Piet" },
        createdAt: "2026-01-06T10:00:00Z",
        html: "<p>So it was.</p>",
        status: "visible",
        replies: [],
      },
    ],
  });

/** A blog of one post about the kitchen door, with one comment by Piet. */
function writeBlog(post: string, id: string): string {
  const folder = temporaryFolder();
  const files = {
    "_data/site.ts": 'export default { title: "Small", url: "https://small.example/" };\n',
    "posts/kitchen-door.md": post,
    [`comments/${id}.json`]: thread(id),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const withId = "---\ntitle: The kitchen door\nid: door\ndate: 2026-01-05\n---\n\nIt stuck.\n";
const withoutId = withId.replace("id: door\n", "");

async function build(folder: string, page: string): Promise<string> {
  const output = join(folder, "site");
  const run = await runScript("build", ["--blog", folder, "--output", output]);
  expect(run.stderr).toBe("");
  return readFileSync(join(output, page), "utf8");
}

/** Without them no build would give the old addresses up. */
function addAliases(folder: string, ...aliases: readonly string[]): void {
  const text = withId.replace("id: door", `id: door\naliases: [${aliases.join(", ")}]`);
  writeFileSync(join(folder, "posts/the-entrance.md"), text);
}

test("a post with an id keeps its thread under a new file name and a new permalink pattern", async () => {
  const folder = writeBlog(withId, "door");
  expect(await build(folder, "posts/kitchen-door/index.html")).toContain('id="comment-1"');
  renameSync(join(folder, "posts/kitchen-door.md"), join(folder, "posts/the-entrance.md"));
  addAliases(folder, "/posts/kitchen-door/");
  expect(await build(folder, "posts/the-entrance/index.html")).toContain('id="comment-1"');
  writeFileSync(
    join(folder, "_data/site.ts"),
    'export default { title: "Small", url: "https://small.example/", permalink: "/:year/:month/:slug/" };\n',
  );
  addAliases(folder, "/posts/kitchen-door/", "/posts/the-entrance/");
  expect(await build(folder, "2026/01/the-entrance/index.html")).toContain('id="comment-1"');
});

test("for a renamed post without an id, doctor prints the line to add", async () => {
  const folder = writeBlog(withoutId, "kitchen-door");
  renameSync(join(folder, "posts/kitchen-door.md"), join(folder, "posts/door-of-the-kitchen.md"));
  const run = await runScript("doctor", ["--blog", folder], { env: { GITHUB_TOKEN: "" } });
  expect(run.stdout).toContain("posts/door-of-the-kitchen.md: add the line `id: kitchen-door` to its front matter.");
});
