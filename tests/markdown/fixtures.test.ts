import { readdirSync, readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { parseFixtures } from "./fixtures.ts";
import { render } from "./markdown-context.ts";

const folder = new URL(".", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));

/** Where authors write HTML themselves, it is theirs. */
const filesWithAuthorHtml = new Set(["author-html.txt", "more.txt"]);

const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"] });

describe.each(files)("%s", (file) => {
  const fixtures = parseFixtures(readFileSync(new URL(file, folder), "utf8"));

  it.each(fixtures)("$title", async ({ input, output, language }) => {
    const { html } = await render(input, { language });
    expect(html.trimEnd()).toBe(output.trimEnd());
    expect(html).not.toMatch(/\sstyle=/);
    if (filesWithAuthorHtml.has(file)) return;
    const report = await validator.validateString(html);
    expect(report.results.flatMap((result) => result.messages)).toEqual([]);
  });
});
