import { describe, expect, test } from "vitest";
import { findLostUrls, toLostUrlProblems } from "../../src/content/lost-urls.ts";
import { toFieldPlaces } from "../../src/content/field-places.ts";
import { toRedirects } from "../../src/content/redirects.ts";
import { parseUrlHistory, toUrlHistoryText } from "../../src/content/url-history.ts";
import { asPermalink } from "../../src/lib/permalink.ts";
import { formatProblem } from "../../src/lib/problem.ts";
import { build, post, toFile } from "./model.ts";

const parse = (text: string) => parseUrlHistory(toFile("", "urls.txt", text));

describe("urls.txt", () => {
  test("is one raw address a line, sorted, and grows by pages alone", () => {
    const { history } = parse("/b/\n/a/\n");
    const built = ["/c/", "/a/", "/feed.xml", "/404.html", "/posts/雑談/", "/old.html"].map(asPermalink);
    expect(toUrlHistoryText(history, built)).toBe("/a/\n/b/\n/c/\n/old.html\n/posts/雑談/\n");
  });

  test("may have empty lines, remarks and the line ends of Windows", () => {
    const { history, problems } = parse("# kept for ever\r\n\r\n/a/\r\n");
    expect([...(history?.lines ?? [])]).toEqual([["/a/", 3]]);
    expect(problems).toEqual([]);
    expect(toUrlHistoryText(history, [asPermalink("/b/")])).toBe("# kept for ever\n/a/\n/b/\n");
  });

  test("names a line that is no address, such as the mark of a merge", () => {
    expect(parse("/a/\n<<<<<<< HEAD\n").problems.map(formatProblem)).toEqual([
      "/urls.txt:2:1: a line is no address of this blog (found <<<<<<< HEAD). Begin it with `/`, or remove it.",
    ]);
  });
});

type Case = {
  readonly published: string;
  readonly posts: Readonly<Record<string, string>>;
  readonly pattern?: string;
};

function problemsOf({ published, posts, pattern = "/posts/:slug/" }: Case): string[] {
  const { history } = parse(published);
  if (!history) throw new Error("no history");
  const built = build({ posts, site: { permalink: pattern }, published: [...history.lines.keys()] });
  const { blog, draftPages } = built;
  const routes = [...blog.posts.map(({ url }) => url), ...toRedirects(blog).map(({ from }) => from)];
  const lost = findLostUrls({ history, blog, routes, draftPages, isOpen: () => false });
  return toLostUrlProblems(lost, history, toFieldPlaces(built.places)).map(formatProblem);
}

describe("a published address that nothing answers", () => {
  test("is no matter where an alias answers it, with or without its last slash", () => {
    expect(problemsOf({ published: "/posts/old/\n", posts: { "new.md": post("aliases: [/posts/old]") } })).toEqual([]);
  });

  test("is the renamed post's, which has a name like it", () => {
    const posts = { "the-kitchen-doors.md": post(), "other.md": post("", "Other") };
    expect(problemsOf({ published: "/posts/other/\n/posts/the-kitchen-door/\n", posts })).toEqual([
      "posts/the-kitchen-doors.md:1:1: the address /posts/the-kitchen-door/ was published and is gone. Add a line `aliases: [/posts/the-kitchen-door/]`, if this has taken its place, or remove line 2 of /urls.txt to give it up. With `id: the-kitchen-door` it keeps its comments and its entry in feeds.",
    ]);
  });

  test.each([
    [
      "another post has the id",
      "/posts/:slug/",
      { "tea-notes.md": post(), "x.md": post("id: tea-note\ndraft: true", "Other") },
    ],
    ["the post has an id of its own", "/posts/:slug/", { "tea-notes.md": post("id: tea") }],
    ["it was no post's", "/:year/:slug/", { "tea-notes.md": post() }],
  ])("is told without an id to keep where %s", (_, pattern, posts) => {
    const [line] = problemsOf({ published: "/posts/tea-note/\n", posts, pattern });
    expect(line).toContain("if this has taken its place");
    expect(line).not.toContain("`id:");
  });

  test("is the post's that has it as its id", () => {
    const posts = { "brand-new-name.md": post("id: tea\naliases: [/x/]") };
    expect(problemsOf({ published: "/posts/tea/\n", posts })[0]).toContain("Add /posts/tea/ to `aliases`");
  });

  test("is each post's own after a change of the pattern", () => {
    const posts = { "tea.md": post(), "milk.md": post("", "Milk") };
    const lines = problemsOf({ published: "/posts/milk/\n/posts/tea/\n", posts, pattern: "/:year/:slug/" });
    expect(lines.map((line) => line.split(":")[0])).toEqual(["posts/milk.md", "posts/tea.md"]);
  });

  test("is a draft's, which is told apart", () => {
    const [line] = problemsOf({ published: "/posts/tea/\n", posts: { "tea.md": post("draft: true") } });
    expect(line).toBe(
      "posts/tea.md:4:1: the address /posts/tea/ was published and is gone: it is a draft now. Publish it again, or remove line 1 of /urls.txt to give the address up.",
    );
  });

  test("waits with a post that waits", () => {
    const posts = { "tea.md": post().replace("2026-01-05", "2027-01-05") };
    expect(problemsOf({ published: "/posts/tea/\n", posts })).toEqual([]);
  });

  test("is that post's of several with its name which has its year or category too", () => {
    const year = (text: string, to: string) => text.replace("2026-01-05", `${to}-01-05`);
    const posts = {
      "a/tea.md": year(post("id: a"), "2024"),
      "b/tea.md": year(post("id: b\ncategories: Kitchen"), "2025"),
    };
    const pattern = "/blog/:year/:month/:slug/";
    const lines = problemsOf({ published: "/2024/tea/\n/kitchen/tea.html\n/old/tea/\n", posts, pattern });
    expect(lines.map((line) => line.split(". ")[0])).toEqual([
      "/urls.txt:3:1: the address /old/tea/ was published and is gone",
      "posts/a/tea.md:1:1: the address /2024/tea/ was published and is gone",
      "posts/b/tea.md:1:1: the address /kitchen/tea.html was published and is gone",
    ]);
  });

  test("is that of the only new post, where no other was lost", () => {
    const posts = { "a.md": post(), "brand-new.md": post("", "Other") };
    const published = "/posts/a/\n/posts/the-war/\n";
    expect(problemsOf({ published, posts })[0]).toContain("posts/brand-new.md:1:1: the address /posts/the-war/");
    expect(problemsOf({ published: `${published}/posts/peace/\n`, posts })[0]).toContain("/urls.txt:2:1: ");
  });

  test("is a draft page's", () => {
    const { history } = parse("/about/\n");
    const built = build({ pages: { "about.md": "---\ntitle: About\ndraft: true\n---\n" } });
    const search = { blog: built.blog, draftPages: built.draftPages, routes: [], isOpen: () => false };
    const lost = history ? findLostUrls({ ...search, history }) : [];
    expect(lost.map(({ draft }) => draft?.source.file)).toEqual(["pages/about.md"]);
  });

  test("stands in urls.txt where nobody knows what took its place", () => {
    expect(problemsOf({ published: "/about/\n/posts/the-war/\n", posts: { "a.md": post() } }).at(-1)).toBe(
      "/urls.txt:2:1: the address /posts/the-war/ was published and is gone. Add `aliases: [/posts/the-war/]` to the post that stands in for it, or a line to `_data/redirects.json`; or remove this line to give the address up.",
    );
  });
});
