import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listFiles } from "../../src/files/read-folder.ts";
import { findCorpus } from "../support/corpora.ts";
import { lastLine, runScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const report = z.object({
  urls: z.array(z.object({ from: z.string(), outcome: z.string() })),
  findings: z.array(z.object({ kind: z.string(), found: z.string(), outcome: z.string() })),
});
const checked = z.object({
  problems: z.array(z.object({ id: z.string(), severity: z.string(), message: z.string() })),
});

const blogs = [
  { name: "rust-blog", posts: 387, options: ["--url", "https://blog.rust-lang.org"] },
  {
    name: "jekyll-news",
    posts: 102,
    options: [
      "--url=https://jekyllrb.com",
      "--timezone=America/Los_Angeles",
      "--permalink=/news/:year/:month/:day/:title/",
    ],
  },
];

/** When each file was last written. */
function stateOf(folder: string): Record<string, number> {
  const files = listFiles(folder).filter((path) => !/\.lock$|^\.import\/lock/.test(path));
  return Object.fromEntries(files.map((path) => [path, statSync(join(folder, path)).mtimeMs]));
}

describe.each(blogs)("$name", ({ name, posts, options }) => {
  const corpus = findCorpus(`markdown/${name}`);

  it.skipIf(!corpus)("builds without an error, and every old address answers", async () => {
    const into = join(temporaryFolder(), "blog");
    const command = ["markdown", corpus ?? "", "--into", into, ...options];
    const first = await runScript("import", command);
    expect(first).toMatchObject({ code: 0 });
    const { urls, findings } = report.parse(JSON.parse(readFileSync(join(into, "import-report.json"), "utf8")));

    const settings = join(into, "_data/site.ts");
    const written = readFileSync(settings, "utf8");
    writeFileSync(settings, written.replace("  nav:", "  search: false,\n  cards: false,\n  nav:"));
    const output = join(into, "_site");
    const build = await runScript("build", ["--blog", into, "--no-cache", "--output", output]);
    expect(build).toMatchObject({ code: 0 });
    expect(lastLine(build.stdout)).toMatch(new RegExp(`^Built ${posts} posts, `));
    const dead = urls.filter(({ from, outcome }) => {
      const files = [from, `${from}/index.html`, `${from}index.html`].map((path) => join(output, path));
      return outcome !== "gone" && !files.some((file) => existsSync(file) && !file.endsWith("/"));
    });
    expect(dead).toEqual([]);

    // What leads nowhere led nowhere in the folder too, and the report says so.
    const check = await runScript("check", ["--blog", into, "--json"]);
    const errors = checked.parse(JSON.parse(check.stdout)).problems.filter(({ severity }) => severity === "error");
    expect(errors.filter(({ id }) => !/^(?:link|image)-missing$/.test(id))).toEqual([]);
    const named = findings
      .filter(({ outcome }) => outcome === "left as it was")
      .map(({ found }) => found.split("#", 1)[0]?.slice(0, 40) ?? "");
    const unnamed = errors.filter(({ message }) => !named.some((found) => message.includes(found)));
    expect(unnamed).toEqual([]);

    writeFileSync(settings, written);
    rmSync(output, { recursive: true });
    const before = stateOf(into);
    const again = await runScript("import", command);
    expect(again).toMatchObject({ code: 0 });
    expect(stateOf(into)).toEqual(before);
  });
});
