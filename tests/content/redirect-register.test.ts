import { describe, expect, test } from "vitest";
import { parseRedirects } from "../../src/content/redirect-register.ts";
import { toTargetHref } from "../../src/content/redirect-target.ts";
import { toOwnRedirects } from "../../src/content/redirects.ts";
import { formatProblem } from "../../src/lib/problem.ts";
import { toListRedirects } from "../../src/taxonomy/list-redirects.ts";
import { build, post, toJson } from "./model.ts";

const base = { origin: "https://tea.example", basePath: "/blog" };

const parse = (content: unknown) => parseRedirects(toJson("redirects.json", content), base);
const linesOf = (content: unknown) => parse(content).problems.map(formatProblem);

describe("redirects.json", () => {
  test("is not needed", () => {
    expect(parseRedirects(undefined, base)).toMatchObject({ value: [], problems: [], isRead: true });
  });

  test("has old addresses as they were written: raw, encoded, in full, with a query", () => {
    const written = { "/café/": "/a/", "/th%C3%A9/": "/a/", "https://tea.example/blog/x/": "/a/", "/?cat=3": "/a/" };
    expect(parse(written).value.map(({ from }) => from)).toEqual(["/café/", "/thé/", "/x/", "/?cat=3"]);
  });

  test("may say the same twice in two forms", () => {
    expect(parse({ "/feed": "/feed.xml", "/feed/": "/feed.xml", "/feed/index.html": "/feed.xml" })).toMatchObject({
      problems: [],
      value: [{ from: "/feed" }],
    });
  });

  test.each([
    ["[]", "json"],
    ["{", "json"],
    ['"/a/"', "json"],
  ])("must be an object: %s", (text, id) => {
    const { problems, isRead } = parse(text);
    expect([problems.map((problem) => problem.id), isRead]).toEqual([[id], false]);
  });

  test("names a line that is wrong, and nobody says that its address is lost", () => {
    expect(linesOf('{\n  "/a/": { "to": "/b/" },\n  "b": "/c/"\n}')).toEqual([
      "_data/redirects.json:2:10: a redirect leads to what is no address (found {to: /b/}). Write a path of this blog, such as `/about/`, or a full address that begins with `https://`.",
      "_data/redirects.json:3:3: the old address is not one that this blog could have had (found b). Write it from the first `/` on, such as `/category/news/` or `/?cat=3`, or as a full address.",
    ]);
    expect(parse({ "/a/": 5 }).open).toEqual(["/a/"]);
  });

  test("names a key that is there twice, which JSON itself passes over", () => {
    expect(linesOf('{\n  "/a/": "/b/",\n  "/c/": "x: \\"/c/\\": /",\n  "/a/": "/d/"\n}')[0]).toBe(
      "_data/redirects.json:4:3: `/a/` is there twice (first in line 2). Remove one of the two.",
    );
  });

  test("is not confused by keys that objects have anyway", () => {
    expect(parse('{ "/__proto__": "/a/", "__proto__": "/b/", "/constructor/": "/c/" }').problems).toHaveLength(1);
  });
});

const leads = (sources: Parameters<typeof build>[0]) => {
  const { blog } = build(sources);
  return toOwnRedirects(blog).map(({ from, to }) => `${from} ${toTargetHref(blog.site, to)}`);
};

describe("a redirect", () => {
  test("leads to the end at once where there are stops on the way", () => {
    const posts = { "a.md": post("aliases: /old/") };
    const redirects = { "/1/": "/2/", "/2": "/3/#part", "/3/": "/old/", "/4/": "/5/", "/5/": "https://a.example/" };
    expect(leads({ posts, redirects })).toEqual([
      "/1/ /posts/a/#part",
      "/2 /posts/a/#part",
      "/3/ /posts/a/",
      "/4/ https://a.example/",
      "/5/ https://a.example/",
    ]);
  });

  test("in a circle leads where it says", () => {
    expect(leads({ redirects: { "/1/": "/2/", "/2/": "/1/" } })).toEqual(["/1/ /2/", "/2/ /1/"]);
  });

  test("to itself, or from a post's own address, is none", () => {
    const posts = { "a.md": post("aliases: [/old/, '/?p=1']") };
    const redirects = { "/feed.xml": "/feed.xml", "/posts/a": "/x/", "/old/": "/x/", "/index.php?p=1": "/x/" };
    expect(leads({ posts, redirects })).toEqual([]);
  });

  test("from a list that is gone takes the place of ours", () => {
    const { blog } = build({ published: ["/tags/old/"], redirects: { "/tags/old": "/tags/" } });
    expect(toListRedirects(blog)).toEqual([]);
  });
});

test("10,000 lines, each a stop of the next, take a moment", { timeout: 20_000 }, () => {
  const redirects = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, n) => [`/old-${n}/`, n === 0 ? "/end/" : `/old-${n - 1}/`]),
  );
  const start = performance.now();
  expect(new Set(leads({ redirects }).map((line) => line.split(" ")[1]))).toEqual(new Set(["/end/"]));
  expect(performance.now() - start).toBeLessThan(10_000);
});
