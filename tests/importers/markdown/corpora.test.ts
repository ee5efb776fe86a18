import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findCorpus } from "../../support/corpora.ts";
import { countRecords, importFolder, type Imported } from "./import-folder.ts";

/** The text of a file without what an import may change in it: front matter, the ends, and every address. */
function withoutAddresses(text: string): string {
  return text
    .replace(/\r\n/g, "\n")
    .replace(/^(---|\+\+\+)\n[^]*?\n\1\n/, "")
    .replace(/\]\([^\s()]*\)?|^(\s*\[[^\]]+\]:\s*)\S+/gm, "$1")
    .replace(/href="[^"]*"/g, "")
    .trim();
}

function compareTexts(folder: string, { records, files }: Imported): string[] {
  return Object.values(records).flatMap(({ key, outcome }) => {
    if (outcome.kind !== "written") return [];
    const source = withoutAddresses(readFileSync(join(folder, key), "utf8").normalize("NFC"));
    return source === withoutAddresses(files[outcome.path] ?? "") ? [] : key;
  });
}

function answeredBy({ records, rest }: Imported): Set<string> {
  const rows = [...Object.values(records).flatMap(({ urls }) => urls), ...rest.urls];
  return new Set(rows.filter(({ outcome }) => outcome !== "gone").map(({ from }) => from.replace(/\/$/, "")));
}

const rust = findCorpus("markdown/rust-blog");

describe.skipIf(!rust)("rust-blog, a folder of Zola without its settings", () => {
  const folder = rust ?? "";

  it("comes over whole: every post, every old address, every line", async () => {
    const blog = await importFolder(folder, { url: "https://blog.rust-lang.org" });
    expect(countRecords(blog)).toEqual({ "page publish": 1, "post publish": 387, "section publish": 2 });
    expect(countRecords(blog)).toEqual(blog.expected);
    expect(blog.files["_data/site.ts"]).toContain('permalink: "/:year/:month/:day/:slug/"');

    const answered = answeredBy(blog);
    const lost = Object.values(blog.records).flatMap(({ key, outcome }) => {
      const [, front = ""] = /^\+\+\+\n([^]*?)\n\+\+\+/.exec(readFileSync(join(folder, key), "utf8")) ?? [];
      const [, path] = /^path = "(.*)"$/m.exec(front) ?? [];
      const aliases = /^aliases = \[([^\]]*)\]/m.exec(front)?.[1]?.match(/"[^"]+"/g) ?? [];
      const old = outcome.kind === "written" ? [path ?? "", ...aliases.map((alias) => alias.slice(1, -1))] : [];
      return old.filter((address) => !answered.has(`/${address.replace(/^\/|\/$/g, "")}`));
    });
    expect(lost).toEqual([]);
    expect(answered).toContain("/2014/12/12/1.0-Timeline");
    expect(compareTexts(folder, blog)).toEqual([]);
    expect(new Set(blog.raws).size).toBe(390);
  });
});

const jekyll = findCorpus("markdown/jekyll-news");

describe.skipIf(!jekyll)("jekyll-news, a folder of Jekyll without its settings", () => {
  const folder = jekyll ?? "";
  const options = {
    url: "https://jekyllrb.com",
    timezone: "America/Los_Angeles",
    permalink: "/news/:year/:month/:day/:title/",
  };

  it("comes over whole: every post at its old address, and no line but those with tags is another", async () => {
    const blog = await importFolder(folder, options);
    expect(countRecords(blog)).toEqual({ "post publish": 102 });
    expect(blog.expected).toEqual({ "post publish": 102 });
    expect(blog.files["_data/site.ts"]).toContain('permalink: "/news/:year/:month/:day/:slug/"');
    const answered = answeredBy(blog);
    // The evening of the fifth in Los Angeles is the sixth where it was written.
    expect(answered).toContain("/news/2013/05/05/jekyll-1-0-0-released");
    expect(Object.values(blog.records).flatMap(({ urls }) => urls.filter(({ outcome }) => outcome === "gone"))).toEqual(
      [],
    );
    expect(Object.values(blog.records).every(({ urls }) => urls.length > 0)).toBe(true);

    const changed = compareTexts(folder, blog);
    const withoutTags = changed.filter((key) => !/\{[{%]/.test(readFileSync(join(folder, key), "utf8")));
    expect(withoutTags).toEqual([]);
    const tags = Object.values(blog.records).flatMap(({ findings }) =>
      findings.filter(({ kind }) => kind === "template"),
    );
    // `site.repository` stood in the settings, and `_docs/history.md` is not in the folder.
    const kept = tags.filter(({ outcome }) => outcome === "kept as text").map(({ found }) => found);
    expect(kept.filter((tag) => !/site\.repository|_docs\/history|for issue in|\{\{ issue \}\}/.test(tag))).toEqual([]);
  });
});
