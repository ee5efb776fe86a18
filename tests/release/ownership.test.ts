import { describe, expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { isOfRelease, ownershipOf, type Ownership } from "../../src/release/ownership.ts";

const cases: Readonly<Record<Ownership, readonly string[]>> = {
  owner: [
    "posts/hello.md",
    "posts/2026/tea/cup.jpg",
    "comments/hello.json",
    "comments/avatars/a.png",
    "pages/about.md",
    "pages/about/me.jpg",
    "pages/archive.pdf",
    "_data/site.ts",
    "_data/giscus.json",
    "public/robots.txt",
    "_includes/styles/theme.css",
    "overrides/components/post-card.tsx",
    "urls.txt",
    "giscus.json",
    "CNAME",
    ".import/state.json",
  ],
  engine: [
    "src/lib/slug.ts",
    "scripts/build.ts",
    "pages/home.11ty.tsx",
    "pages/feed.11ty.ts",
    "_includes/styles/main.css",
    "_includes/styles/palettes/theme.css",
    "_includes/components/thread/thread.tsx",
    "_includes/fonts/klatsch-serif.woff2",
    "docs/comments.md",
    "tests/sites/a/posts/b.md",
    "tests/site/posts/theme.css",
    ".github/workflows/publish.yml",
    ".ci/run",
    ".eleventy.ts",
    "tsconfig.json",
    "emulator/comments/store.ts",
  ],
  either: ["README.md", "LICENSE", "CHANGELOG.md", ".gitignore", ".gitattributes", ".github/dependabot.yml"],
  merged: ["package.json"],
  lock: ["package-lock.json"],
  made: [
    "node_modules/zod/package.json",
    "_site/index.html",
    "_site.new-12-Ab/index.html",
    ".cache/build/a",
    ".emulator/store.json",
    ".klatsch/release.json",
    ".git/config",
    ".git",
    "coverage/index.html",
  ],
};

describe("whose a file is", () => {
  test.each(Object.entries(cases))("%s", (ownership, paths) => {
    expect(paths.map((path) => [path, ownershipOf(path)])).toEqual(paths.map((path) => [path, ownership]));
  });

  test("a release brings no file of the owner's, none that is made, and none out of the folder", () => {
    const never = [
      ...cases.owner,
      ...cases.made,
      "../a.ts",
      "src/../../a.ts",
      "/etc/passwd",
      "src//a.ts",
      "./a.ts",
      "src\\..\\a.ts",
      "C:/a.ts",
      "src/.GIT/config",
      "src/a\n.ts",
      "",
    ];
    expect(never.filter(isOfRelease)).toEqual([]);
    const brought = [...cases.engine, ...cases.either, ...cases.merged, ...cases.lock];
    expect(brought.filter((path) => !isOfRelease(path))).toEqual([]);
  });

  test("every file of this repository has its place", () => {
    const tracked = listFiles(enginePath()).filter((path) => ownershipOf(path) !== "made");
    const pathsOf = (ownership: Ownership) => tracked.filter((path) => ownershipOf(path) === ownership);
    const owners = /^(posts|comments|pages|_data|public|overrides)\/|^(urls\.txt|giscus\.json)$|\/theme\.css$/;
    expect(pathsOf("owner").filter((path) => !owners.test(path))).toEqual([]);
    expect(pathsOf("owner")).toContain("_includes/styles/theme.css");
    for (const folder of ["src", "scripts", "client", "emulator", "lint", "docs", "tests"]) {
      const own = tracked.filter((path) => path.startsWith(`${folder}/`) && ownershipOf(path) !== "engine");
      expect(own).toEqual([]);
    }
  });
});
