import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { listFiles } from "../../src/files/read-folder.ts";
import { validateAtom } from "../feeds/validate-atom.ts";
import { toSpeculationRules } from "../../src/seo/speculation-rules.ts";
import { fragmentScript } from "../../src/seo/redirect-script.ts";
import { themeScript } from "../../src/seo/theme-script.ts";
import { validateJsonFeed } from "../feeds/json-feed-schema.ts";
import { findDeadLinks } from "../support/dead-links.ts";
import { findIds } from "../support/links.ts";
import { readPages } from "../support/site-files.ts";
import { validateHtml } from "../support/validate-html.ts";

const site = inject("sampleSite");
const pages = readPages(site);
const read = (path: string) => readFileSync(join(site, path), "utf8");

describe("every page of the sample blog", () => {
  test("is valid HTML", async () => {
    const messages = await Promise.all(pages.map(({ path, text }) => validateHtml(path, text)));
    expect(messages.flat()).toEqual([]);
  });

  test("links only to what is there", () => {
    expect(findDeadLinks(site)).toEqual([]);
  });

  test("has no style attribute or event handler, so that the strict policy stands", () => {
    const offending = pages.filter(({ text }) => /<[^>]*\s(?:style|on\w+)=/.test(text));
    expect(offending.map(({ path }) => path)).toEqual([]);
  });

  test("has one inline script, which its policy knows by its hash, right behind it", () => {
    const inline = /(<meta http-equiv="Content-Security-Policy" content="([^"]+)">)?<script>(.*?)<\/script>/gs;
    for (const { path, text } of pages) {
      const known = text.includes('http-equiv="refresh"') ? fragmentScript : themeScript;
      const found = [...text.matchAll(inline)].map(([, isBehind = "", policy = "", script = ""]) => {
        const hash = createHash("sha256").update(script).digest("base64");
        return [isBehind !== "", policy.includes(` 'sha256-${hash}'`), script === known];
      });
      expect([path, found]).toEqual([path, [[true, true, true]]]);
      const others = [...text.matchAll(/<script\s[^>]*>/g)].filter(([tag]) => !/\bsrc=|ld\+json/.test(tag));
      expect([path, others]).toEqual([path, []]);
    }
  });

  test("carries a policy of its own origin and the giscus host alone, before anything that it could stop", () => {
    const policy =
      /^<!DOCTYPE html>\n<html[^>]*><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]+)">/;
    const policies = pages.map(({ text }) => policy.exec(text)?.[1] ?? "none");
    const sources = new Set(policies.flatMap((text) => text.split(/;\s*/).flatMap((rule) => rule.split(" ").slice(1))));
    const inline = [themeScript, fragmentScript, toSpeculationRules({ basePath: "" })].map((text) => {
      return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    });
    expect([...sources].toSorted()).toEqual(["'none'", "'self'", "data:", "https://giscus.app", ...inline].toSorted());
  });

  test("prints nothing that is only a value of the program", () => {
    const offending = pages.filter(({ text }) =>
      />[^<]*\b(?:undefined|NaN|\[object Object\]|Invalid DateTime)\b/.test(text),
    );
    expect(offending.map(({ path }) => path)).toEqual([]);
  });

  test("has each id once", () => {
    const doubled = pages.flatMap(({ path, text }) => {
      const ids = findIds(text);
      return ids.length === new Set(ids).size ? [] : [path];
    });
    expect(doubled).toEqual([]);
  });
});

describe("the feeds of the sample blog", () => {
  const files = listFiles(site);

  test("are valid Atom, one for the blog and each category, tag and author", () => {
    const feeds = files.filter((path) => path.endsWith("feed.xml"));
    expect(feeds.length).toBeGreaterThan(20);
    expect(feeds.flatMap((path) => validateAtom(read(path)).map((message) => `${path}: ${message}`))).toEqual([]);
  });

  test("are valid JSON Feed", () => {
    const feeds = files.filter((path) => path.endsWith("feed.json"));
    expect(feeds.length).toBeGreaterThan(20);
    expect(feeds.flatMap((path) => validateJsonFeed(read(path)).map((message) => `${path}: ${message}`))).toEqual([]);
  });

  test("wear a style sheet that is there and keeps its address, for whoever opens one in a browser", () => {
    const atom = files.filter((path) => /(?:feed|comments)\.xml$/.test(path));
    const bare = atom.filter((path) => {
      return !read(path).includes('?>\n<?xml-stylesheet type="text/css" href="/assets/feed.css"?>\n<feed ');
    });
    expect(atom.length).toBeGreaterThan(25);
    expect(bare).toEqual([]);
    expect(read("assets/feed.css")).toContain("--paper:");
  });

  test("carry no heading anchors and no relative address", () => {
    const offending = files
      .filter((path) => path.endsWith("feed.xml"))
      .filter((path) => /class=&quot;anchor|(?:href|src)=&quot;(?!https?:|mailto:|data:)/.test(read(path)));
    expect(offending).toEqual([]);
  });
});

describe("what is not published", () => {
  test("is neither the draft nor the post that waits", () => {
    const everything = pages.map(({ text }) => text).join("\n") + read("feed.xml") + read("sitemap.xml");
    expect(everything).not.toContain("on-being-quiet-together");
    expect(everything).not.toContain("a-letter-to-whoever-edits-this-next");
  });
});

describe("the footer of a post", () => {
  test("says where it is posted and how it is tagged", () => {
    const post = read("posts/two-chairs/index.html");
    expect(post).toMatch(/Posted in/i);
    expect(post).toMatch(/Tagged/i);
  });

  test("says nothing of tags where there are none", () => {
    expect(read("posts/the-kitchen-door/index.html")).not.toMatch(/tagged/i);
  });

  test("shows the default category as any other", () => {
    expect(read("posts/what-the-night-bus-knows/index.html")).toContain('href="/categories/uncategorized/"');
  });
});

describe("style sheets", () => {
  const sheetsOf = (path: string) =>
    [...read(path).matchAll(/<link rel="stylesheet" href="\/assets\/(\w+)\./g)].map(([, name]) => name);

  test("of lists and posts are apart, and those of parts come where there are any", () => {
    expect(sheetsOf("tags/index.html")).toEqual(["main"]);
    expect(sheetsOf("about/index.html")).toEqual(["reading"]);
    expect(sheetsOf("posts/the-kitchen-door/index.html")).toEqual(["reading"]);
    expect(sheetsOf("posts/the-borrowed-month/index.html")).toEqual(["reading", "notes"]);
    expect(sheetsOf("posts/the-ninetieth-day/index.html")).toEqual(["reading", "blocks"]);
    expect(sheetsOf("posts/posts-are-data/index.html")).toEqual(["reading", "code"]);
  });
});

describe("the sitemap", () => {
  test("lists pages that are there, and no redirect or 404", () => {
    const addresses = [...read("sitemap.xml").matchAll(/<loc>https:\/\/klatsch\.example(\/[^<]*)<\/loc>/g)].map(
      ([, path]) => decodeURIComponent(path ?? ""),
    );
    expect(addresses.length).toBeGreaterThan(60);
    const files = new Set(listFiles(site));
    expect(addresses.filter((path) => !files.has(`${path.slice(1)}index.html`))).toEqual([]);
    expect(addresses).not.toContain("/404.html");
    expect(addresses.some((path) => path.startsWith("/2019/"))).toBe(false);
  });
});

describe("an old address", () => {
  test("leads to the post that took it as an alias", () => {
    const page = read("2019/05/the-first-five-minutes/index.html");
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/posts/the-first-five-minutes/"');
    expect(page).toContain('<link rel="canonical" href="https://klatsch.example/posts/the-first-five-minutes/"');
    expect(page).toContain('content="noindex"');
  });
});
