import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePlain } from "../../support/make-images.ts";
import { runScript } from "../../support/run-script.ts";
import { checkBlog, findDeadRows, importBlog, readBlog, readReport, type Imported } from "./import-blog.ts";

/** The word that stands in everything that is private, and the one that only drafts have. */
const secret = /kumquat/i;
const draft = /medlar/i;

const folder = mkdtempSync(join(tmpdir(), "klatsch-traps-"));
const into = join(folder, "blog");
const paths = [join(folder, "traps.xml")];
const uploads = join(folder, "uploads");
let imported: Imported;

beforeAll(async () => {
  const text = readFileSync(join(import.meta.dirname, "fixtures/traps.xml"), "utf8");
  // Characters that XML does not have; they would make the fixture a binary file.
  writeFileSync(join(folder, "traps.xml"), text.replace("␀", "\0").replace("␁", "\u0001"));
  mkdirSync(join(uploads, "2014/03"), { recursive: true });
  for (const [index, name] of ["loaf", "alone", "kumquat", "medlar"].entries()) {
    const picture = await makePlain(40 + index, 30, 1)
      .png()
      .toBuffer();
    writeFileSync(join(uploads, `2014/03/${name}.png`), picture);
  }
  imported = await importBlog(paths, into, { uploads });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function textOf(path: string): string {
  return readFileSync(join(into, path), "utf8");
}

describe("an export with every trap", () => {
  it("is accounted for to the last item and comment", () => {
    expect(imported.mismatches).toEqual([]);
    expect(imported.counts.items["post publish"]).toMatchObject({ in: 19, written: 16 });
    expect(imported.counts.items["attachment inherit"]).toMatchObject({ in: 4, used: 2 });
    expect(imported.counts.comments["comment 1"]).toMatchObject({ in: 6, shown: 4 });
  });

  it("lets nothing private out, neither in a text nor in a name, and no address of a reader", () => {
    for (const [path, content] of readBlog(into)) {
      expect(path).not.toMatch(secret);
      const text = content.toString("latin1");
      expect(secret.test(text), `${path} has a private word`).toBe(false);
      expect(/mail\.example|203\.0\.113\.77/.test(text), `${path} has an address`).toBe(false);
    }
  });

  it("keeps the sources of what it did not write out of the public folders", () => {
    expect(readFileSync(join(into, ".import/raw/post-40.html"), "utf8")).toBe("<p>kumquat</p>");
    expect(readFileSync(join(into, ".import/.gitignore"), "utf8")).toBe("*\n");
  });

  it("writes these files and no others", () => {
    const names = [...readBlog(into).keys()].map((path) => path.replace(/y{100,}-\w{10}/, "yyy"));
    expect(names).toEqual([
      "_data/authors.json",
      "_data/redirects.json",
      "_data/site.ts",
      "_data/terms.json",
      "comments/first.json",
      "import-report.json",
      "import-report.md",
      "pages/about.md",
      "pages/below.md",
      "pages/tags-page.md",
      "posts/2014/100.md",
      "posts/2014/28.md",
      "posts/2014/bread--2.md",
      "posts/2014/bread.md",
      "posts/2014/cdata.md",
      "posts/2014/con-.md",
      "posts/2014/control.md",
      "posts/2014/escape.md",
      "posts/2014/first.md",
      "posts/2014/index-.md",
      "posts/2014/parts.md",
      "posts/2014/readme-.md",
      "posts/2014/twice.md",
      "posts/2014/u1f389.md",
      "posts/2014/yyy.md",
      "posts/2014/שלום.md",
      "posts/drafts/a-medlar-draft.md",
      "posts/drafts/medlar-to-come.md",
      "posts/drafts/medlar-waiting.md",
      "public/wp-content/uploads/2014/03/alone.png",
      "public/wp-content/uploads/2014/03/loaf.png",
    ]);
  });

  it("carries links over in all their forms", () => {
    const about = textOf("pages/about.md");
    expect(about.match(/\]\([^)]+\)/g)).toEqual(["](/2014/03/bread/)", "](/2014/03/bread/)", "](/feed.xml)"]);
    const bread = textOf("posts/2014/bread.md");
    expect(bread).toContain("[See there](/2014/03/first/#comment-2)");
    expect(bread).toContain("[there](/2014/03/first/)");
    expect(bread).toContain("[nor there](https://oldtable.example/blog/no/such/thing/)");
    expect(bread).toContain("![A loaf](/wp-content/uploads/2014/03/loaf.png)");
    expect(bread).toContain("description: How bread is & was.");
    expect(bread).toContain("updated: 2014-04-20 10:00:00");
    const told = readReport(into).findings.filter(({ kind }) => kind === "link");
    expect(told.map(({ found }) => found)).toEqual([
      "https://oldtable.example/blog/?p=5",
      "https://oldtable.example/blog/no/such/thing/",
    ]);
  });

  it("keeps what front matter can say", () => {
    const first = textOf("posts/2014/first.md");
    expect(first).toContain("pinned: true");
    expect(first).toContain("src: /wp-content/uploads/2014/03/loaf.png\n  alt: A loaf of bread");
    expect(first).toContain("categories: [House/Kitchen & Cellar]");
    expect(first).toContain("tags: [C, C++]");
    expect(first).toContain("<!-- more -->");
    expect(textOf("_data/site.ts")).toContain('{ label: "Cooking", url: "/categories/house/kitchen/" }');
    expect(JSON.parse(textOf("_data/terms.json"))).toMatchObject({
      categories: { "House/Kitchen & Cellar": { slug: "kitchen", description: "Where it is warm." } },
    });
  });

  it("builds a site that answers every old address and shows no draft", { timeout: 60_000 }, async () => {
    const checked = await checkBlog(into);
    const errors = checked.problems.filter(({ severity }) => severity === "error");
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining("no/such/thing")]);
    expect(findDeadRows(into, checked)).toEqual([]);
    const site = join(folder, "site");
    const built = await runScript("build", [
      "--blog",
      into,
      "--output",
      site,
      "--now",
      "2026-11-24T12:00:00Z",
      "--no-cache",
    ]);
    expect(built.stderr.split("\n").filter((line) => line !== "" && !line.includes("warning: "))).toEqual([]);
    expect(built.code).toBe(0);
    for (const [path, content] of readBlog(site)) {
      expect(path).not.toMatch(draft);
      expect(draft.test(content.toString("latin1")), `${path} has a word of a draft`).toBe(false);
    }
  });

  it("writes nothing when it is imported again", async () => {
    const before = readBlog(into);
    await importBlog(paths, into, { uploads });
    expect(readBlog(into)).toEqual(before);
  });

  it("says the same on a dry run, and writes nothing", async () => {
    const elsewhere = join(folder, "dry");
    const { counts, summary } = await importBlog(paths, elsewhere, { uploads, dryRun: true });
    expect(counts.items).toEqual(imported.counts.items);
    expect(summary).toEqual(imported.summary);
    expect(() => readBlog(elsewhere)).toThrow("ENOENT");
  });
});
