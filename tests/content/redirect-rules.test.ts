import { describe, expect, test } from "vitest";
import { toNetlifyFile, toNginxMap, toRedirectsFile } from "../../src/content/redirect-rules.ts";
import { asPermalink } from "../../src/lib/permalink.ts";

const rule = (from: string, path: string, rest = "") => {
  return { from: asPermalink(from), to: { path: asPermalink(path), rest } };
};
const rules = [rule("/old/", "/posts/雑談/"), rule("/2012/tea.html", "/")];
const queries = [
  rule("/?p=12", "/posts/tea/"),
  rule("/story.php?id=a%20b", "/about/", "#people"),
  rule("/?feed=rss2&cat=3", "/categories/news/feed.xml"),
];

test("Netlify and Cloudflare read a rule a line, encoded and below the base path", () => {
  expect(toRedirectsFile({ basePath: "/blog" }, rules)).toBe(
    "/blog/old/ /blog/posts/%E9%9B%91%E8%AB%87/ 301\n/blog/old /blog/posts/%E9%9B%91%E8%AB%87/ 301\n/blog/2012/tea.html /blog/ 301\n",
  );
});

test("a rule may lead to another site, without the base path", () => {
  const away = { from: asPermalink("/a"), to: { address: "https://elsewhere.example/x#y" } };
  expect(toRedirectsFile({ basePath: "/blog" }, [away])).toBe("/blog/a https://elsewhere.example/x#y 301\n");
});

test("no line of what Cloudflare reads has more than three words, whatever the addresses", () => {
  const lines = toRedirectsFile({ basePath: "" }, [...rules, ...queries, rule("/a b/", "/c d/", "?e#f")]).split("\n");
  expect(lines.map((line) => line.split(/\s+/).length)).toEqual([...lines.slice(1).map(() => 3), 1]);
});

test("for Netlify, rules win over files, and the parameters of a query stand behind the path, most of them first", () => {
  expect(toNetlifyFile({ basePath: "/blog" }, [...rules, ...queries]).split("\n")).toEqual([
    "/blog/ cat=3 feed=rss2 /blog/categories/news/feed.xml 301!",
    "/blog/index.php cat=3 feed=rss2 /blog/categories/news/feed.xml 301!",
    "/blog/ p=12 /blog/posts/tea/ 301!",
    "/blog/index.php p=12 /blog/posts/tea/ 301!",
    "/blog/story.php id=a%20b /blog/about/#people 301!",
    "/blog/old/ /blog/posts/%E9%9B%91%E8%AB%87/ 301!",
    "/blog/2012/tea.html /blog/ 301!",
    "",
  ]);
});

describe("nginx", () => {
  test("compares decoded paths and sends encoded ones", () => {
    const map = toNginxMap({ basePath: "" }, [rule('/a "b"/é', "/é/"), ...rules]);
    expect(map).toContain('  "/a \\"b\\"/é" "/%C3%A9/";\n');
    expect(map).toContain('  "/old" "/posts/%E9%9B%91%E8%AB%87/";\n');
    expect(map).toMatch(/^map \$uri \$klatsch_redirect \{$/m);
  });

  test("asks one map after the other, those of most parameters first, and the paths last", () => {
    const map = toNginxMap({ basePath: "/blog" }, [...rules, ...queries]);
    expect(map.split("\n").filter((line) => /^map|default|\?/.test(line))).toEqual([
      'map "$uri?$arg_cat&$arg_feed" $klatsch_redirect {',
      "  default $klatsch_redirect_2;",
      '  "/blog/?3&rss2" "/blog/categories/news/feed.xml";',
      '  "/blog/index.php?3&rss2" "/blog/categories/news/feed.xml";',
      'map "$uri?$arg_p" $klatsch_redirect_2 {',
      "  default $klatsch_redirect_3;",
      '  "/blog/?12" "/blog/posts/tea/";',
      '  "/blog/index.php?12" "/blog/posts/tea/";',
      'map "$uri?$arg_id" $klatsch_redirect_3 {',
      "  default $klatsch_redirect_4;",
      '  "/blog/story.php?a%20b" "/blog/about/#people";',
      "map $uri $klatsch_redirect_4 {",
      '  default "";',
    ]);
  });

  test("gets no rule that would fit an address without the parameter, nor one with a name that it cannot have", () => {
    const map = toNginxMap({ basePath: "" }, [rule("/?12", "/a/"), rule("/?p=", "/b/"), rule("/?a-b=1", "/c/")]);
    expect(map).not.toMatch(/"\/[abc]\/"/);
  });

  test("takes no dollar of an address for a variable", () => {
    expect(toNginxMap({ basePath: "" }, [rule("/five$/", "/5$us/")])).toContain('  "/five$/" "/5%24us/";\n');
  });
});
