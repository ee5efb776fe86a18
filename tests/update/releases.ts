import { execFileSync } from "node:child_process";
import { chmodSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { listFiles } from "../../src/files/read-folder.ts";
import { updateEngine, type UpdateOptions } from "../../src/update/update-engine.ts";
import type { Outcome } from "../../src/update/update-summary.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Files of a folder by path; `null` removes one. */
export type Files = Readonly<Record<string, string | null>>;

const toPackage = (entries: object): string => `${JSON.stringify({ name: "klatsch", ...entries }, null, 2)}\n`;

/** A small engine with the samples that a new blog begins with. */
export const first: Files = {
  "package.json": toPackage({
    version: "1.0.0",
    scripts: { build: "tsx build", start: "tsx start" },
    dependencies: { luxon: "^3.0.0", zod: "^4.0.0" },
  }),
  "package-lock.json": '{ "lock": 1 }\n',
  "README.md": "# Klatsch\n",
  "CHANGELOG.md": "# Changelog\n\n## [1.0.0] - 2026-11-01\n\n- Begun.\n",
  ".gitignore": "node_modules/\n",
  ".ci/run": "#!/bin/sh\necho 1\n",
  ".github/workflows/publish.yml": "name: Publish\n",
  "src/lib/slug.ts": "export const longest = 60;\nexport const shortest = 1;\n",
  "src/lib/same.ts": "export const same = true;\n",
  "src/old-name.ts": "export const renamed = true;\n",
  "src/gone/only.ts": "export const gone = true;\n",
  "_includes/components/post-card.tsx": 'export const card = "post-card";\n',
  "_includes/styles/main.css": "main { margin: 0 }\n",
  "_includes/styles/theme.css": ":root { --ink: black }\n",
  "_includes/fonts/serif.woff2": "wOF2\0one\r\n",
  "pages/home.11ty.tsx": "export default 1;\n",
  "pages/about.md": "# About a sample\n",
  "posts/sample.md": "---\ntitle: A sample\n---\n",
  "comments/sample.json": "{}\n",
  "_data/site.ts": 'export default { title: "A sample" };\n',
};

/** What the next release changed: text and font, names, an own sample, the packages. */
export const news: Files = {
  "package.json": toPackage({
    version: "1.1.0",
    scripts: { build: "tsx build", start: "tsx start", check: "tsx check" },
    dependencies: { luxon: "^3.0.0", preact: "^11.0.0", zod: "^4.6.0" },
  }),
  "package-lock.json": '{ "lock": 2 }\n',
  "README.md": "# Klatsch, and what it is\n",
  "CHANGELOG.md": "# Changelog\n\n## [1.1.0] - 2026-12-01\n\n- A check.\n\n## [1.0.0] - 2026-11-01\n\n- Begun.\n",
  ".ci/run": "#!/bin/sh\necho 2\n",
  "src/lib/slug.ts": "export const longest = 80;\nexport const shortest = 1;\n",
  "src/old-name.ts": null,
  "src/new-name.ts": "export const renamed = true;\n",
  "src/gone/only.ts": null,
  "scripts/check.ts": "export const check = true;\n",
  "_includes/styles/theme.css": ":root { --ink: navy }\n",
  "_includes/fonts/serif.woff2": "wOF2\0two\n",
  "pages/about.md": "# About another sample\n",
  "posts/sample.md": null,
  "posts/other-sample.md": "---\ntitle: Another sample\n---\n",
  "_data/site.ts": 'export default { title: "Another sample" };\n',
};

/** What an owner makes of a blog. */
export const owners: Files = {
  "posts/sample.md": null,
  "comments/sample.json": null,
  "posts/hello.md": "---\ntitle: Hello\n---\n",
  "posts/tea/index.md": "---\ntitle: Tea\n---\n",
  "posts/tea/cup.png": "\u0089PNG\0\r\n",
  "comments/hello.json": '{ "post": "hello" }\n',
  "pages/about.md": "# About me\n",
  "pages/cv/index.md": "# What I did\n",
  "pages/cv/cv.pdf": "%PDF\0",
  "pages/guestbook.11ty.tsx": "export default 2;\n",
  "_data/site.ts": 'export default { title: "Mine" };\n',
  "_data/giscus.json": "{}\n",
  "public/robots.txt": "User-agent: *\n",
  "_includes/styles/theme.css": ":root { --ink: darkgreen }\n",
  "overrides/components/post-card.tsx": 'export const card = "mine";\n',
  "urls.txt": "/\n",
  "giscus.json": "{}\n",
  CNAME: "example.org\n",
  "README.md": "# My blog\n",
  ".github/workflows/backup.yml": "name: Backup\n",
  "src/mine.ts": "export const mine = true;\n",
  "netlify.toml": "[build]\n",
  ".import/state.json": "{}\n",
};

/** The owner's `package.json`: a script and a package of their own, and a name. */
export const ownersPackage = `${JSON.stringify(
  {
    name: "my-blog",
    version: "1.0.0",
    author: "Ada",
    scripts: { build: "tsx build", start: "tsx start", deploy: "rsync _site" },
    dependencies: { "left-pad": "^1.3.0", luxon: "^3.0.0", zod: "^4.0.0" },
  },
  null,
  2,
)}\n`;

export function writeFiles(folder: string, files: Files): string {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    if (text === null) {
      rmSync(file, { force: true });
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, path.includes(".woff2") || path.endsWith(".png") ? "latin1" : "utf8");
    if (path === ".ci/run") chmodSync(file, 0o755);
  }
  return folder;
}

/** Every file below a folder, but for git's. */
export function readFiles(folder: string): Record<string, string> {
  return Object.fromEntries(listFiles(folder).map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}

export function git(folder: string, ...args: readonly string[]): string {
  // The copy of a worktree's `.git` leads back to the repository that it was copied from.
  if (!folder.startsWith(tmpdir()) || lstatSync(join(folder, ".git"), { throwIfNoEntry: false })?.isFile()) {
    throw new Error(`${folder} is no folder of this test alone`);
  }
  const settings = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "core.autocrlf=false"];
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CEILING_DIRECTORIES: tmpdir(),
  };
  return execFileSync("git", [...settings, ...args], { cwd: folder, encoding: "utf8", env, stdio: "pipe" });
}

export function commit(folder: string, message: string, tag?: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", message);
  if (tag !== undefined) git(folder, "tag", tag);
}

/** Makes a repository of a folder, with all that lies in it. */
export function toRepository(folder: string, tag?: string): string {
  git(folder, "init", "--quiet", "--initial-branch", "main");
  commit(folder, "chore: begin", tag);
  return folder;
}

/** The engine's repository with two releases; `between` is what main was when nobody had released it. */
export function engineRepository(between?: Files): string {
  const folder = toRepository(writeFiles(temporaryFolder(), first), "v1.0.0");
  if (between) {
    writeFiles(folder, between);
    commit(folder, "feat: something between");
  }
  writeFiles(folder, news);
  commit(folder, "feat: a check", "v1.1.0");
  return folder;
}

/** A folder with the first release, or with the second. */
export const firstFolder = (): string => writeFiles(temporaryFolder(), first);
export const secondFolder = (): string => writeFiles(firstFolder(), news);

/** A blog that was begun with the first release, committed, with all that is its owner's. */
export function ownersBlog(more: Files = {}): string {
  const blog = firstFolder();
  toRepository(blog);
  writeFiles(blog, { ...owners, "package.json": ownersPackage, ...more });
  commit(blog, "feat: my blog");
  return blog;
}

export function update(root: string, options: Partial<UpdateOptions> = {}): Promise<Outcome> {
  return updateEngine({
    root,
    choices: { keep: [], overwrite: [] },
    dryRun: false,
    workspace: temporaryFolder(),
    onWait: () => undefined,
    toReport: () => ({ text: "Updated.\n", json: {} }),
    ...options,
  });
}
