import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const asArgument = "Take it as an argument from scripts/ or src/eleventy/";

/** What each folder may import, as DESIGN.md has it; itself left out. */
const pure = "src/cards src/comments src/content src/feeds src/lib src/search src/seo src/taxonomy";
const allButEleventy = `${pure} src/files src/github src/importers src/markdown src/web`;
const design: Readonly<Record<string, string>> = {
  ".eleventy.ts": "_data/site.ts src/eleventy",
  _data: "",
  _includes: pure,
  client: "",
  emulator: "src/lib",
  pages: `_includes ${allButEleventy}`,
  scripts: `.eleventy.ts src/eleventy src/release src/update ${allButEleventy}`,
  "src/cards": "src/content src/lib",
  "src/comments": "src/content src/lib",
  "src/content": "src/lib",
  "src/eleventy": `${allButEleventy} src/release src/update`,
  "src/feeds": "src/content src/lib",
  "src/files": "src/lib",
  "src/github": "src/comments src/files src/lib src/markdown src/web",
  "src/importers": "src/comments src/content src/files src/lib src/markdown src/web",
  "src/lib": "",
  "src/markdown": "src/lib",
  "src/release": "src/lib",
  "src/search": "src/content src/lib",
  "src/seo": "src/content src/lib",
  "src/taxonomy": "src/content src/lib",
  "src/update": "src/files src/lib src/release",
  "src/web": "src/lib",
};
const folders = Object.keys(design);

describe("the folder table", () => {
  test("lets each folder import what DESIGN.md says, and nothing else", async () => {
    const targets = folders.map((folder) => (folder === "_data" ? "_data/site.ts" : folder));
    const toImports = (from: string) => targets.map((to) => `import "${toSpecifier(from, to)}";`).join("\n");
    const found = await lint(Object.fromEntries(folders.map((from) => [toFile(from), toImports(from)])));
    const actual = folders.map((from) => {
      const faults = found.filter(({ file }) => file === toFile(from)).map(({ message }) => message);
      const isAllowed = (to: string) => !faults.some((message) => message.includes(`(found ${toSpecifier(from, to)})`));
      return [from, targets.filter((to) => folders.indexOf(from) !== targets.indexOf(to) && isAllowed(to)).toSorted()];
    });
    const expected = Object.entries(design).map(([from, names]) => [from, names.split(" ").filter(Boolean).toSorted()]);
    expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(expected));
  });

  test("lets folders of src name each other's types, and the browser those of src", async () => {
    const found = await lint({
      "src/lib/slug.ts": 'import type { Post } from "../content/post.ts";',
      "src/content/post.ts":
        'export type { Rendered } from "../markdown/rendered.ts";\nexport { type Term } from "../seo/term.ts";',
      "src/seo/term.ts": 'export type Chunk = typeof import("../eleventy/engine.ts");',
      "pages/post.11ty.tsx":
        'import { page } from "../src/eleventy/page.ts";\nimport type { C } from "../src/content/page-context.ts";',
      "client/main.ts": 'import type { Slug } from "../src/lib/slug.ts";',
      "_includes/post.tsx": 'import type { Rendered } from "../src/markdown/rendered.ts";',
      "src/content/context.ts": 'import type { StringsOf } from "../../_includes/strings/strings.ts";',
      "src/eleventy/load-strings.ts": 'import type { StringsOf } from "../../_includes/strings/strings.ts";',
      "_data/strings/de.ts": 'import type { OwnStrings } from "../../_includes/strings/strings.ts";',
      "tests/post.test.ts":
        'import "../src/eleventy/engine.ts";\nimport "@11ty/eleventy";\nexport const now = Date.now();',
    });
    expect(found).toEqual([]);
  });

  test("names the remedy", async () => {
    const cases = [
      [
        "src/content/post.ts",
        'import { readFolder } from "../files/read-folder.ts";',
        `src/content may not import src/files (found ../files/read-folder.ts). ${asArgument}, or write \`import type\`.`,
      ],
      [
        "src/feeds/feed.ts",
        'export * from "../seo/head.ts";',
        `src/feeds may not import src/seo (found ../seo/head.ts). ${asArgument}, or write \`import type\`.`,
      ],
      [
        "src/markdown/rules/a.ts",
        'export const load = () => import("../../content/post.ts");',
        `src/markdown may not import src/content (found ../../content/post.ts). ${asArgument}, or write \`import type\`.`,
      ],
      [
        "src/files/a.ts",
        "export const load = () => import(`../web/get.ts`);",
        "src/files may not import src/web (found ../web/get.ts). Write `import type`.",
      ],
      [
        "client/main.ts",
        'export { toSlug } from "../src/lib/slug.ts";',
        "client may not import src/lib (found ../src/lib/slug.ts). Write `import type`.",
      ],
      [
        "scripts/build.ts",
        'import type { Home } from "../pages/home.11ty.tsx";',
        "scripts may not import pages (found ../pages/home.11ty.tsx). It may import src, .eleventy.ts.",
      ],
      [
        "src/eleventy/load-strings.ts",
        'import { en } from "../../_includes/strings/en.ts";',
        "src/eleventy may not import _includes (found ../../_includes/strings/en.ts). Write `import type`.",
      ],
      [
        "pages/home.11ty.tsx",
        'import { enginePath } from "../src/eleventy/engine.ts";',
        `pages may not import src/eleventy (found ../src/eleventy/engine.ts). ${asArgument}.`,
      ],
      [
        "scripts/start.ts",
        'import Eleventy from "@11ty/eleventy";',
        "only src/eleventy knows @11ty/ (found @11ty/eleventy). Write what you need in src/eleventy and import that.",
      ],
      [
        "src/utils/text.ts",
        "export const text = 1;",
        "src/utils is in no row of the folder table. Add it to lint/import-rules.js and docs/architecture.md.",
      ],
    ] as const;
    const found = await lint(Object.fromEntries(cases.map(([file, text]) => [file, text])));
    expect(found).toEqual(cases.map(([file, , message]) => ({ file, message })).toSorted(byFile));
  });
});

describe("pure folders", () => {
  test("may not import what Node offers", async () => {
    const texts = {
      "node:fs": 'import "node:fs";',
      http: 'import { get } from "http";\nexport const x = get;',
      "node:child_process": 'export const load = () => import("node:child_process");',
      "node:crypto":
        'import { createHash, randomUUID } from "node:crypto";\nexport const x = [createHash, randomUUID];',
    };
    const found = await lint(toFiles("src/lib", Object.values(texts)));
    const names = Object.keys(texts);
    expect(found.map(({ message }) => message)).toEqual(
      names.map((name) => `src/lib is pure and may not import ${name}. ${asArgument}.`),
    );
  });

  test("may not use clock, chance, environment or network", async () => {
    const cases = [
      ["Date.now", "Date.now()"],
      ["Date.now", '[1].map(Date["now"])'],
      ["the current date", "new Date()"],
      ["the current date", "Date()"],
      ["DateTime.now", "DateTime.now()"],
      ["DateTime.utc without a date", "DateTime.utc()"],
      ["DateTime.local without a date", 'DateTime.local({ zone: "Asia/Tokyo" })'],
      ["process", "process.env.TZ"],
      ["process", "globalThis.process.env"],
      ["fetch", 'fetch("/")'],
      ["performance", "performance.now()"],
      ["Math.random", "Math.random()"],
    ] as const;
    const toText = (code: string) => `import { DateTime } from "luxon";\nexport const x = [DateTime, ${code}];`;
    const found = await lint(
      toFiles(
        "src/content",
        cases.map(([, code]) => toText(code)),
      ),
    );
    expect(found.map(({ message }) => message)).toEqual(
      cases.map(([input]) => `src/content is pure and may not use ${input}. ${asArgument}.`),
    );
  });

  test("are all that convert or render", async () => {
    const conversions = ["lib", "content", "markdown", "taxonomy", "comments", "feeds", "seo", "search"];
    const bound = [...conversions.map((name) => `src/${name}`), "_includes", "pages"].map(toFile);
    const others = ["src/files", "src/eleventy", "scripts", "client"].map(toFile);
    const found = await lint(
      Object.fromEntries([...bound, ...others].map((file) => [file, "export const x = Date.now();"])),
    );
    expect(found.map(({ file }) => file)).toEqual(bound.toSorted());
  });

  test("may have clock and network for arguments, any date that is given, and a hash", async () => {
    const text = `
      import { DateTime } from "luxon";
      import { createHash } from "node:crypto";
      import type { Stats } from "node:fs";
      type Options = { fetch: typeof fetch; now: DateTime; process: Stats };
      export const load = ({ fetch, now, process }: Options) => [fetch("/"), now, process.size, Math.max(1, 2)];
      export const dates = [new Date(0), DateTime.utc(2026, 1, 31), DateTime.fromMillis(0), createHash("md5"), { fetch: 1, process: 2 }];
    `;
    expect(await lint({ "src/content/a.ts": text })).toEqual([]);
  });
});

/** One file for each text, in the order of their names. */
function toFiles(folder: string, texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text, index) => [`${folder}/${String(index).padStart(2, "0")}.ts`, text]));
}

type Finding = { readonly file: string; readonly message: string };

/** Runs oxlint with our rule alone over a tree of files. */
async function lint(files: Readonly<Record<string, string>>): Promise<Finding[]> {
  const folder = temporaryFolder();
  const plugin = enginePath("lint/import-rules.js");
  const config = {
    jsPlugins: [plugin],
    categories: { correctness: "off" },
    rules: { "klatsch/import-boundaries": "error" },
  };
  for (const [file, text] of Object.entries({ ".oxlintrc.json": JSON.stringify(config), ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const { diagnostics } = JSON.parse(await runOxlint(folder)) as {
    readonly diagnostics: readonly { readonly filename: string; readonly message: string }[];
  };
  return diagnostics.map(({ filename, message }) => ({ file: filename, message })).toSorted(byFile);
}

function runOxlint(cwd: string): Promise<string> {
  const command = [enginePath("node_modules/oxlint/bin/oxlint"), "--format=json"];
  return new Promise((resolve) => execFile(process.execPath, command, { cwd }, (_, stdout) => resolve(stdout)));
}

function byFile(a: Finding, b: Finding): number {
  return a.file < b.file ? -1 : Number(a.file > b.file);
}

function toFile(folder: string): string {
  return folder.endsWith(".ts") ? folder : `${folder}/a.ts`;
}

function toSpecifier(from: string, to: string): string {
  const up = "../".repeat(toFile(from).split("/").length - 1);
  return `${up || "./"}${toFile(to)}`;
}
