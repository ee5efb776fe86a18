import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { copySampleBlog } from "../support/copy-sample-blog.ts";
import { runScript, type Run } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

async function answer(lines: readonly string[], ...args: readonly string[]): Promise<Run & { readonly site: string }> {
  const blog = temporaryFolder();
  copySampleBlog(blog);
  const input = lines.map((line) => `${line}\n`).join("");
  const run = await runScript("init", ["--blog", blog, "--no-setup", ...args], { input });
  return { ...run, site: readFileSync(join(blog, "_data/site.ts"), "utf8") };
}

const wrong = ["German", "Mars/Olympus", "tea", "pink"];
const right = ["de", "Europe/Berlin", "ann/tea", "orchard"];

describe("each question of npm run init", () => {
  test("says at once what is wanted, and asks again", async () => {
    const mixed = wrong.flatMap((line, index) => [line, right[index] ?? ""]);
    const run = await answer(["", "Tea notes", "", "", "Ann", "leaf.example", "https://leaf.example/", ...mixed, "n"]);
    expect(run.code).toBe(0);
    const said = run.stderr.split("\n").filter((line) => line !== "");
    expect(said.map((line) => /^(?:.*: )?(It .*)$/.exec(line)?.[1]).filter((line) => line !== undefined)).toEqual([
      "It cannot be left empty.",
      "It cannot be left empty.",
      "It must be a web address such as https://example.org/blog/ (found leaf.example).",
      "It must be a language code such as en or pt-BR (found German).",
      "It must be a time zone such as Europe/Berlin or UTC (found Mars/Olympus).",
      "It must be a repository on GitHub, owner/name (found tea).",
      "It is none of coffee, graphite, harbour, lavender, orchard (found pink).",
    ]);
    expect(run.site).toContain('url: "https://leaf.example/",\n  language: "de",\n  timezone: "Europe/Berlin",');
  });

  test.each([
    [
      ["a", "b", "c", "https://leaf.example/"],
      "Nothing was written: after 3 answers, --url still must be a web address",
    ],
    [["a"], "--url must be a web address such as https://example.org/blog/ (found a). Try --help.\n"],
    [[], "--url is missing. Try --help.\n"],
  ])("after %j stops with one line", async (lines, message) => {
    const run = await answer(["", ...lines], "--title", "Tea", "--author", "Ann");
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr.split("\n").at(-2)).toContain(message.trim());
    expect(run.site).toContain("The Long Table");
  });

  test("is passed over where its answer was said", async () => {
    const run = await answer(["", "", "", "", "", ""], "--title", "Tea", "--author", "Ann", "--remove-samples");
    expect(run.stderr).not.toContain("Remove the sample blog");
  });
});
