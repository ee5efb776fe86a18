import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { readPages } from "../support/site-files.ts";

const site = inject("sampleSite");
const read = (path: string) => readFileSync(join(site, path), "utf8");
const posts = readPages(site)
  .filter(({ path }) => path.startsWith("posts/"))
  .map(({ path, text }) => ({ path: `/${path.replace(/index\.html$/, "")}`, text }));

const toText = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** The part of a page in an element that begins so and has no other of its kind in it. */
function section(html: string, element: "nav" | "section" | "p" | "ul", start: string): string {
  const [found = ""] = new RegExp(`<${element} class="${start}.*?</${element}>`, "s").exec(html) ?? [];
  return found;
}

const linksOf = (html: string) =>
  [...html.matchAll(/<a href="([^"#]*)"/g)].map(([, href = ""]) => decodeURIComponent(href));

describe("related posts of the sample blog", () => {
  const languages = new Map(posts.map(({ path, text }) => [path, /<html lang="([^"]+)"/.exec(text)?.[1]]));
  const related = new Map(posts.map(({ path, text }) => [path, linksOf(section(text, "nav", "related"))]));

  test("are there for most, three at most, in the same language and never the post itself", () => {
    for (const [path, others] of related) {
      expect([path, others.length <= 3, others.includes(path)]).toEqual([path, true, false]);
      const foreign = others.filter((other) => languages.get(other) !== languages.get(path));
      expect([path, foreign]).toEqual([path, []]);
    }
    const english = [...related].filter(([path]) => languages.get(path) === "en");
    expect(english.filter(([, others]) => others.length > 0).length).toBeGreaterThan(english.length * 0.8);
  });

  test("have to do with the post", () => {
    expect(related.get("/posts/the-minutes-of-a-quarrel/")).toContain("/posts/a-good-apology-has-three-verbs/");
    expect(related.get("/posts/the-agenda-card/")).toContain("/posts/the-first-five-minutes/");
    expect(related.get("/posts/posts-are-data/")?.[0]).toBe("/posts/carry-on-the-conversation/");
  });

  test("are no other part of a series", () => {
    for (const path of ["/posts/before-day-one/", "/posts/the-borrowed-month/", "/posts/the-ninetieth-day/"]) {
      expect((related.get(path) ?? []).filter((other) => /day|month/.test(other))).toEqual([]);
    }
  });
});

test("each part of a series says where it is, and leads on at its top and at its end", () => {
  const page = read("posts/the-borrowed-month/index.html");
  const box = section(page, "nav", "series");
  expect(toText(box)).toContain("The First Ninety Days Part 2 of 3 Before day one");
  expect(box).toMatch(/aria-current="page">The borrowed month</);
  expect(linksOf(box)).toEqual(["/posts/before-day-one/", "/posts/the-ninetieth-day/"]);
  const end = toText(section(page, "nav", "neighbours"));
  expect(end).toMatch(/Previous part Before day one.* Next part The ninetieth day/);
});

describe("the time that a post takes", () => {
  const timeOf = (path: string) => /class="reading-time">([^<]*)</.exec(read(`posts/${path}/index.html`))?.[1];

  test("is said on every post", () => {
    const without = posts.filter(
      ({ text }) =>
        text.includes("post-header") &&
        !/reading-time[\s\S]*"timeRequired":"PT\d+M"|"timeRequired":"PT\d+M"[\s\S]*reading-time/.test(text),
    );
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  test("is right in Arabic and Japanese", () => {
    expect(timeOf("القهوة-أولا")).toMatch(/^مدة القراءة: (?:دقيقة واحدة|دقيقتان)$/);
    expect(timeOf("雑談の効用")).toMatch(/^[23]分で読めます$/);
    expect(timeOf("ten-minutes-at-the-change-of-shift")).toBe("6 min read");
  });
});

test("a long post has a table of its contents by itself, and only pages with one load its style sheet", () => {
  const long = read("posts/ten-minutes-at-the-change-of-shift/index.html");
  expect(section(long, "nav", "toc").match(/href="#/g)).toHaveLength(6);
  for (const { path, text } of posts) {
    expect([path, text.includes('class="toc"')]).toEqual([path, /\/assets\/contents\.\w+\.css/.test(text)]);
  }
});

test("the index of tags is in the order of names, sized by use, with counts", () => {
  const cloud = section(read("tags/index.html"), "ul", "cloud");
  const tags = [
    ...cloud.matchAll(/<li class="size-(\d)"><a[^>]*>(.*?)<\/a>.*?aria-hidden="true">(\d+)<.*?>(\d+ posts?)</g),
  ];
  const rows = tags.map(([, size, name, count, said]) => ({ name, size: Number(size), count: Number(count), said }));
  expect(rows.length).toBeGreaterThan(10);
  const names = rows.map(({ name = "" }) => name);
  expect(names).toEqual(names.toSorted(new Intl.Collator("en").compare));
  const bySize = rows.toSorted((a, b) => a.count - b.count).map(({ size }) => size);
  expect(bySize).toEqual(bySize.toSorted((a, b) => a - b));
  expect(new Set(rows.map(({ size }) => size)).size).toBeGreaterThanOrEqual(3);
  expect(rows.every(({ count, said }) => said === (count === 1 ? "1 post" : `${count} posts`))).toBe(true);
});

test("the index of categories stays a tree", () => {
  expect(read("categories/index.html")).toMatch(/<ul class="index">.*Leadership.*<ul class="index">.*Management/s);
});

describe("the page of an author", () => {
  test("has who it is, a picture that is there, an address, the posts and the feed", () => {
    const page = read("authors/tobias/index.html");
    const [, avatar = ""] = /<img class="avatar" src="\/([^"]+)"/.exec(page) ?? [];
    expect(readFileSync(join(site, avatar)).length).toBeGreaterThan(100);
    expect(page).toContain("writes timetable software for railways");
    expect(page).toContain('rel="me" href="https://tobias.example/"');
    expect(page).toContain('<a href="/authors/tobias/feed.xml">Feed</a>');
    expect(page.match(/<article class="card/g)?.length).toBeGreaterThan(4);
  });
});

test("an updated post says so on its page, on its card and to search engines", () => {
  const said = /Updated <time class="dt-updated" datetime="2026-03-02[^"]*">March 2, 2026<\/time>/;
  const page = read("posts/decisions-worth-writing-down/index.html");
  expect(page).toMatch(said);
  expect(page).toContain('"dateModified":"2026-03-0');
  expect(read("categories/leadership/decisions/index.html")).toMatch(said);
});

test("pinned posts stand first on the home page, marked, and nowhere else", () => {
  const [, ...cards] = read("index.html").split("<article");
  const marked = cards.map((card) => card.includes(">Pinned<"));
  expect(marked.filter(Boolean).length).toBeGreaterThan(0);
  expect(marked).toEqual(marked.toSorted((a, b) => Number(b) - Number(a)));
  for (const path of ["page/2/index.html", "archive/index.html", "categories/conversation/index.html"]) {
    expect([path, read(path).includes(">Pinned<")]).toEqual([path, false]);
  }
});

test("the conversations in which most was said are offered on the home page, in the archive and where a page is missing", () => {
  for (const path of ["index.html", "archive/index.html", "404.html"]) {
    const most = section(read(path), "nav", "discussed");
    expect(toText(most)).toMatch(/^Most discussed Do please carry on the conversation 14 comments .* \d+ comments/);
    const counts = [...most.matchAll(/(\d+) comments/g)].map(([, count]) => Number(count));
    expect([path, counts.length, counts]).toEqual([path, 3, counts.toSorted((a, b) => b - a)]);
  }
  expect(read("page/2/index.html")).not.toContain("discussed");
});
