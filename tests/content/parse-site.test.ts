import { describe, expect, test } from "vitest";
import { parseSite } from "../../src/content/parse-site.ts";
import { formatProblem } from "../../src/lib/problem.ts";

const file = "_data/site.ts";
const parse = (value: unknown, siteUrl?: string, text = "") => {
  const { site, problems } = parseSite({ file, text, value }, new Map(), siteUrl);
  return { site, lines: problems.map(formatProblem) };
};

describe("without settings", () => {
  test("everything has a default", () => {
    const { site, problems } = parseSite(undefined, new Map());
    expect(problems).toEqual([]);
    expect(site).toMatchObject({
      timezone: "UTC",
      permalink: "/posts/:slug/",
      defaultCategory: "Uncategorized",
      feedSize: 20,
      basePath: "",
    });
    expect(parse({}).site).toEqual(site);
    expect(parse({ title: undefined, url: null, description: "", author: "  " }).site).toEqual(site);
  });
});

describe("the blog's address", () => {
  test.each([
    ["https://example.org", "https://example.org/", ""],
    ["https://example.org/", "https://example.org/", ""],
    ["https://example.org/blog", "https://example.org/blog/", "/blog"],
    ["https://example.org/blog/", "https://example.org/blog/", "/blog"],
    ["https://example.org//blog//deep///", "https://example.org/blog/deep/", "/blog/deep"],
    ["https://example.org/a/../b", "https://example.org/b/", "/b"],
    ["https://example.org/bl%C3%B6g/", "https://example.org/bl%C3%B6g/", "/bl%C3%B6g"],
    ["https://example.org/blög/", "https://example.org/bl%C3%B6g/", "/bl%C3%B6g"],
    ["http://localhost:8080", "http://localhost:8080/", ""],
    ["https://bücher.example/", "https://xn--bcher-kva.example/", ""],
  ])("%s is %s with the base path %j", (url, address, basePath) => {
    expect(parse({ url }).lines).toEqual([]);
    expect(parse({ url }).site).toMatchObject({ url: address, basePath, origin: new URL(address).origin });
  });

  test("can be replaced, and the ids of feed entries stay", () => {
    const { site } = parse({ url: "https://example.org/blog/" }, "https://preview.example/pr-7");
    expect(site).toMatchObject({
      url: "https://preview.example/pr-7/",
      origin: "https://preview.example",
      basePath: "/pr-7",
    });
    expect(site.feedId).toBe("example.org/blog");
    expect(parse({ url: "https://new.example/", feedId: "old.example" }).site.feedId).toBe("old.example");
  });
});

describe("a setting that is wrong", () => {
  const text = (key: string): string => `Write \`${key}: "some text"\`.`;
  const zone = 'Write a name such as `timezone: "Europe/Berlin"` or `timezone: "UTC"`.';
  const pattern =
    'Write a pattern such as `permalink: "/:year/:month/:slug/"` with :slug, :year, :month, :day, :category.';
  const path = (found: string): string =>
    `\`permalink\` must be a plain path from \`/\` to \`/\` (found ${found}). ${pattern}`;
  const address = (found: string): string =>
    `\`url\` is not a web address (found ${found}). Write the full address, such as \`url: "https://example.org/blog/"\`.`;

  const repository = (found: string): string =>
    `\`repository\` is no repository on GitHub (found ${found}). Write \`repository: "owner/name"\`.`;
  const branch = (found: string): string =>
    `\`branch\` is no name of a branch (found ${found}). Write \`branch: "main"\`.`;
  const folder = (found: string): string =>
    `\`folder\` is no folder of the repository (found ${found}). Write the way from the repository's root to the blog, such as \`folder: "sites/blog"\`.`;

  test.each([
    [{ title: 5 }, `\`title\` must be text (found 5). ${text("title")}`],
    [{ description: ["a"] }, `\`description\` must be text (found [a]). ${text("description")}`],
    [{ author: { name: "Ada" } }, `\`author\` must be text (found {name: Ada}). ${text("author")}`],
    [{ url: "example.org" }, address("example.org")],
    [{ url: "localhost:8080" }, address("localhost:8080")],
    [{ url: "ftp://example.org/" }, address("ftp://example.org/")],
    [{ url: "https://a:b@example.org/" }, address("https://a:b@example.org/")],
    [{ url: "https://:b@example.org/" }, address("https://:b@example.org/")],
    [{ url: "https://example.org/?a" }, address("https://example.org/?a")],
    [{ url: 5 }, address("5")],
    [
      { language: "en_US" },
      '`language` is not a language code (found en_US). Write `language: "en"` or `language: "pt-BR"`.',
    ],
    [{ timezone: "Berlin" }, `\`timezone\` is not a known time zone (found Berlin). ${zone}`],
    [{ timezone: "local" }, `\`timezone\` is not a known time zone (found local). ${zone}`],
    [{ permalink: "posts/:slug/" }, path("posts/:slug/")],
    [{ permalink: "/:slug" }, path("/:slug")],
    [{ permalink: "/../:slug/" }, path("/../:slug/")],
    [{ permalink: "//:slug/" }, path("//:slug/")],
    [{ permalink: "/a\\:slug/" }, path("/a\\:slug/")],
    [{ permalink: "/a\0/:slug/" }, path("/a\uFFFD/:slug/")],
    [{ permalink: "/%2e%2e/:slug/" }, path("/%2e%2e/:slug/")],
    [{ permalink: "/:slug/?a/" }, path("/:slug/?a/")],
    [{ permalink: "/:title/" }, `\`permalink\` has an unknown part (found :title). ${pattern}`],
    [{ permalink: "/:slugs/" }, `\`permalink\` has an unknown part (found :slugs). ${pattern}`],
    [{ permalink: "/:year/" }, `\`permalink\` lacks \`:slug\` (found /:year/). ${pattern}`],
    [
      { defaultCategory: " / " },
      '`defaultCategory` names no category (found /). Write `defaultCategory: "Uncategorized"`.',
    ],
    [{ nav: "/about/" }, '`nav` must be a list (found /about/). Write `nav: [{ label: "About", url: "/about/" }]`.'],
    [
      { nav: [{ label: "About" }] },
      'a `nav` entry needs `label` and `url` (found {label: About}). Write `nav: [{ label: "About", url: "/about/" }]`.',
    ],
    [
      { nav: [{ label: "X", url: "javascript:alert(1)" }] },
      'a `nav` entry needs `label` and `url` (found {label: X, url: javascript:alert(1)}). Write `nav: [{ label: "About", url: "/about/" }]`.',
    ],
    [{ pageSize: 0 }, "`pageSize` must be a whole number from 1 to 1000 (found 0). Write `pageSize: 10`."],
    [{ feedSize: "20" }, "`feedSize` must be a whole number from 1 to 1000 (found 20). Write `feedSize: 10`."],
    [{ feedSize: 1.5 }, "`feedSize` must be a whole number from 1 to 1000 (found 1.5). Write `feedSize: 10`."],
    [
      { imageHosts: ["https://a.example"] },
      '`imageHosts` must list names of hosts (found https://a.example). Write `imageHosts: ["media.example.org", "*.example.net"]`.',
    ],
    [
      { frameHosts: [5] },
      '`frameHosts` must be one text or a list of texts (found 5). Write `frameHosts: ["one.example", "two.example"]`.',
    ],
    [{ search: "yes" }, "`search` must be true or false (found yes). Write `search: true` or `search: false`."],
    [{ cards: 1 }, "`cards` must be true or false (found 1). Write `cards: true` or `cards: false`."],
    [{ repository: "name" }, repository("name")],
    [{ repository: "https://github.com/owner/name" }, repository("https://github.com/owner/name")],
    [{ repository: "owner/.." }, repository("owner/..")],
    [{ repository: ["owner/name"] }, repository("[owner/name]")],
    [{ branch: "my branch" }, branch("my branch")],
    [{ branch: "/main" }, branch("/main")],
    [{ branch: "a/../b" }, branch("a/../b")],
    [{ branch: 5 }, branch("5")],
    [{ folder: "../blog" }, folder("../blog")],
    [{ folder: "/blog" }, folder("/blog")],
    [{ folder: "sites\\blog" }, folder("sites\\blog")],
    [{ folder: true }, folder("true")],
    [
      { feedId: "https://example.org" },
      '`feedId` is not a host (found https://example.org). Write the host that the feeds began with, such as `feedId: "example.org"`.',
    ],
  ])("is refused: %j", (value, line) => expect(parse(value).lines).toEqual([`${file}:1:1: ${line}`]));

  test("falls back to its default, and hides no other", () => {
    const { site, lines } = parse({ title: "Tea", timezone: "Berlin", pageSize: 0, tilte: "x" });
    expect(site).toMatchObject({ title: "Tea", timezone: "UTC", pageSize: 10 });
    expect(lines).toHaveLength(3);
  });

  test("that nobody reads is a warning", () => {
    expect(parse({ timeZone: "UTC" }).lines).toEqual([
      `${file}:1:1: warning: unknown key (found \`timeZone\`). Did you mean \`timezone\`?`,
    ]);
  });

  test.each([[undefined], [null], ["text"], [[]], [5]])("as a whole is refused: %j", (value) => {
    expect(parse(value).lines[0]).toMatch(
      /^_data\/site\.ts:1:1: the settings are no object \(found .*\)\. Write `export default/,
    );
  });
});

describe("settings that are right", () => {
  test("are taken", () => {
    const hosts = {
      imageHosts: ["Images.Example.org", "*.example.net", "localhost:8080"],
      frameHosts: "video.example",
    };
    const nav = [
      { label: " About ", url: "/%C3%BCber/" },
      { label: "Elsewhere", url: "https://example.net/%C3%BC" },
    ];
    const { site, lines } = parse({
      ...hosts,
      nav,
      permalink: "/:year/:month/:day/:category/:slug.html",
      language: "pt-br",
    });
    expect(lines).toEqual([]);
    expect(site).toMatchObject({
      imageHosts: ["images.example.org", "*.example.net", "localhost:8080"],
      frameHosts: ["video.example"],
      nav: [
        { label: "About", url: "/über/" },
        { label: "Elsewhere", url: "https://example.net/%C3%BC" },
      ],
      permalink: "/:year/:month/:day/:category/:slug.html",
      language: "pt-BR",
    });
  });
});

describe("the repository", () => {
  test("is none unless it is named", () => {
    expect(parse({ branch: "main", folder: "blog" })).toMatchObject({ site: { repository: undefined }, lines: [] });
  });

  test.each([
    [{ repository: "owner/na.me_1" }, { name: "owner/na.me_1", branch: "main", folder: [] }],
    [
      { repository: "owner/name", branch: "release/1.x", folder: "sites/blog/" },
      { name: "owner/name", branch: "release/1.x", folder: ["sites", "blog"] },
    ],
  ])("of %j is %j", (settings, repository) => {
    expect(parse(settings)).toMatchObject({ site: { repository }, lines: [] });
  });
});

describe("the place of a setting", () => {
  const place = (text: string, value: unknown): string => parse(value, undefined, text).lines[0]?.split(": ")[0] ?? "";

  test.each([
    ["its value", 'export default {\n  title: "x",\n  url: 5,\n};\n', { title: "x", url: 5 }, "3:8"],
    [
      "not that of another object",
      'export default {\n  nav: [{ label: "a", url: "/" }],\n  "url": 5,\n};\n',
      { url: 5 },
      "3:10",
    ],
    ["not in a comment", "// url: 5, title: 6\nexport default { /* url: 5 */ url: 5 };\n", { url: 5 }, "2:36"],
    ["not in a text", 'export default {\n  title: "{ url: 5 }", url: 5 };\n', { title: "x", url: 5 }, "2:29"],
    [
      "not in an earlier object",
      "const links = { url: 1 };\nconst site = { title: 5, url: links.url };\nexport default site;\n",
      { url: 5 },
      "2:31",
    ],
    ["that of a shorthand", "const url = 5;\nexport default { url };\n", { url: 5 }, "2:18"],
    [
      "that of an unknown key",
      'export default {\n  title: "x",\n  tilte: "y",\n};\n',
      { title: "x", tilte: "y" },
      "3:3",
    ],
    ["the top when it cannot be found", "export { default } from './other.ts';\n", { url: 5 }, "1:1"],
  ])("is %s", (_, text, value, found) => expect(place(text, value)).toBe(`${file}:${found}`));
});
