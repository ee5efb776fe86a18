import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import type { PageContext } from "../../src/content/page-context.ts";
import { PostLayout } from "../../_includes/layouts/post-layout.tsx";
import { StandingPageLayout } from "../../_includes/layouts/standing-page-layout.tsx";
import type { Comment, Thread } from "../../src/comments/thread.ts";
import type { Post } from "../../src/content/post.ts";
import { makeComment, makeThread } from "../comments/make-thread.ts";
import { samplePage } from "../feeds/sample-blog.ts";
import { giscus, makeContext, makePost } from "./make-context.ts";

function render(
  comments: readonly Comment[],
  thread: Partial<Thread> = {},
  settings: Partial<Post> = {},
  context: Partial<PageContext> = {},
) {
  const post = makePost({ id: "tea", ...settings });
  const threads = [makeThread("tea", comments, thread)];
  return renderToString(<PostLayout post={post} context={makeContext([post], { threads, ...context })} />);
}

const textOf = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe("a comment", () => {
  test("names its author with a link that search engines do not follow", () => {
    const html = render([makeComment("1", { author: { name: "Ada <b>", url: "https://ada.example/" } })]);
    expect(html).toContain('<a class="u-url" rel="nofollow ugc" href="https://ada.example/">Ada &lt;b></a>');
    expect(html).toMatch(/<span class="face" aria-hidden="true">A<\/span>/);
  });

  test("has a picture where there is one, without shifting the page", () => {
    const html = render(
      [makeComment("1", { author: { name: "Ada", avatar: "avatars/a.png" } })],
      {},
      {},
      { avatarOf: () => "/comments/avatars/a.png" },
    );
    expect(html).toContain(
      '<img class="face u-photo" src="/comments/avatars/a.png" alt width="40" height="40" loading="lazy"/>',
    );
  });

  test("of nobody is anonymous", () => {
    expect(textOf(render([makeComment("1", { author: { name: " " } })]))).toContain("Anonymous");
  });

  test("of the owner says so, and an edited one too", () => {
    const html = render([
      makeComment("1", { author: { name: "Ines", isOwner: true }, editedAt: "2026-03-02T09:00:00Z" }),
    ]);
    expect(html).toContain('<span class="mark">Author</span>');
    expect(html).toContain("<span>edited</span>");
    expect(textOf(render([makeComment("1")]))).not.toMatch(/Author March|edited/);
  });

  test("leads to itself, on the day it was written where the blog is at home", () => {
    const html = render([makeComment("1", { createdAt: "2026-03-01T23:30:00Z" })]);
    expect(html).toContain(
      '<a class="u-url" href="#comment-1"><time class="dt-published" datetime="2026-03-01T23:30:00Z">March 1, 2026</time></a>',
    );
  });

  test.each([
    ["spam", "Hidden as spam"],
    ["duplicate", "Hidden as a duplicate"],
    [undefined, "Hidden"],
  ])("that was minimized as %s is folded with the reason", (reason, summary) => {
    const html = render([makeComment("1", { status: "minimized", reason })]);
    expect(html).toMatch(new RegExp(`<details><summary>${summary}</summary><div class="prose" dir="auto">`));
  });

  test("in another language than the words around it says so", () => {
    const html = render([makeComment("1", { author: { name: "سیمین", isOwner: true } })], {}, { lang: "fa" });
    expect(html).toContain(
      '<section id="comments" class="conversation" aria-labelledby="comments-title" lang="en" dir="ltr">',
    );
    expect(html).toContain('<div class="thread" lang="fa" dir="rtl">');
    expect(html).toContain('<span class="mark" lang="en" dir="ltr">Author</span>');
  });

  test("too deep to move inwards names whom it answers", () => {
    const deep = ["6", "5", "4", "3", "2", "1"].reduce<Comment[]>((replies, id) => [makeComment(id, { replies })], []);
    const html = render(deep);
    expect(html).toContain('in reply to <a href="#comment-5">Author of 5</a>');
    expect(html).not.toContain('in reply to <a href="#comment-4">');
  });

  test("of the live conversation stands apart from an imported one", () => {
    const html = render([makeComment("1"), makeComment("2", { source: "wordpress" })]);
    expect(html.indexOf('id="comment-2"')).toBeLessThan(html.indexOf('<div data-static="github">'));
    expect(html.indexOf('id="comment-1"')).toBeGreaterThan(html.indexOf('<div data-static="github">'));
  });

  test("holds the imported ones that were copied into it, at their own anchors", () => {
    const url = "https://github.com/o/n/discussions/3#discussioncomment-12";
    const html = render([makeComment("1", { source: "wordpress", url }), makeComment("2", { source: "wordpress" })]);
    expect(html.indexOf('id="comment-2"')).toBeLessThan(html.indexOf('<div data-static="github">'));
    expect(html.indexOf('id="comment-1"')).toBeGreaterThan(html.indexOf('<div data-static="github">'));
  });
});

describe("the section", () => {
  test("is there for its thread alone, without a repository", () => {
    const html = render([makeComment("1")]);
    expect(html).toContain('<section id="comments"');
    expect(html).not.toContain("data-join");
    expect(html).not.toContain("npm run setup");
  });

  test("is the same on a standing page with comments", () => {
    const page = samplePage("guests");
    const html = renderToString(
      <StandingPageLayout
        page={page}
        context={makeContext([], { threads: [makeThread("guests", [makeComment("1")])] })}
      />,
    );
    expect(html).toContain('id="comment-1"');
    expect(html).toContain('href="https://table.example/guests/comments.xml"');
  });

  test("passes the number of the discussion on, and its address", () => {
    const discussion = { number: 7, url: "https://github.com/owner/name/discussions/7", locked: false };
    const html = render([], { discussion }, {}, { giscus });
    expect(html).toContain('data-number="7"');
    expect(html).toContain('data-discussions="https://github.com/owner/name/discussions/7"');
    expect(render([], { discussion: { ...discussion, locked: true } }, {}, { giscus })).not.toContain("data-number");
  });

  test("counts what is visible", () => {
    expect(
      textOf(render([makeComment("1", { replies: [makeComment("2")] }), makeComment("3", { status: "minimized" })])),
    ).toContain("2 comments");
  });
});
