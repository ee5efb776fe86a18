import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { checkRules } from "../../src/content/check-ids.ts";
import { enginePath } from "../../src/eleventy/engine.ts";
import type { Problem } from "../../src/lib/problem.ts";
import { runScript } from "../support/run-script.ts";
import { makeSoundBlog, soundNow, writeBlog, type BlogFiles } from "../support/sound-blog.ts";
import { Garden, plantMistakes, type Mistake } from "./seeded-mistakes.ts";

const folder = mkdtempSync(join(tmpdir(), "klatsch-seeded-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Report = { readonly problems: readonly Problem[]; readonly errors: number; readonly warnings: number };

async function check(
  name: string,
  files: BlogFiles,
): Promise<{ readonly report: Report; readonly code: number | null }> {
  const blog = join(folder, name);
  writeBlog(blog, files);
  const run = await runScript("check", ["--json", "--blog", blog, "--now", soundNow]);
  expect(run.stderr).toBe("");
  const { problems, ...sums }: Report = JSON.parse(run.stdout);
  const place = `${relative(enginePath(), blog)}/`;
  const own = problems.map((problem) => ({ ...problem, file: problem.file.replace(place, "") }));
  return { report: { problems: own, ...sums }, code: run.code };
}

/** `posts/tea.md:4 tag-case`, sorted; as many as there are. */
function toLines(findings: readonly Mistake[]): string[] {
  return findings.map(({ file, line, id }) => `${file}:${line} ${id}`).toSorted();
}

const sound = makeSoundBlog(500);

describe("a check of 500 posts", () => {
  test("reports nothing where nothing is wrong", async () => {
    const { report, code } = await check("sound", sound.files);
    expect(report).toEqual({ problems: [], errors: 0, warnings: 0 });
    expect(code).toBe(0);
  });

  test("finds every mistake that was put in, at its line, and no other", async () => {
    const garden = new Garden(sound);
    plantMistakes(garden);
    const { mistakes } = garden;
    const { report, code } = await check("seeded", garden.files);
    expect(toLines(report.problems)).toEqual(toLines(mistakes));
    expect(mistakes.length).toBeGreaterThanOrEqual(200);
    expect(report.problems).toHaveLength(mistakes.length);
    expect(report.errors + report.warnings).toBe(mistakes.length);
    expect(code).toBe(1);
  });

  test("was asked for every id that there is, several times each", () => {
    const garden = new Garden(sound);
    plantMistakes(garden);
    const counts = new Map(Object.keys(checkRules).map((id) => [id, 0]));
    for (const { id } of garden.mistakes) counts.set(id, (counts.get(id) ?? 0) + 1);
    const rare = [...counts].filter(([, count]) => count < 2).map(([id]) => id);
    // Settings that cannot be read at all hide the rest of them; links to elsewhere are asked for on demand.
    // The search index fails only where Pagefind does not run: tests/site/search.
    // A component that fails hides what is on the pages: tests/site/overrides.
    const apart = ["link-outside", "override-fault", "search-index", "site"];
    expect(rare.toSorted()).toEqual(apart.toSorted());
  });
});
