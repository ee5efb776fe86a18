import { renderToString } from "preact-render-to-string";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import type { PageContext } from "../../src/content/page-context.ts";
import { PostLayout } from "../../_includes/layouts/post-layout.tsx";
import type { Post } from "../../src/content/post.ts";
import { makeComment, makeThread } from "../comments/make-thread.ts";
import { giscus, makeContext, makePost, makeRendered, makeSite, makeTerm } from "./make-context.ts";

function renderPost(settings: Partial<Post>, context: Partial<PageContext> = {}): string {
  const post = makePost(settings);
  return renderToString(<PostLayout post={post} context={makeContext([post], context)} />);
}

function toText(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, "")
    .replace(/<[^>]+>/g, "")
    .replace(/\s+/g, " ");
}

describe("the footer of a post", () => {
  test("says where it is posted and how it is tagged", () => {
    const html = renderPost({ tags: [makeTerm("tags", "coffee"), makeTerm("tags", "trust")] });
    expect(toText(html)).toContain("Posted in Notes");
    expect(toText(html)).toContain("Tagged coffee, trust");
    expect(html).toContain('href="/tags/coffee/"');
  });

  test("says nothing of tags where there are none", () => {
    expect(toText(renderPost({ tags: [] }))).not.toContain("Tagged");
  });

  test("leads to the text's source and its history where the owner names a repository", () => {
    const repository = { name: "owner/name", branch: "main", folder: [] };
    const html = renderPost({ id: "tea" }, { site: makeSite({ repository }) });
    expect(html).toContain('<a href="https://github.com/owner/name/edit/main/posts/tea.md">Edit this page</a>');
    expect(html).toContain('<a href="https://github.com/owner/name/commits/main/posts/tea.md">View history</a>');
    expect(renderPost({ id: "tea" })).not.toMatch(/github|Edit this page/);
  });

  test("ends with a button to share it, and says what it will say", () => {
    expect(renderPost({})).toMatch(
      /<p class="share"><button type="button" data-done="Link copied" data-failed="[^"]+">Share<\/button><\/p><\/footer>/,
    );
  });

  test("has no previous and next where the post stands alone", () => {
    const text = toText(renderPost({}));
    expect(text).not.toContain("Previous");
    expect(text).not.toContain("Next");
  });
});

describe("a post in several languages", () => {
  const original = makePost({ id: "tea" });
  const german = makePost({ id: "tee", lang: "de" });
  const arabic = makePost({ id: "شاي", lang: "ar" });
  const entries = [original, german, arabic];
  const translations = new Map(entries.map(({ id }) => [id, { original, entries }]));
  const render = (post: Post) => {
    const context = makeContext(entries);
    return renderToString(<PostLayout post={post} context={{ ...context, blog: { ...context.blog, translations } }} />);
  };

  test("leads to each other one in the words of its own language", () => {
    expect(render(original)).toContain(
      '<p class="meta">Also in: <a rel="alternate" href="/posts/tee/" hreflang="de" lang="de">Deutsch</a>' +
        ' · <a rel="alternate" href="/posts/%D8%B4%D8%A7%D9%8A/" hreflang="ar" lang="ar" dir="rtl">العربية</a></p>',
    );
    expect(toText(render(german))).toContain("In anderen Sprachen: English · العربية");
    expect(render(arabic)).toContain('hreflang="de" lang="de" dir="ltr">Deutsch</a>');
  });

  test("names them all in its head", () => {
    const links = [...render(german).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"\/>/g)];
    expect(links.map(([, lang, href]) => `${lang} ${href}`)).toEqual([
      "en https://table.example/posts/tea/",
      "de https://table.example/posts/tee/",
      "ar https://table.example/posts/%D8%B4%D8%A7%D9%8A/",
      "x-default https://table.example/posts/tea/",
    ]);
  });

  test("says nothing of languages where there is but one", () => {
    expect(renderPost({})).not.toMatch(/Also in|hreflang/);
  });
});

describe("the conversation", () => {
  test("can be joined by a button that carries all that the script needs", () => {
    const html = renderPost({ id: "tea", lang: "de" }, { giscus });
    expect(html).toMatch(/<section id="comments"/);
    for (const attribute of [
      'type="button"',
      'data-host="https://giscus.app"',
      'data-repo="owner/name"',
      'data-repo-id="R_1"',
      'data-category="Posts"',
      'data-category-id="DIC_1"',
      'data-term="posts/tea"',
      'data-lang="de"',
      'data-theme="/assets/giscus-theme.css"',
      'data-src="/assets/giscus.js"',
    ]) {
      expect(html).toContain(attribute);
    }
    expect(html).toMatch(/<noscript>.*href="https:\/\/github\.com\/owner\/name\/discussions"/s);
  });

  test("that is closed says so and has nothing to press", () => {
    const html = renderPost({ comments: "closed" }, { giscus });
    expect(toText(html)).toContain("This conversation is closed.");
    expect(html).not.toContain("data-join");
  });

  test("that the author wants none of leaves no trace", () => {
    const html = renderPost({ comments: "none" }, { giscus, mode: "development" });
    expect(html).not.toContain('id="comments"');
    expect(html).not.toContain("data-join");
  });

  test("without a repository is silent in production and a hint to the owner in development", () => {
    expect(renderPost({})).not.toContain('id="comments"');
    expect(toText(renderPost({}, { mode: "development" }))).toContain("npm run setup -- owner/name");
  });
});

describe("the language of a page", () => {
  test("is the post's, and the header and footer keep the blog's", () => {
    const html = renderPost({ lang: "ar", title: "القهوة" });
    expect(html).toMatch(/^<html lang="ar" dir="rtl">/);
    expect(html).toMatch(/<header class="masthead" lang="en" dir="ltr">/);
    expect(html).toMatch(/<footer class="colophon" lang="en" dir="ltr">/);
  });

  test("is said once where post and blog agree", () => {
    const html = renderPost({ lang: "en" });
    expect(html).toMatch(/^<html lang="en" dir="ltr">/);
    expect(html.match(/ lang="/g)).toHaveLength(1);
  });

  test("is not marked as foreign within its own varieties", () => {
    const html = renderPost({ lang: "en-GB" }, { site: makeSite({ language: "en-GB" }) });
    expect(html.match(/ lang="/g)).toHaveLength(1);
    expect(toText(html)).toContain("11 March 2024");
  });

  test("writes its dates", () => {
    expect(toText(renderPost({ lang: "ja" }))).toContain("2024年3月11日");
  });
});

describe("the head of a post", () => {
  test("shows the date of an update", () => {
    const html = renderPost({ updated: DateTime.utc(2024, 4, 1) });
    expect(html).toContain('<time class="dt-updated" datetime="2024-04-01T00:00:00Z">April 1, 2024</time>');
  });

  test("leads up the tree of its category", () => {
    const html = renderPost({ categories: [makeTerm("categories", "Work", "Meetings")] });
    expect(html).toMatch(
      /<nav class="breadcrumbs".*href="\/categories\/work\/".*href="\/categories\/work\/meetings\/"/s,
    );
  });

  test("names several authors as a sentence does", () => {
    const [author] = makePost().authors;
    if (!author) throw new Error("A post has an author");
    const authors = ["Ines", "Tobias", "Yuki"].map((name) => ({ ...author, name }));
    expect(toText(renderPost({ authors }))).toContain("By Ines, Tobias, and Yuki");
  });

  test("keeps a long title within 70 characters", () => {
    const title = "A very long title that would not fit into the tab of any browser, however wide its window is";
    const [, shown = ""] = /<title>(.*?)<\/title>/.exec(renderPost({ title })) ?? [];
    expect(shown.length).toBeLessThanOrEqual(70);
    expect(shown).toMatch(/^A very long title .*…$/);
  });

  test("marks a draft", () => {
    expect(toText(renderPost({ status: "draft" }, { mode: "development" }))).toContain("Draft");
  });
});

describe("the table of contents", () => {
  const headings = ["One", "Two", "Three", "Four"].map((text) => ({ level: 2, id: text.toLowerCase(), text, line: 1 }));
  const long = makeRendered({ headings, words: 1300 });

  test("stands in long posts with many headings", () => {
    const html = renderPost({}, { contentOf: () => long });
    expect(html).toMatch(/<nav class="toc".*href="#four"/s);
  });

  test("is left out of short ones", () => {
    expect(renderPost({}, { contentOf: () => ({ ...long, words: 900 }) })).not.toContain('class="toc"');
  });

  test("follows the author's word", () => {
    expect(renderPost({ toc: false }, { contentOf: () => long })).not.toContain('class="toc"');
    expect(renderPost({ toc: true }, { contentOf: () => ({ ...long, words: 9 }) })).toContain('class="toc"');
    expect(renderPost({ toc: true })).not.toContain('class="toc"');
  });
});

describe("the series box", () => {
  const posts = Array.from({ length: 20 }, (_, index) => makePost({ id: `part-${index + 1}`, series: "Long" }));
  const renderPart = (number: number, count: number) => {
    const parts = posts.slice(0, count);
    const context = makeContext(parts);
    const blog = { ...context.blog, series: new Map([["Long", { name: "Long", posts: parts }]]) };
    const post = parts[number - 1];
    if (!post) throw new Error(`There is no part ${number}`);
    return renderToString(<PostLayout post={post} context={{ ...context, blog }} />);
  };

  test("says which part this is and leads to the others", () => {
    const html = renderPart(2, 3);
    expect(toText(html)).toContain("Part 2 of 3");
    expect(html).toContain('<ol start="1">');
    expect(html).toMatch(/href="\/posts\/part-1\/".*aria-current="page">part-2<.*href="\/posts\/part-3\/"/s);
  });

  test("shows the neighbourhood in a long series", () => {
    const html = renderPart(10, 20);
    expect(toText(html)).toContain("Part 10 of 20");
    expect(html).toContain('<ol start="7">');
    expect(html).toContain('href="/posts/part-9/"');
    expect(html).not.toContain('href="/posts/part-1/"');
    expect(renderPart(20, 20)).toContain('<ol start="14">');
  });
});

describe("the style sheets", () => {
  const sheetsOf = (html: string) =>
    [...html.matchAll(/<link rel="stylesheet" href="\/assets\/(\w+)\.css"/g)].map(([, name]) => name);

  test("are those of posts, and of what the text and its comments have", () => {
    expect(sheetsOf(renderPost({}))).toEqual(["reading"]);
    expect(sheetsOf(renderPost({}, { contentOf: () => makeRendered({ parts: ["notes"] }) }))).toEqual([
      "reading",
      "notes",
    ]);
    const comments = [
      makeComment("1", { html: "<pre>a</pre>", replies: [makeComment("2", { html: "<table></table>" })] }),
    ];
    const post = makePost({ id: "tea" });
    const context = makeContext([post], { threads: [makeThread("tea", comments)] });
    const html = renderToString(<PostLayout post={post} context={context} />);
    expect(sheetsOf(html)).toEqual(["reading", "code", "blocks"]);
  });
});

describe("a page with code", () => {
  test("carries the words of the buttons that copy it, in the text's language, and no other page does", () => {
    const code = renderPost({ lang: "en-GB" }, { contentOf: () => makeRendered({ parts: ["code"] }) });
    expect(code).toMatch(/<main id="content" data-copy="Copy" data-done="Copied" data-failed="[^"]+">/);
    expect(renderPost({})).toContain('<main id="content">');
  });
});

describe("the head", () => {
  test("tells the browser the owner's colours of paper, where they can be read", () => {
    const html = renderPost({}, { paper: { light: "#fff", dark: "#000" } });
    expect(html).toContain('<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fff"/>');
    expect(html).toContain('<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#000"/>');
    expect(renderPost({})).not.toContain("theme-color");
  });
});
