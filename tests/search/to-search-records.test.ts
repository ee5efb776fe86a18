import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import type { Page, Post } from "../../src/content/post.ts";
import { toPermalink } from "../../src/lib/permalink.ts";
import { asSafeHtml } from "../../src/lib/safe-html.ts";
import type { SearchComment, SearchRecord } from "../../src/search/search-record.ts";
import { toSearchRecords } from "../../src/search/to-search-records.ts";
import { makeContext, makePost, makeRendered, makeTerm } from "../includes/make-context.ts";

type Settings = {
  readonly html?: string;
  readonly comments?: readonly SearchComment[];
  readonly pages?: readonly Page[];
};

function record(posts: readonly Post[], { html = "<p>Text.</p>", comments = [], pages = [] }: Settings = {}) {
  const { blog } = makeContext(posts);
  return [
    ...toSearchRecords({
      blog: { ...blog, pages },
      contentOf: () => makeRendered({ html: asSafeHtml(html) }),
      commentsOf: () => comments,
    }),
  ];
}

function recordOf(post: Partial<Post>, settings?: Settings): SearchRecord {
  const [first] = record([makePost(post)], settings);
  if (!first) throw new Error("The post cannot be found");
  return first;
}

function makePage(settings: Partial<Page> = {}): Page {
  const { status: _, date: __, pinned: ___, ...post } = makePost({ id: "about", url: toPermalink("about") });
  return { ...post, kind: "page", draft: false, ...settings };
}

const bodyOf = ({ html }: SearchRecord) => /<body>(.*)<\/body>/s.exec(html)?.[1]?.trim();

describe("what can be found", () => {
  test.each([
    ["a published post", { posts: [makePost()] }, ["/posts/hello/"]],
    ["no post that says noindex", { posts: [makePost({ noindex: true })] }, []],
    ["no draft, not even where drafts are shown", { posts: [makePost({ status: "draft" })] }, []],
    ["no post that waits for its time", { posts: [makePost({ status: "scheduled" })] }, []],
    ["a standing page", { pages: [makePage()] }, ["/about/"]],
    ["no standing page that says noindex", { pages: [makePage({ noindex: true })] }, []],
    ["no draft of a page", { pages: [makePage({ draft: true })] }, []],
    [
      "posts in their order, then pages",
      { posts: [makePost({ id: "b" }), makePost({ id: "a" })], pages: [makePage()] },
      ["/posts/b/", "/posts/a/", "/about/"],
    ],
  ])("is %s", (_, { posts = [], pages = [] }: { posts?: Post[]; pages?: Page[] }, urls: string[]) => {
    expect(record(posts, { pages }).map(({ url }) => url)).toEqual(urls);
  });
});

describe("a record", () => {
  test("has its address percent-encoded, its language and its day", () => {
    const { url, lang, day } = recordOf({
      id: "雑談",
      url: toPermalink("posts", "雑談"),
      lang: "ja",
      date: DateTime.fromISO("2026-03-01T23:30:00", { zone: "America/New_York" }),
    });
    expect({ url, lang, day }).toEqual({ url: "/posts/%E9%9B%91%E8%AB%87/", lang: "ja", day: 20260301 });
  });

  test("has no day where a page has none", () => {
    expect(record([], { pages: [makePage()] })[0]).not.toHaveProperty("day");
  });

  test("has its categories with those above them, each once, and its tags", () => {
    const { categories, tags } = recordOf({
      categories: [makeTerm("categories", "Teams", "Onboarding"), makeTerm("categories", "Teams")],
      tags: [makeTerm("tags", "tea")],
    });
    expect({ categories, tags }).toEqual({ categories: ["Teams", "Teams/Onboarding"], tags: ["tea"] });
  });
});

describe("the document of a record", () => {
  test("begins with title and description", () => {
    expect(bodyOf(recordOf({ title: "Tea", description: "Of leaves." }))).toBe(
      "<h1>Tea</h1>\n<p>Of leaves.</p>\n<p>Text.</p>",
    );
  });

  test("names terms and authors where they are found but not shown", () => {
    const { html } = recordOf({
      lang: "de",
      categories: [makeTerm("categories", "Teams", "Onboarding")],
      tags: [makeTerm("tags", "tea")],
    });
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('<meta data-pagefind-meta="terms[content]" content="Teams, Onboarding, tea">');
    expect(html).toContain('<meta data-pagefind-meta="authors[content]" content="Ines">');
  });

  test.each([
    ["keeps ids of headings", '<h2 id="a">A</h2>', '<h2 id="a">A</h2>'],
    ["drops all other ids", '<p id="x" class="y">A</p>', '<p class="y">A</p>'],
    ["has words for pictures", '<p>A<img src="a.png" alt="a &amp; b" width="1">B</p>', "<p>A a &amp; b B</p>"],
    ["says nothing of pictures without words", '<p>A<img src="a.png">B</p>', "<p>A  B</p>"],
    ["has TeX for formulas", '<p>A <math alttext="n^2"><msup><mi>n</mi><mn>2</mn></msup></math>.</p>', "<p>A n^2.</p>"],
    [
      "has words for diagrams",
      '<div class="diagram" tabindex="0"><svg class="drawing small" role="img" aria-label="Flowchart: a to b"><text>a</text></svg></div>',
      '<div class="diagram" tabindex="0"><p>Flowchart: a to b</p></div>',
    ],
    ["leaves the lightest heading to comments", '<h6 id="a">A</h6>', '<h5 id="a">A</h5>'],
    ["leaves text as it is", "<p>&lt;h6 id=&quot;a&quot;&gt;</p>", "<p>&lt;h6 id=&quot;a&quot;&gt;</p>"],
  ])("%s", (_, html, expected) => {
    expect(bodyOf(recordOf({ title: "T" }, { html }))).toBe(`<h1>T</h1>\n${expected}`);
  });

  test("ends with what was said, each at its anchor", () => {
    const comments = [
      { anchor: "comment-1", name: "Ada", text: "First" },
      { anchor: "discussioncomment-2", name: "", text: "Second" },
    ];
    expect(bodyOf(recordOf({ title: "T" }, { html: "", comments }))).toBe(
      '<h1>T</h1>\n\n<h6 id="comment-1">Ada</h6><p>First</p>\n<h6 id="discussioncomment-2">?</h6><p>Second</p>',
    );
  });

  test("takes titles, descriptions, terms, names and comments for text", () => {
    const evil = `"><script>alert(1)</script><img src=x onerror='alert(1)'>`;
    const { html } = recordOf(
      { title: evil, description: evil, tags: [makeTerm("tags", evil)] },
      { html: "", comments: [{ anchor: 'a" onclick="alert(1)', name: evil, text: evil }] },
    );
    expect(html).not.toMatch(/<script|<img|" onclick/);
  });
});
