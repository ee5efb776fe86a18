import { renderToString } from "preact-render-to-string";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { AuthorAbout } from "../../_includes/components/author-about.tsx";
import { TermCloud } from "../../_includes/components/term-cloud.tsx";
import { HomeLayout } from "../../_includes/layouts/home-layout.tsx";
import { ListLayout } from "../../_includes/layouts/list-layout.tsx";
import { PostLayout } from "../../_includes/layouts/post-layout.tsx";
import { toStrings } from "../../_includes/strings/to-strings.ts";
import type { Blog, TermArchive } from "../../src/content/blog.ts";
import type { PageContext } from "../../src/content/page-context.ts";
import type { Post } from "../../src/content/post.ts";
import { toPermalink } from "../../src/lib/permalink.ts";
import { paginate } from "../../src/taxonomy/paginate.ts";
import { makeComment, makeThread } from "../comments/make-thread.ts";
import { makeContext, makePost, makeRendered, makeSite, makeTerm } from "./make-context.ts";

function renderPost(post: Post, settings: Partial<PageContext> = {}, fields: Partial<Blog> = {}): string {
  const context = makeContext([post], settings);
  return renderToString(<PostLayout post={post} context={{ ...context, blog: { ...context.blog, ...fields } }} />);
}

function toText(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

describe("related posts", () => {
  const relatedOf = () => [makePost({ id: "tea", title: "Tea", date: DateTime.utc(2024, 5, 2) })];

  test("stand at the end of a post, each with its date, below a heading that names them", () => {
    const html = renderPost(makePost(), { relatedOf });
    const [section = ""] = /<nav class="related".*?<\/nav>/s.exec(html) ?? [];
    expect(section).toContain('aria-labelledby="related"');
    expect(toText(section).trim()).toBe("Related posts Tea May 2, 2024");
    expect(section).toContain('href="/posts/tea/"');
    expect(html.indexOf(section)).toBeGreaterThan(html.indexOf("post-footer"));
  });

  test("leave nothing behind where there are none", () => {
    expect(renderPost(makePost())).not.toContain("elated");
  });

  test("speak the language of the post", () => {
    const text = toText(renderPost(makePost({ lang: "de" }), { relatedOf }));
    expect(text).toContain("Mehr zum Thema Tea 2. Mai 2024");
  });

  test("say of their heading and dates what language they are in, where ours are not in the post's", () => {
    const html = renderPost(makePost({ lang: "he" }), { relatedOf });
    expect(html).toContain('<h2 id="related" lang="en" dir="ltr">Related posts</h2>');
    expect(html).toMatch(/<li><a href="\/posts\/tea\/" lang="en" dir="ltr">Tea<\/a> <span class="meta" lang="en"/);
  });
});

describe("the time that a post takes", () => {
  const contentOf = (words: number, characters = 0) => ({ contentOf: () => makeRendered({ words, characters }) });

  test.each([
    ["en", 1150, 0, "5 min read"],
    ["en-GB", 40, 0, "1 min read"],
    ["de", 700, 0, "3 Min. Lesezeit"],
    ["fr", 700, 0, "3 min de lecture"],
    ["es", 700, 0, "3 min de lectura"],
    ["ja", 0, 2000, "4分で読めます"],
    ["ar", 700, 0, "مدة القراءة: 3 دقائق"],
    ["ar", 460, 0, "مدة القراءة: دقيقتان"],
  ])("is said in its language: %s, %i words and %i characters are %j", (lang, words, characters, said) => {
    expect(toText(renderPost(makePost({ lang }), contentOf(words, characters)))).toContain(` ${said} `);
  });

  test("is told to search engines", () => {
    expect(renderPost(makePost(), contentOf(1150))).toContain('"timeRequired":"PT5M"');
  });

  test("is not said of a post that is only a picture", () => {
    const html = renderPost(makePost(), contentOf(0));
    expect(html).not.toContain("min read");
    expect(html).not.toContain("timeRequired");
  });

  test("stands on its card too", () => {
    const post = makePost();
    const [list] = paginate({ url: toPermalink("archive"), posts: [post] }, 10);
    if (!list) throw new Error("A list has a page");
    const html = renderToString(<ListLayout title="All" list={list} context={makeContext([post], contentOf(1150))} />);
    expect(toText(html)).toContain("March 11, 2024 5 min read Notes");
  });
});

describe("the neighbours of a part", () => {
  const parts = ["one", "two", "three"].map((id) => makePost({ id, series: "Cups" }));
  const [one, two, three] = parts;
  if (!one || !two || !three) throw new Error("There are three parts");
  const series = new Map([["Cups", { name: "Cups", posts: parts }]]);
  const linksOf = (post: Post, neighbours: Blog["neighbours"] = new Map()) => {
    const [nav = ""] = /<nav class="neighbours".*?<\/nav>/s.exec(renderPost(post, {}, { series, neighbours })) ?? [];
    return [...nav.matchAll(/rel="(\w+)" href="([^"]*)">(.*?)<\/a>/gs)].map(
      ([, rel, href, text = ""]) => `${rel} ${href} ${toText(text).trim()}`,
    );
  };

  test("are the part before and the part after", () => {
    expect(linksOf(two)).toEqual(["prev /posts/one/ Previous part one", "next /posts/three/ Next part three"]);
    expect(linksOf(one)).toEqual(["next /posts/two/ Next part two"]);
    expect(linksOf(three)).toEqual(["prev /posts/two/ Previous part two"]);
  });

  test("stand before those of all posts, and one that is both is named once", () => {
    const other = makePost({ id: "other" });
    const neighbours = new Map([["two", { previous: one, next: other }]]);
    expect(linksOf(two, neighbours)).toEqual([
      "prev /posts/one/ Previous part one",
      "next /posts/three/ Next part three",
      "next /posts/other/ Next other",
    ]);
  });
});

describe("the cloud of tags", () => {
  const archive = (name: string, count: number): TermArchive => {
    const term = makeTerm("tags", name);
    return { term, url: term.url, posts: Array.from({ length: count }, () => makePost()), children: [] };
  };
  const archives = [archive("apples", 1), archive("pears", 4), archive("plums", 16)];

  test("sets a tag the larger the more posts it has, and says the number to the ear", () => {
    const html = renderToString(<TermCloud archives={archives} site={makeSite()} strings={toStrings("en")} />);
    const items = [...html.matchAll(/<li class="(.*?)">(.*?)<\/li>/g)].map(([, size, item = ""]) => [
      size,
      toText(item),
    ]);
    expect(items).toEqual([
      ["size-1", " apples 1 1 post "],
      ["size-3", " pears 4 4 posts "],
      ["size-5", " plums 16 16 posts "],
    ]);
    expect(html).not.toContain("style=");
  });
});

describe("the page of an author", () => {
  test("shows picture, bio and address", () => {
    const [author] = makePost().authors;
    if (!author) throw new Error("A post has an author");
    const known = { ...author, bio: "Interprets.", url: "https://ines.example/", avatar: "/ines.svg" };
    const html = renderToString(<AuthorAbout author={known} site={makeSite({ basePath: "/blog" })} />);
    expect(html).toContain('src="/blog/ines.svg"');
    expect(html).toMatch(
      /<p class="p-note">Interprets\.<\/p>.*rel="me" href="https:\/\/ines\.example\/">ines\.example</,
    );
    expect(renderToString(<AuthorAbout author={author} site={makeSite()} />)).toBe("");
  });

  test("leads to the feed, as every list does that has one", () => {
    const [list] = paginate({ url: toPermalink("authors", "ines"), posts: [] }, 10);
    if (!list) throw new Error("A list has a page");
    const render = (hasFeed: boolean) =>
      renderToString(<ListLayout title="Ines" list={list} hasFeed={hasFeed} context={makeContext([])} />);
    expect(render(true)).toContain('<a href="/authors/ines/feed.xml">Feed</a>');
    expect(render(false)).not.toContain("/authors/ines/feed.xml");
  });
});

describe("what was discussed most", () => {
  const posts = ["quiet", "loud", "louder", "loudest", "silent"].map((id) => makePost({ id }));
  const threads = ["quiet", "loud", "louder", "loudest"].map((id, count) =>
    makeThread(
      id,
      Array.from({ length: count + 1 }, (_, number) => makeComment(`${id}-${number}`)),
    ),
  );
  const [list] = paginate({ url: toPermalink(), posts }, 10);
  if (!list) throw new Error("A list has a page");

  test("stands on the home page, three conversations with their counts", () => {
    const html = renderToString(<HomeLayout list={list} context={makeContext(posts, { threads })} />);
    const [section = ""] = /<nav class="discussed".*?<\/nav>/s.exec(html) ?? [];
    expect(toText(section).trim()).toBe("Most discussed loudest 4 comments louder 3 comments loud 2 comments");
    expect(section).toContain('href="/posts/loudest/#comments"');
  });

  test("is nowhere before anybody has spoken", () => {
    expect(renderToString(<HomeLayout list={list} context={makeContext(posts)} />)).not.toContain("discussed");
  });
});
