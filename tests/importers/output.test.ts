import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles } from "../../src/files/read-folder.ts";
import { ImportError } from "../../src/importers/import-error.ts";
import type { ImportSource } from "../../src/importers/import-source.ts";
import { runImport, type ImportOptions } from "../../src/importers/output/run-import.ts";
import { readBytes, snapshot } from "../support/folder-snapshot.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { fakeItem, fakeSource, withText } from "./fake-source.ts";

const post = "posts/2012/a.md";
const beside = "posts/2012/_a.imported.md";

async function run(source: ImportSource, into: string, options: Partial<ImportOptions> = {}) {
  const result = await runImport(source, { into, dryRun: false, onProgress: () => undefined, ...options });
  if (result.isStopped) throw new Error("It was stopped.");
  return result;
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

describe("a first run", () => {
  test("writes posts, the rest, sources, journal and report, and makes the folder", async () => {
    const into = join(temporaryFolder(), "deep/blog");
    const result = await run(fakeSource([fakeItem("a"), fakeItem("b")]), into);
    expect(listFiles(into)).toEqual([
      ".import/.gitignore",
      ".import/journal.ndjson",
      ".import/raw/a.html",
      ".import/raw/b.html",
      "_data/site.ts",
      "import-report.json",
      "import-report.md",
      post,
      "posts/2012/b.md",
    ]);
    expect(read(into, ".import/.gitignore")).toBe("*\n");
    expect(read(into, post)).toContain("Text of a.");
    expect(result.mismatches).toEqual([]);
    expect(result.summary).toMatchObject({ posts: 2, pages: 0 });
  });

  test("gives the same bytes in any folder", async () => {
    const [one, two] = [temporaryFolder(), temporaryFolder()];
    const source = fakeSource([fakeItem("a"), fakeItem("b")]);
    await run(source, one);
    await run(source, two);
    expect(readBytes(one)).toEqual(readBytes(two));
  });

  test("tells how far it is", async () => {
    const seen: unknown[] = [];
    const source = fakeSource([fakeItem("a"), fakeItem("b")]);
    await run(source, temporaryFolder(), { onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([
      { done: 1, total: 2 },
      { done: 2, total: 2 },
    ]);
  });
});

describe("a second run", () => {
  test("converts and writes nothing", async () => {
    const into = temporaryFolder();
    const converted: string[] = [];
    const source = fakeSource([fakeItem("a"), fakeItem("b")], { onConvert: (key) => converted.push(key) });
    await run(source, into);
    const before = snapshot(into);
    await run(source, into);
    expect(snapshot(into)).toEqual(before);
    expect(converted).toEqual(["a", "b"]);
  });

  test("without the journal converts again, and writes the journal alone", async () => {
    const into = temporaryFolder();
    const source = fakeSource([fakeItem("a")]);
    await run(source, into);
    const before = snapshot(into);
    rmSync(join(into, ".import"), { recursive: true });
    await run(source, into);
    const after = snapshot(into);
    expect(after[post]).toBe(before[post]);
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });

  test("replaces a file that is as we wrote it", async () => {
    const into = temporaryFolder();
    await run(fakeSource([fakeItem("a"), fakeItem("b")]), into);
    const { "posts/2012/b.md": other } = snapshot(into);
    await run(fakeSource([withText(fakeItem("a"), "New."), fakeItem("b")]), into);
    expect(read(into, post)).toContain("New.");
    expect(existsSync(join(into, beside))).toBe(false);
    expect(snapshot(into)["posts/2012/b.md"]).toBe(other);
  });

  test("gives the bytes of a first run with the same source", async () => {
    const [into, fresh] = [temporaryFolder(), temporaryFolder()];
    const later = fakeSource([fakeItem("b"), withText(fakeItem("a"), "New.")]);
    await run(fakeSource([fakeItem("a"), fakeItem("b")]), into);
    await run(later, into);
    await run(later, fresh);
    expect(readBytes(into)).toEqual(readBytes(fresh));
  });

  test("brings a source back that was removed from .import", async () => {
    const into = temporaryFolder();
    await run(fakeSource([fakeItem("a")]), into);
    rmSync(join(into, ".import/raw/a.html"));
    await run(fakeSource([fakeItem("a")]), into);
    expect(existsSync(join(into, ".import/raw/a.html"))).toBe(true);
  });
});

describe("a file that its owner has edited", () => {
  async function edit(): Promise<string> {
    const into = temporaryFolder();
    await run(fakeSource([fakeItem("a")]), into);
    writeFileSync(join(into, post), "mine");
    return into;
  }

  test.each([
    ["another text", withText(fakeItem("a"), "New."), "New."],
    ["the same text", fakeItem("a"), "Text of a."],
  ])("is kept, with %s beside it, once", async (_name, item, text) => {
    const into = await edit();
    const { markdown } = await run(fakeSource([item]), into);
    expect(read(into, post)).toBe("mine");
    expect(read(into, beside)).toContain(text);
    expect(markdown).toContain(`| \`${post}\` | You have edited it; the new text is in`);
    const before = snapshot(into);
    await run(fakeSource([item]), into);
    expect(snapshot(into)).toEqual(before);
  });

  test("keeps the newest text beside it", async () => {
    const into = await edit();
    await run(fakeSource([fakeItem("a")]), into);
    await run(fakeSource([withText(fakeItem("a"), "Newest.")]), into);
    expect(read(into, beside)).toContain("Newest.");
    expect(read(into, post)).toBe("mine");
  });

  test("gets nothing beside it again, once what was there has been removed", async () => {
    const into = await edit();
    await run(fakeSource([fakeItem("a")]), into);
    rmSync(join(into, beside));
    await run(fakeSource([fakeItem("a")]), into);
    expect(existsSync(join(into, beside))).toBe(false);
  });

  test("is ours again when the owner takes over the new text", async () => {
    const into = await edit();
    const [second, third] = ["Second.", "Third."].map((text) => fakeSource([withText(fakeItem("a"), text)]));
    if (!second || !third) throw new Error();
    await run(second, into);
    renameSync(join(into, beside), join(into, post));
    await run(second, into);
    await run(third, into);
    expect(read(into, post)).toContain("Third.");
    expect(existsSync(join(into, beside))).toBe(false);
  });

  test("that has been edited beside as well: both are kept", async () => {
    const into = await edit();
    await run(fakeSource([fakeItem("a")]), into);
    writeFileSync(join(into, beside), "mine too");
    await run(fakeSource([withText(fakeItem("a"), "Newest.")]), into);
    expect(read(into, beside)).toBe("mine too");
  });

  test("that no import ever wrote is kept", async () => {
    const into = temporaryFolder();
    mkdirSync(join(into, "_data"));
    writeFileSync(join(into, "_data/site.ts"), "own");
    const { markdown } = await run(fakeSource([fakeItem("a")]), into);
    expect(read(into, "_data/site.ts")).toBe("own");
    expect(read(into, "_data/_site.imported.ts")).toContain("Tea");
    expect(markdown).toContain("It was there before");
  });

  test("that nobody has edited, being of the sample blog, is replaced", async () => {
    const into = temporaryFolder();
    mkdirSync(join(into, "_data"));
    writeFileSync(join(into, "_data/site.ts"), "sample");
    await run(fakeSource([]), into, { mayReplace: (path) => path === "_data/site.ts" });
    expect(read(into, "_data/site.ts")).toContain("Tea");
    expect(existsSync(join(into, "_data/_site.imported.ts"))).toBe(false);
  });

  test("of comments gets a copy that is no thread", async () => {
    const into = temporaryFolder();
    const thread = (text: string) => fakeItem("a", {}, { files: [{ path: "comments/a.json", content: text }] });
    await run(fakeSource([thread("1")]), into);
    writeFileSync(join(into, "comments/a.json"), "mine");
    await run(fakeSource([thread("2")]), into);
    expect(readdirSync(join(into, "comments")).sort()).toEqual([".a.imported.json", "a.json"]);
  });
});

describe("what is not there any more", () => {
  test("stays removed when the owner has removed it, and is reported", async () => {
    const into = temporaryFolder();
    await run(fakeSource([fakeItem("a")]), into);
    rmSync(join(into, post));
    for (const item of [fakeItem("a"), withText(fakeItem("a"), "New.")]) {
      const { markdown } = await run(fakeSource([item]), into);
      expect(existsSync(join(into, post))).toBe(false);
      expect(markdown).toContain("You have removed it");
    }
  });

  test("in a newer export is kept and reported", async () => {
    const into = temporaryFolder();
    await run(fakeSource([fakeItem("a"), fakeItem("b")]), into);
    const { markdown } = await run(fakeSource([fakeItem("b")]), into);
    expect(read(into, post)).toContain("Text of a.");
    expect(markdown).toContain(`| \`${post}\` | An earlier import wrote it; the source no longer has it. |`);
    const before = snapshot(into);
    await run(fakeSource([fakeItem("b")]), into);
    expect(snapshot(into)).toEqual(before);
  });

  test("at its old path moves with its item, unless it was edited", async () => {
    const into = temporaryFolder();
    const at = (key: string, path: string) => {
      const item = fakeItem(key, { outcome: { kind: "written", path } });
      return { ...item, files: item.files.map((file) => ({ ...file, path })) };
    };
    await run(fakeSource([at("a", "posts/1.md"), at("b", "posts/2.md")]), into);
    writeFileSync(join(into, "posts/2.md"), "mine");
    const { markdown } = await run(fakeSource([at("a", "posts/2020/3.md"), at("b", "posts/2020/4.md")]), into);
    expect(listFiles(join(into, "posts"))).toEqual(["2.md", "2020/3.md", "2020/4.md"]);
    expect(read(into, "posts/2.md")).toBe("mine");
    expect(markdown).toContain("It is elsewhere now");
  });

  test("because two items have changed places is not lost", async () => {
    const into = temporaryFolder();
    const at = (key: string, path: string) => {
      const item = fakeItem(key, { outcome: { kind: "written", path } });
      return { ...item, files: item.files.map((file) => ({ ...file, path })) };
    };
    await run(fakeSource([at("a", "posts/1.md"), at("b", "posts/2.md")]), into);
    await run(fakeSource([at("a", "posts/2.md"), at("b", "posts/1.md")]), into);
    expect(listFiles(join(into, "posts"))).toEqual(["1.md", "2.md"]);
    expect(read(into, "posts/1.md")).toContain("Text of b.");
    expect(read(into, "posts/2.md")).toContain("Text of a.");
  });
});

describe("a dry run", () => {
  test("reports and writes nothing, not even the folder", async () => {
    const into = join(temporaryFolder(), "blog");
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith("klatsch-import-"));
    const before = left();
    let json = "";
    const onJson = async (file: string) => void (json = readFileSync(file, "utf8"));
    const dry = await run(fakeSource([fakeItem("a")]), into, { dryRun: true, onJson });
    expect(existsSync(into)).toBe(false);
    expect(left()).toEqual(before);
    const real = await run(fakeSource([fakeItem("a")]), into);
    expect(dry.markdown).toBe(real.markdown);
    expect(json).toBe(read(into, "import-report.json"));
  });

  test("over an import leaves it as it is, and says what would be kept", async () => {
    const into = temporaryFolder();
    await run(fakeSource([fakeItem("a"), fakeItem("b")]), into);
    rmSync(join(into, "posts/2012/b.md"));
    const before = snapshot(into);
    const { markdown } = await run(fakeSource([withText(fakeItem("a"), "New."), fakeItem("b")]), into, {
      dryRun: true,
    });
    expect(snapshot(into)).toEqual(before);
    expect(markdown).toContain("You have removed it");
  });
});

describe("no file is written", () => {
  const hostile = [
    "../../etc/passwd.md",
    "posts/../../x.md",
    "/etc/x.md",
    "C:/x.md",
    "posts/a\\..\\b.md",
    "posts/a\u0000.md",
    "posts/con.md",
    "posts/NUL.tar.md",
    "posts/COM1/x.md",
    "posts//x.md",
    "posts/./x.md",
    "posts/x. /y.md",
    `posts/${"x".repeat(300)}.md`,
    `posts/${"y/".repeat(600)}x.md`,
    "posts/.hidden.md",
    "posts/a:b.md",
    "posts/e\u0301.md",
    "posts/x.ts",
    "pages/x.11ty.tsx",
    "package.json",
    "src/content/x.md",
    ".github/workflows/x.yml",
    "_data/x.ts",
    "_data/../package.json",
    "public/.htaccess",
    "comments/x.js",
    "",
  ];

  test.each(hostile)("at %j", async (path) => {
    const folder = temporaryFolder();
    const into = join(folder, "in/blog");
    const source = fakeSource([fakeItem("a", {}, { files: [{ path, content: "x" }] })]);
    await expect(run(source, into)).rejects.toThrow(ImportError);
    expect(listFiles(folder).filter((name) => !name.startsWith("in/blog/.import/"))).toEqual([]);
  });

  test.each(["../x.html", "a/b", "", "con", ".gitignore", "x\u0000"])("for a source named %j", async (name) => {
    const into = join(temporaryFolder(), "blog");
    const source = fakeSource([fakeItem("a", {}, { raw: { name, text: "x" } })]);
    await expect(run(source, into)).rejects.toThrow(ImportError);
    expect(listFiles(dirname(into))).toEqual(["blog/.import/.gitignore", "blog/.import/journal.ndjson"]);
  });

  test.each([
    ["posts/2012/a.md", "posts/2012/a.md"],
    ["posts/2012/A.md", "posts/2012/a.md"],
    ["posts/straße.md", "posts/STRASSE.md"],
  ])("twice: %s and %s", async (one, two) => {
    const items = [one, two].map((path, index) => fakeItem(`${index}`, {}, { files: [{ path, content: `${index}` }] }));
    await expect(run(fakeSource(items), temporaryFolder())).rejects.toThrow(
      `1 would be written to ${two}, which 0 has`,
    );
  });

  test("through a link that leads out of the blog", async () => {
    const [into, elsewhere] = [temporaryFolder(), temporaryFolder()];
    symlinkSync(elsewhere, join(into, "posts"));
    await expect(run(fakeSource([fakeItem("a")]), into)).rejects.toThrow("leads out of the blog folder");
    expect(listFiles(elsewhere)).toEqual([]);
  });

  test("in place of a link, though through one within the blog", async () => {
    const [into, elsewhere] = [temporaryFolder(), temporaryFolder()];
    mkdirSync(join(into, "texts/2012"), { recursive: true });
    symlinkSync(join(into, "texts"), join(into, "posts"));
    writeFileSync(join(elsewhere, "a.md"), "theirs");
    symlinkSync(join(elsewhere, "a.md"), join(into, "texts/2012/a.md"));
    await run(fakeSource([fakeItem("a"), fakeItem("b")]), into);
    expect(readFileSync(join(elsewhere, "a.md"), "utf8")).toBe("theirs");
    expect(readdirSync(join(into, "texts/2012")).sort()).toEqual(["_a.imported.md", "a.md", "b.md"]);
  });

  test("where a file stands in the way of a folder: a sentence says so", async () => {
    const into = temporaryFolder();
    writeFileSync(join(into, "posts"), "");
    await expect(run(fakeSource([fakeItem("a")]), into)).rejects.toThrow("posts is no folder. Move it away");
  });
});

describe("an interrupted run", () => {
  test("ends between two files, and the next one goes on", async () => {
    const [into, fresh] = [temporaryFolder(), temporaryFolder()];
    const converted: string[] = [];
    const items = ["a", "b", "c"].map((key) => fakeItem(key));
    const source = fakeSource(items, { onConvert: (key) => converted.push(key) });
    let done = 0;
    const stopped = await runImport(source, {
      into,
      dryRun: false,
      onProgress: () => (done += 1),
      isStopped: () => done === 2,
    });
    expect(stopped).toEqual({ isStopped: true });
    expect(existsSync(join(into, "import-report.md"))).toBe(false);
    await run(source, into);
    await run(fakeSource(items), fresh);
    expect(converted).toEqual(["a", "b", "c"]);
    expect(readBytes(into)).toEqual(readBytes(fresh));
  });

  test("that was killed within a line of the journal goes on", async () => {
    const into = temporaryFolder();
    const source = fakeSource([fakeItem("a"), fakeItem("b")]);
    await run(source, into);
    const before = readBytes(into);
    const journal = read(into, ".import/journal.ndjson");
    for (const length of [0, 1, 40, journal.indexOf("\n"), journal.indexOf("\n") + 30, journal.length - 1]) {
      writeFileSync(join(into, ".import/journal.ndjson"), journal.slice(0, length));
      await run(source, into);
      expect(readBytes(into)).toEqual(before);
    }
  });

  test("leaves no draft behind", async () => {
    const into = temporaryFolder();
    mkdirSync(join(into, ".import"));
    writeFileSync(join(into, ".import/draft-12.tmp"), "half");
    writeFileSync(join(into, ".import/journal.ndjson.12.tmp"), "half");
    await run(fakeSource([fakeItem("a")]), into);
    expect(readdirSync(join(into, ".import")).sort()).toEqual([".gitignore", "journal.ndjson", "raw"]);
  });

  test("does not take what it wrote for the owner's, whatever the next export says", async () => {
    const into = temporaryFolder();
    await run(fakeSource([fakeItem("a")]), into);
    // Killed between the file and its line.
    let asked = 0;
    const isStopped = () => {
      asked += 1;
      return asked === 3;
    };
    const second = fakeSource([withText(fakeItem("a"), "Second.")]);
    const options = { into, dryRun: false, onProgress: () => undefined, isStopped };
    expect(await runImport(second, options)).toEqual({ isStopped: true });
    expect(read(into, post)).toContain("Second.");
    await run(fakeSource([withText(fakeItem("a"), "Third.")]), into);
    expect(read(into, post)).toContain("Third.");
    expect(existsSync(join(into, beside))).toBe(false);
  });
});

test("what cannot be written is a sentence", async () => {
  const into = temporaryFolder();
  mkdirSync(join(into, "posts/2012/_a.imported.md"), { recursive: true });
  mkdirSync(join(into, post));
  // A folder has the name of the file and of its copy: nothing can be put anywhere, and nothing is touched.
  await run(fakeSource([fakeItem("a")]), into);
  expect(statSync(join(into, post)).isDirectory()).toBe(true);
});

test("two items with one key are a fault", async () => {
  await expect(run(fakeSource([fakeItem("a"), fakeItem("a")]), temporaryFolder())).rejects.toThrow(
    "Two items have the key a",
  );
});
