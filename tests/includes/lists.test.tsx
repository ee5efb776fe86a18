import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { HomeLayout } from "../../_includes/layouts/home-layout.tsx";
import { toHomeSequence } from "../../_includes/layouts/home-sequence.ts";
import { ListLayout } from "../../_includes/layouts/list-layout.tsx";
import { NotFoundLayout } from "../../_includes/layouts/not-found-layout.tsx";
import type { Post } from "../../src/content/post.ts";
import { toFilePermalink, toPermalink } from "../../src/lib/permalink.ts";
import { asSafeHtml } from "../../src/lib/safe-html.ts";
import { paginate } from "../../src/taxonomy/paginate.ts";
import { makeContext, makePost, makeRendered, makeSite } from "./make-context.ts";

function renderHome(posts: readonly Post[], number = 1, pageSize = 2): string {
  const list = paginate({ url: toPermalink(), posts: toHomeSequence(posts) }, pageSize)[number - 1];
  if (!list) throw new Error(`There is no page ${number}`);
  return renderToString(<HomeLayout list={list} context={makeContext(posts)} />);
}

const titlesOf = (html: string) =>
  [...html.matchAll(/<h2 class="p-name"><a[^>]*>(.*?)<\/a>/g)].map(([, title]) => title);

describe("the home page", () => {
  const posts = [
    makePost({ id: "d" }),
    makePost({ id: "c" }),
    makePost({ id: "b", pinned: true }),
    makePost({ id: "a" }),
  ];

  test("shows pinned posts first and every post once", () => {
    expect(titlesOf(renderHome(posts))).toEqual(["b", "d"]);
    expect(titlesOf(renderHome(posts, 2))).toEqual(["c", "a"]);
  });

  test("has one heading of the first rank on every page", () => {
    for (const number of [1, 2]) expect(renderHome(posts, number).match(/<h1/g)).toHaveLength(1);
  });

  test("leads on to its other pages", () => {
    expect(renderHome(posts)).toContain('rel="next" href="/page/2/"');
    expect(renderHome(posts, 2)).toMatch(/rel="prev" href="\/">/);
  });

  test("of an empty blog says so", () => {
    expect(renderHome([])).toContain("Nothing has been published here yet.");
  });
});

describe("a card", () => {
  const render = (post: Post, excerptHtml?: string) => {
    const rendered = makeRendered({ ...(excerptHtml !== undefined && { excerptHtml: asSafeHtml(excerptHtml) }) });
    const [list] = paginate({ url: toPermalink("archive"), posts: [post] }, 10);
    if (!list) throw new Error("A list has a page");
    return renderToString(
      <ListLayout title="Archive" list={list} context={makeContext([post], { contentOf: () => rendered })} />,
    );
  };

  test("shows the author's excerpt with its links", () => {
    expect(render(makePost(), '<p>One <a href="/x/">link</a>.</p>')).toContain('<p>One <a href="/x/">link</a>.</p>');
  });

  test("escapes a description", () => {
    expect(render(makePost({ description: "a < b" }))).toContain("<p>a &lt; b</p>");
  });

  test("names what its link leads to", () => {
    expect(render(makePost({ title: "Tea" }))).toContain('aria-label="Continue reading: Tea"');
  });

  test("says its language where that is not the blog's", () => {
    expect(render(makePost({ lang: "he" }))).toContain('<article class="card h-entry" lang="he" dir="rtl">');
    expect(render(makePost({ lang: "de" }))).toContain('<article class="card h-entry" lang="de">');
  });
});

describe("a list with a feed", () => {
  test("points to it beside the blog's own", () => {
    const [list] = paginate({ url: toPermalink("tags", "tea"), posts: [] }, 10);
    if (!list) throw new Error("A list has a page");
    const html = renderToString(<ListLayout title="tea" list={list} hasFeed context={makeContext([])} />);
    expect(html).toContain('href="https://table.example/tags/tea/feed.xml"');
    expect(html).toContain('href="https://table.example/feed.xml"');
  });
});

describe("the page for what is not there", () => {
  test("starts every link at the root, with the base path", () => {
    const site = makeSite({ url: "https://table.example/blog/", basePath: "/blog" });
    const assets = { ...makeContext([]).assets, styles: "/blog/assets/main.css", script: "/blog/assets/main.js" };
    const url = toFilePermalink(toPermalink(), "404.html");
    const html = renderToString(<NotFoundLayout url={url} context={makeContext([makePost()], { site, assets })} />);
    const hrefs = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, href = ""]) => href);
    expect(hrefs).toContain("/blog/archive/");
    expect(hrefs.filter((href) => !/^(?:\/blog\/|https:|#)/.test(href))).toEqual([]);
  });
});
