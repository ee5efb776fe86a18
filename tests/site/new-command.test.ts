import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function makeBlog(): string {
  const blog = temporaryFolder();
  mkdirSync(join(blog, "posts"));
  mkdirSync(join(blog, "_data"));
  writeFileSync(join(blog, "_data/site.ts"), 'export default { timezone: "Pacific/Kiritimati" };\n');
  writeFileSync(
    join(blog, "posts/2026-01-05-old.md"),
    "---\ntitle: Old\ntags: [JavaScript]\ncategories: [A/B]\n---\n\nWords.\n",
  );
  return blog;
}

const answer = (blog: string, input: string) => runScript("new", ["--blog", "."], { cwd: blog, input });

const run = (blog: string, ...args: readonly string[]) => runScript("new", [...args, "--blog", "."], { cwd: blog });

describe("npm run new", () => {
  test("writes the post and prints nothing but its path", async () => {
    const blog = makeBlog();
    const made = await run(blog, "Green tea", "--tag", "javascript", "--category", "a/b", "--draft");
    expect(made).toEqual({ code: 0, stdout: "posts/green-tea.md\n", stderr: "" });
    const text = readFileSync(join(blog, "posts/green-tea.md"), "utf8");
    expect(text).toContain("tags: [JavaScript]\n");
    expect(text).toContain("categories: [A/B]\n");
    // Fourteen hours ahead of UTC, whatever zone the machine has.
    const [, day = ""] = /^date: (\S+) /m.exec(text) ?? [];
    expect(Math.abs(Date.parse(day) - (Date.now() + 14 * 3_600_000))).toBeLessThan(24 * 3_600_000);
  });

  test("takes the spelling of a series that most of its posts use", async () => {
    const blog = makeBlog();
    for (const [name, series] of [
      ["a", "A week"],
      ["b", "A week"],
      ["c", "a Week"],
    ]) {
      writeFileSync(join(blog, `posts/${name}.md`), `---\ntitle: T\ndate: 2026-01-05\nseries: ${series}\n---\n\nT.\n`);
    }
    await run(blog, "Monday", "--series", " a  week");
    expect(readFileSync(join(blog, "posts/monday.md"), "utf8")).toContain("series: A week\n");
    await run(blog, "Tuesday", "--series", "another");
    expect(readFileSync(join(blog, "posts/tuesday.md"), "utf8")).toContain("series: another\n");
  });

  test("never writes over or beside a post of the same name", async () => {
    const blog = makeBlog();
    const refused = await run(blog, "Old", "--dir");
    expect(refused.code).toBe(1);
    expect(refused.stderr).toBe(
      'The name "old" is taken (by posts/2026-01-05-old.md). Choose another title, or edit that post.\n',
    );
    expect(readdirSync(join(blog, "posts"))).toEqual(["2026-01-05-old.md"]);
  });

  test("of two that run at once, one is refused", async () => {
    const blog = makeBlog();
    const runs = await Promise.all([run(blog, "Tea"), run(blog, "Tea")]);
    expect(new Set(runs.map(({ code }) => code))).toEqual(new Set([0, 1]));
    expect(readdirSync(join(blog, "posts"))).toEqual(["2026-01-05-old.md", "tea.md"]);
  });

  test.each([
    [["Two", "words"], "the title is more than one word: put it in quotation marks. Try --help.\n"],
    [[" "], "the title is empty. Try --help.\n"],
    [["T", "--tags", "x"], "Unknown option '--tags'. Try --help.\n"],
  ])("answers %j in one line", async (args, message) => {
    const wrong = await run(makeBlog(), ...args);
    expect(wrong).toMatchObject({ code: 2, stdout: "" });
    expect(wrong.stderr).toBe(message);
  });

  test("asks where nothing was said, and offers the terms in use", async () => {
    const blog = makeBlog();
    const asked = await answer(blog, "Green tea\nA/B, C\njavascript\ny\n");
    expect(asked.stderr).toContain("in use: A, A/B");
    expect(asked.stdout).toBe("posts/green-tea.md\n");
    const text = readFileSync(join(blog, "posts/green-tea.md"), "utf8");
    expect(text).toContain("categories: [A/B, C]\ntags: [JavaScript]\ndraft: true\n");
  });

  test("writes nothing when the answers end before a title", async () => {
    const blog = makeBlog();
    expect(await answer(blog, "")).toMatchObject({ code: 2 });
    expect(existsSync(join(blog, "posts/.md"))).toBe(false);
    expect(readdirSync(join(blog, "posts"))).toHaveLength(1);
  });
});
