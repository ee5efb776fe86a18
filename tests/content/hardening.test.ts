import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import type { Blog, TermArchive } from "../../src/content/blog.ts";
import { buildBlog } from "../../src/content/build-blog.ts";
import { createLinkResolver } from "../../src/content/link-resolver.ts";
import { parseSite } from "../../src/content/parse-site.ts";
import { toRedirects } from "../../src/content/redirects.ts";
import { parseAuthors, parseTerms } from "../../src/content/registers.ts";
import type { SourceFile } from "../../src/content/source-file.ts";
import { parseGiscus } from "../../src/comments/parse-giscus.ts";
import { asPermalink, href, toOutputPath, toPermalink, type Permalink } from "../../src/lib/permalink.ts";
import { formatProblem, type Problem } from "../../src/lib/problem.ts";
import { paginate } from "../../src/taxonomy/paginate.ts";
import { createRandom, nastyNames, toDamaged, toNastyPost, toNoise, type Random } from "./garbage.ts";
import { toFile, toJson } from "./model.ts";

const now = DateTime.fromISO("2026-06-01T12:00:00Z", { zone: "utc" });

function toFiles(random: Random, count: number): SourceFile[] {
  return Array.from({ length: count }, (_, number) => {
    const kind = random.integer(10);
    const text = toNastyPost(random);
    const content = kind === 0 ? toNoise(random) : kind < 3 ? toDamaged(text, random) : text;
    const name = random.integer(4) === 0 ? random.pick(nastyNames).replaceAll("/", "") : `p${number}`;
    return toFile("posts", `${number}/${random.pick(["", "deep/", "2024-01-01-"])}${name}.md`, content);
  });
}

function toTerms(random: Random): SourceFile {
  const entries = Array.from({ length: 6 }, () => [
    random.pick(nastyNames),
    random.pick<unknown>([{}, { slug: random.pick(nastyNames) }, { slug: "x", description: "\0" }, null, [], 5]),
  ]);
  return toJson("terms.json", {
    categories: Object.fromEntries(entries),
    tags: Object.fromEntries(entries.toReversed()),
  });
}

function buildNasty(seed: number, count: number) {
  const random = createRandom(seed);
  const posts = toFiles(random, count);
  const pages = toFiles(random, count / 10).map((file) => ({ ...file, file: `pages/${file.path}` }));
  const terms = toTerms(random);
  const authors = toJson(
    "authors.json",
    Object.fromEntries(nastyNames.map((name) => [name, { avatar: name, url: name }])),
  );
  const readTerms = parseTerms(terms);
  const readAuthors = parseAuthors(authors);
  const value = {
    url: random.pick(["https://example.org/blog/", "https://example.org//a//b"]),
    permalink: random.pick([
      "/:category/:slug/",
      "/:slug-:slug-:category.html",
      "/:year/:slug/",
      random.pick(nastyNames),
    ]),
    defaultCategory: random.pick(nastyNames),
    author: random.pick(nastyNames),
    timezone: random.pick(["Europe/Berlin", "Pacific/Apia", "UTC"]),
  };
  const settings = parseSite({ file: "_data/site.ts", text: "", value }, readAuthors.value);
  const registers = {
    terms: readTerms.value,
    authors: readAuthors.value,
    published: new Set<never>(),
    redirects: [],
    threads: new Map(),
    isJoinable: false,
  };
  const built = buildBlog({ posts, pages, ...registers, site: settings.site, now, preview: random.integer(2) === 0 });
  const problems = [...built.problems, ...readTerms.problems, ...readAuthors.problems];
  return { blog: built.blog, problems, files: [...posts, ...pages, terms, authors] };
}

const withChildren = (archive: TermArchive): TermArchive[] => [archive, ...archive.children.flatMap(withChildren)];

function findPermalinks(blog: Blog): Permalink[] {
  const terms = [...blog.categories, ...blog.tags].flatMap(withChildren);
  const lists = [...terms, ...blog.authors, ...blog.years, ...blog.years.flatMap(({ months }) => months)];
  return [
    ...[...blog.posts, ...blog.drafts, ...blog.scheduled, ...blog.pages].map(({ url }) => url),
    ...toRedirects(blog).map(({ from }) => from),
    ...lists.flatMap((list) => paginate(list, 10).map(({ url }) => url)),
  ];
}

function findEscape(blog: Blog, permalink: Permalink): string | undefined {
  const path = toOutputPath(permalink);
  const segments = path.split("/");
  const address = new URL(href(blog.site, permalink), blog.site.origin);
  const isWrong =
    /^\/|[\\\p{Cc}]/u.test(path) ||
    segments.some(
      (segment) => segment === "" || segment === "." || segment === ".." || Buffer.byteLength(segment) > 255,
    ) ||
    Buffer.byteLength(path) > 4000 ||
    address.origin !== blog.site.origin ||
    decodeURIComponent(address.pathname.slice(blog.site.basePath.length)) !== permalink;
  return isWrong ? permalink : undefined;
}

function findMisplaced(problem: Problem, lines: ReadonlyMap<string, readonly string[]>): string | undefined {
  const line = lines.get(problem.file)?.[problem.line - 1];
  const isInside = line !== undefined && problem.column >= 1 && problem.column <= line.length + 1;
  const isOneLine = !/[\p{Cc}\u2028\u2029]/u.test(formatProblem(problem));
  return isInside && isOneLine && !formatProblem(problem).includes("[object Object]")
    ? undefined
    : formatProblem(problem);
}

function toLines({ bytes }: SourceFile): string[] {
  return new TextDecoder().decode(bytes).split(/\r\n?|\n/);
}

describe.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])("500 posts of garbage, seed %i", (seed) => {
  const { blog, problems, files } = buildNasty(seed, 500);

  test("make a blog whose files and addresses stay inside it", () => {
    const permalinks = findPermalinks(blog);
    expect(permalinks.length).toBeGreaterThan(100);
    expect(permalinks.flatMap((permalink) => findEscape(blog, permalink) ?? [])).toEqual([]);
  });

  test("have problems that stand in their files, each on one line", () => {
    const lines = new Map(files.map((file) => [file.file, toLines(file)]));
    expect(problems.length).toBeGreaterThan(100);
    expect(problems.flatMap((problem) => findMisplaced(problem, lines) ?? [])).toEqual([]);
  });

  test("are told of the same way again", () => {
    expect(buildNasty(seed, 500).problems).toEqual(problems);
  });
});

test("whatever the settings are, a site comes out of them", () => {
  const random = createRandom(7);
  const anything = (): unknown =>
    random.pick<unknown>([...nastyNames, 5, null, [], {}, [{}], true, Symbol("x"), () => 1]);
  for (let run = 0; run < 500; run++) {
    const names = [
      "title",
      "url",
      "language",
      "timezone",
      "permalink",
      "author",
      "nav",
      "feedId",
      "imageHosts",
      "pageSize",
      "x",
    ];
    const value = Object.fromEntries(names.map((name) => [name, anything()]));
    const { site, problems } = parseSite({ file: "_data/site.ts", text: toNastyPost(random), value }, new Map());
    expect(problems.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
    expect(new URL(site.url).pathname).toBe(`${site.basePath}/`);
    expect(site.basePath).not.toMatch(/\/\/|\/$/);
  }
});

test("whatever stands in giscus.json, it is read or refused", () => {
  const random = createRandom(8);
  for (let run = 0; run < 500; run++) {
    const right = JSON.stringify({
      repo: "a/b",
      repoId: "R_1",
      category: "C",
      categoryId: "D",
      host: random.pick(nastyNames),
    });
    const { settings, problems } = parseGiscus(
      toFile("_data", "giscus.json", toDamaged(right, random)),
      random.pick(nastyNames),
    );
    expect(settings !== undefined || problems.length > 0).toBe(true);
  }
});

test("whatever a link says, it leads to this blog or elsewhere by its own words", () => {
  const base = { origin: "https://example.org", basePath: "/blog" };
  const targets = {
    base,
    entries: new Map(),
    withheld: new Set<string>(),
    open: { files: new Set<string>(), isOpen: () => false },
    routes: new Set<Permalink>(),
    media: new Map(),
    publicFiles: new Map(),
    imageHosts: [],
  };
  const resolver = createLinkResolver(targets, () => {});
  const random = createRandom(9);
  const origin = { path: "posts/deep/a.md", url: toPermalink("posts", "a") };
  for (let run = 0; run < 2000; run++) {
    const target = `${random.pick(["", "./", "../../", "/", "%2f"])}${random.pick(nastyNames)}${random.pick(["", "/", "?x", "#y"])}`;
    const { href: to } = resolver.resolveLink(origin, target);
    expect(to === target || new URL(to, base.origin).href.startsWith("https://example.org/blog/")).toBe(true);
    expect(resolver.resolveImage(origin, target).src).toBeUndefined();
  }
});

test("a permalink from anywhere is encoded", () => {
  for (const name of nastyNames)
    expect(() => href({ origin: "", basePath: "" }, asPermalink(`/${name}`))).not.toThrow();
});
