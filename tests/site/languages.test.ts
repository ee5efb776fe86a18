import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { parseXml } from "../feeds/xml-tree.ts";
import { findIds } from "../support/links.ts";
import { runScript } from "../support/run-script.ts";
import { readPages, toAddress } from "../support/site-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const site = inject("sampleSite");
const read = (path: string) => readFileSync(join(site, path), "utf8");
const origin = "https://klatsch.example";

/** `lang address` of every `hreflang` in a head, in order. */
const alternatesOf = (html: string): string[] =>
  [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)].map(
    ([, lang, href]) => `${lang} ${href}`,
  );

describe("translations on the sample blog", () => {
  const translated = readPages(site).filter(({ text }) => alternatesOf(text).length > 0);

  test("name each other, themselves and the original, on every one of them the same", () => {
    expect(translated.length).toBeGreaterThanOrEqual(3);
    for (const { path, text } of translated) {
      const alternates = alternatesOf(text);
      const own = `${/<html lang="([^"]+)"/.exec(text)?.[1]} ${origin}${encodeURI(toAddress(path))}`;
      expect(alternates).toContain(own);
      expect(alternates.at(-1)).toMatch(/^x-default /);
      for (const alternate of alternates) {
        const address = decodeURIComponent(alternate.split(" ")[1]?.replace(origin, "") ?? "");
        expect(alternatesOf(read(`${address.slice(1)}index.html`))).toEqual(alternates);
      }
    }
  });

  test("are offered to readers in their own language", () => {
    const french = read("posts/ce-que-sait-le-bus-de-nuit/index.html");
    expect(french).toMatch(
      /Dans d’autres langues\u202f: <a rel="alternate" href="[^"]+" hreflang="en" lang="en">English<\/a> · /,
    );
    expect(french).toContain('<meta property="og:locale:alternate" content="de_DE">');
  });

  test("are in the sitemap with all their languages", () => {
    const links = parseXml(read("sitemap.xml")).children.map(
      ({ children }) => children.filter(({ name }) => name === "link").length,
    );
    expect(links.filter((count) => count > 0)).toEqual(translated.map(() => 4));
  });
});

describe("a post in another language than its blog", () => {
  test.each([
    ["posts/was-der-nachtbus-weiss", "de", ["Von ", "8. Juni 2026", "Erschienen in", "Schlagwörter:"]],
    ["posts/ce-que-sait-le-bus-de-nuit", "fr", ["Par ", "15 juin 2026", "Publié dans", "Mots-clés\u202f:"]],
    ["posts/雑談の効用", "ja", ["文 ", "2025年11月24日", "カテゴリー", "、listening、trust", "重要"]],
    ["posts/القهوة-أولا", "ar", ["بقلم ", "23 فبراير 2026", "نُشر في", "، ضيافة، trust"]],
  ])("%s speaks %s, within a header and footer that keep the blog's", (path, lang, words) => {
    const html = read(`${path}/index.html`);
    expect(html).toMatch(new RegExp(`<html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}">`));
    const article = /<article.*<\/article>/s.exec(html)?.[0].replace(/<[^>]+>/g, "") ?? "";
    for (const word of words) expect(article).toContain(word);
    const mark = lang === "ar" ? ' lang="en" dir="ltr"' : ' lang="en"';
    expect(html).toContain(`<header class="masthead"${mark}>`);
    expect(html).toContain(`<footer class="colophon"${mark}>`);
  });

  test("has headings with anchors in its own script, and links to them say so", () => {
    const japanese = read("posts/雑談の効用/index.html");
    expect(findIds(japanese)).toEqual(
      expect.arrayContaining(["雨の話が教えてくれたこと", "扉が閉まるとき", "月曜日に試すなら"]),
    );
    expect(japanese).toContain('aria-label="この節へのリンク：扉が閉まるとき"');
    expect(findIds(read("posts/القهوة-أولا/index.html"))).toEqual(
      expect.arrayContaining(["للفنجان-لغة", "جربوا-هذا-يوم-الأحد"]),
    );
  });

  test("says its language in the feeds, and its direction", () => {
    const entries = parseXml(read("tags/trust/feed.xml")).children.filter(({ name }) => name === "entry");
    const languages = new Map(
      entries.map(({ attributes, children }) => {
        const text = (wanted: string) => children.find(({ name }) => name === wanted)?.text ?? "";
        return [text("title"), [attributes.get("xml:lang"), text("content").startsWith('<div dir="rtl">')]];
      }),
    );
    expect(languages.get("القهوة أولًا، ثم الكلام")).toEqual(["ar", true]);
    expect(languages.get("雑談の効用")).toEqual(["ja", false]);
    expect(languages.get("Lob des Kaffeeklatschs")).toEqual(["de", false]);
    expect(languages.get("What the night bus knows")).toEqual([undefined, false]);
  });
});

describe("words of the owner", () => {
  test("are read from `_data/strings`, and the build says what is wrong or missing", async () => {
    const blog = temporaryFolder(enginePath("tests/sites/one-post"));
    mkdirSync(join(blog, "_data/strings"));
    const write = (name: string, text: string) => writeFileSync(join(blog, "_data/strings", name), text);
    write("en.ts", 'export default {\n  archive: "Attic",\n  postedIn: 3,\n};\n');
    write("pt-br.ts", 'export default { archive: "Arquivo" };\n');
    const output = join(blog, "site");
    const run = await runScript("build", ["--blog", blog, "--output", output]);
    const [first = "", second = ""] = run.stderr.split("\n");
    expect(first).toMatch(
      /_data\/strings\/en\.ts:3:3: warning: `postedIn` must be some text \(found 3\)\. Write it as/,
    );
    expect(second).toMatch(
      /_data\/strings\/pt-br\.ts:1:1: warning: the language `pt-BR` is not complete \(without .*`postedIn`.*`markdown\.table`/,
    );
    const html = readFileSync(join(output, "posts/hello/index.html"), "utf8");
    expect(html).toContain(">Attic</a>");
    expect(html).toContain("Posted in ");
  });

  test("that are no words stop the build", async () => {
    const blog = temporaryFolder(enginePath("tests/sites/one-post"));
    mkdirSync(join(blog, "_data/strings"));
    const write = (name: string, text: string) => writeFileSync(join(blog, "_data/strings", name), text);
    write("de.ts", "export default { archive: ;\n");
    write("english words.ts", "export default {};\n");
    write("fr.ts", "export default 7;\n");
    write("_notes.ts", "not read");
    const run = await runScript("build", ["--blog", blog, "--output", join(blog, "site")]);
    expect(run.code).toBe(1);
    const lines = run.stderr
      .trim()
      .split("\n")
      .map((line) => line.replace(/^.*_data\/strings\//, ""));
    expect(lines).toEqual([
      'de.ts:1:27: Unexpected ";". Correct the TypeScript.',
      "english words.ts:1:1: the file name is no language code (found english words). Call it `de.ts`, `pt-BR.ts` or the like.",
      'fr.ts:1:1: the words are no object (found 7). Write `export default { postedIn: "…" }`.',
      "Not built: 3 errors in 3 files",
    ]);
  });
});
