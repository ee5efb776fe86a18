import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { findCorpus } from "../support/corpora.ts";
import { findDeadLinks } from "../support/dead-links.ts";
import { lastLine, runScript, type Run } from "../support/run-script.ts";
import { readPages, type SiteFile } from "../support/site-files.ts";
import { validateHtml } from "../support/validate-html.ts";

const posts = findCorpus("markdown/jekyll-news/docs/_posts");

describe.skipIf(posts === undefined)("the 102 posts of Jekyll's news", () => {
  const folder = mkdtempSync(join(tmpdir(), "klatsch-jekyll-"));
  const output = join(folder, "site");
  let run: Run;
  let pages: readonly SiteFile[];

  beforeAll(async () => {
    run = await runScript("build", ["--posts", posts ?? "", "--output", output]);
    pages = readPages(output);
    return () => rmSync(folder, { recursive: true, force: true });
  });

  test("are all built", () => {
    expect(lastLine(run.stdout)).toMatch(/^Built 102 posts, \d+ pages in/);
    expect(run.code).toBe(0);
  });

  test("have warnings only, each with file, line and column", () => {
    const lines = run.stderr.trimEnd().split("\n");
    expect(lines.filter((line) => !/^\S+\.(?:markdown|md):\d+:\d+: warning: .+\. .+$/.test(line))).toEqual([]);
    expect(lines.some((line) => line.includes("unknown key (found `layout`)"))).toBe(true);
    expect(lines.some((line) => line.includes("the image is not there (found /img/"))).toBe(true);
  });

  test("have dead links only where the author wrote them, each with a warning", () => {
    const dead = findDeadLinks(output);
    const warned = new Set([...run.stderr.matchAll(/leads to no page \(found ([^)]+)\)/g)].map(([, path]) => path));
    const unwarned = dead.filter((link) => {
      const target = link.split(" → ")[1] ?? "";
      return !warned.has(decodeURIComponent(target.replace(/[?#].*$/, "")));
    });
    expect(unwarned).toEqual([]);
  });

  test("are valid HTML but for what their authors wrote as HTML", async () => {
    const messages = (await Promise.all(pages.map(({ path, text }) => validateHtml(path, text)))).flat();
    expect(messages.filter((message) => !message.startsWith("posts/jekyll-sponsoring/"))).toEqual([]);
    expect(messages.length).toBeLessThanOrEqual(1);
  });

  test("show their Liquid as text and nothing that is only a value of the program", () => {
    const everything = pages.map(({ text }) => text).join("\n");
    expect(everything).toContain("{%");
    expect(everything).not.toMatch(/>[^<]*\b(?:undefined|NaN|\[object Object\]|Invalid DateTime)\b/);
  });

  test("carry no style attribute", () => {
    expect(pages.filter(({ text }) => /<[^>]*\sstyle=/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
