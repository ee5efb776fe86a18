import { describe, expect, test } from "vitest";
import { toTermTrail } from "../../src/seo/breadcrumbs.ts";
import { toHomeHead, toListHead, toNotFoundHead, toPostHead, toStandingPageHead } from "../../src/seo/head.ts";
import type { HeadMeta } from "../../src/seo/head.ts";
import { toPermalink } from "../../src/lib/permalink.ts";
import * as sample from "../feeds/sample-blog.ts";

const site = sample.sampleSite({ basePath: "/blog", url: "https://example.org/blog/" });
const rendered = sample.sampleRendered("<p>x</p>", { firstParagraph: "First words.", words: 10, characters: 5 });
const image = { src: "/blog/tea cup.jpg", alt: "A cup", width: 1200, height: 630 };

const post = sample.samplePost("café", {
  title: "Tea",
  date: sample.time("2026-03-01T09:00:00+01:00", "Europe/Berlin"),
  updated: sample.time("2026-03-02T09:00:00+01:00", "Europe/Berlin"),
  lang: "de",
  categories: [sample.sampleTerm("categories", "Food", "Hot drinks")],
  tags: [sample.sampleTerm("tags", "cups"), sample.sampleTerm("tags", "water")],
  authors: [sample.sampleAuthor("Ada", { url: "https://ada.example/" }), sample.sampleAuthor("Bo")],
});

function values(head: HeadMeta, key: string): string[] {
  return head.metas.filter((meta) => ("name" in meta ? meta.name : meta.property) === key).map((meta) => meta.content);
}

function graphOf(head: HeadMeta): Record<string, unknown>[] {
  return JSON.parse(head.jsonLd ?? "{}")["@graph"];
}

function crumbsOf(head: HeadMeta): string[] {
  const list = graphOf(head).find((thing) => thing["@type"] === "BreadcrumbList")?.["itemListElement"];
  return (list as { name: string; item: string }[]).map(({ name, item }) => `${name} ${item}`);
}

describe("a post", () => {
  const head = toPostHead({ site, post, rendered, image });

  test.each([
    ["description", ["First words."]],
    ["robots", []],
    ["og:type", ["article"]],
    ["og:title", ["Tea"]],
    ["og:description", ["First words."]],
    ["og:url", ["https://example.org/blog/posts/caf%C3%A9/"]],
    ["og:site_name", ["Café Table"]],
    ["og:locale", ["de_DE"]],
    ["og:image", ["https://example.org/blog/tea%20cup.jpg"]],
    ["og:image:alt", ["A cup"]],
    ["og:image:width", ["1200"]],
    ["article:published_time", ["2026-03-01T09:00:00+01:00"]],
    ["article:modified_time", ["2026-03-02T09:00:00+01:00"]],
    ["article:author", ["https://example.org/blog/authors/ada/", "https://example.org/blog/authors/bo/"]],
    ["article:section", ["Hot drinks"]],
    ["article:tag", ["cups", "water"]],
    ["twitter:card", ["summary_large_image"]],
  ])("has %s", (key, expected) => {
    expect(values(head, key)).toEqual(expected);
  });

  test("has title, language, canonical address and the blog's feeds", () => {
    expect(head).toMatchObject({ title: "Tea · Café Table", lang: "de" });
    expect(head.links.map(({ rel, type, href }) => [rel, type, href])).toEqual([
      ["canonical", undefined, "https://example.org/blog/posts/caf%C3%A9/"],
      ["alternate", "application/atom+xml", "https://example.org/blog/feed.xml"],
      ["alternate", "application/feed+json", "https://example.org/blog/feed.json"],
    ]);
  });

  test("is a BlogPosting", () => {
    expect(graphOf(head)[0]).toEqual({
      "@type": "BlogPosting",
      "@id": "https://example.org/blog/posts/caf%C3%A9/",
      headline: "Tea",
      description: "First words.",
      datePublished: "2026-03-01T09:00:00+01:00",
      dateModified: "2026-03-02T09:00:00+01:00",
      author: [
        {
          "@type": "Person",
          name: "Ada",
          url: "https://example.org/blog/authors/ada/",
          sameAs: "https://ada.example/",
        },
        { "@type": "Person", name: "Bo", url: "https://example.org/blog/authors/bo/" },
      ],
      publisher: { "@type": "Organization", name: "Café Table", url: "https://example.org/blog/" },
      mainEntityOfPage: "https://example.org/blog/posts/caf%C3%A9/",
      image: "https://example.org/blog/tea%20cup.jpg",
      keywords: ["cups", "water"],
      articleSection: ["Hot drinks"],
      inLanguage: "de",
      wordCount: 15,
      timeRequired: "PT1M",
    });
  });

  test("is found by its categories", () => {
    expect(crumbsOf(head)).toEqual([
      "Café Table https://example.org/blog/",
      "Food https://example.org/blog/categories/food/",
      "Hot drinks https://example.org/blog/categories/food/hot-drinks/",
      "Tea https://example.org/blog/posts/caf%C3%A9/",
    ]);
  });

  test("without a picture has the small card", () => {
    expect(values(toPostHead({ site, post, rendered }), "twitter:card")).toEqual(["summary"]);
  });

  test("without any words has no description", () => {
    const wordless = toPostHead({ site, post, rendered: sample.sampleRendered("<img>") });
    expect([...values(wordless, "description"), ...values(wordless, "og:description")]).toEqual([]);
  });

  test("prefers the author's own description", () => {
    const described = toPostHead({ site, rendered, post: { ...post, description: "All of it." } });
    expect(values(described, "description")).toEqual(["All of it."]);
  });

  test.each([{ noindex: true }, { status: "draft" as const }, { status: "scheduled" as const }])(
    "is not to be indexed with %o",
    (fields) => {
      expect(values(toPostHead({ site, rendered, post: { ...post, ...fields } }), "robots")).toEqual(["noindex"]);
    },
  );

  test("cannot break out of the script element by its title", () => {
    const hostile = '</script><script>alert(1)</script><!-- " \u2028';
    const { jsonLd = "" } = toPostHead({ site, rendered, post: { ...post, title: hostile } });
    expect(jsonLd).not.toMatch(/[<>\u2028]/);
    expect(JSON.parse(jsonLd)["@graph"][0].headline).toBe(hostile);
  });
});

describe("other pages", () => {
  test("a standing page is a WebPage below home", () => {
    const about = sample.samplePage("about", { title: "About" });
    const head = toStandingPageHead({ site, page: about, rendered });
    expect(values(head, "og:type")).toEqual(["website"]);
    expect(graphOf(head)[0]).toMatchObject({ "@type": "WebPage", name: "About" });
    expect(crumbsOf(head).at(-1)).toBe("About https://example.org/blog/about/");
    expect(values(toStandingPageHead({ site, rendered, page: { ...about, draft: true } }), "robots")).toEqual([
      "noindex",
    ]);
  });

  test("home is the WebSite and the Blog under the blog's name", () => {
    const head = toHomeHead({ site, url: toPermalink() });
    expect(head.title).toBe("Café Table");
    expect(graphOf(head).map((thing) => thing["@type"])).toEqual(["WebSite", "Blog"]);
    expect(values(head, "description")).toEqual(["Notes over coffee."]);
  });

  test("a later page of home says which, and names its neighbours", () => {
    const url = toPermalink("page", "2");
    const head = toHomeHead({
      site,
      url,
      title: "Posts, page 2",
      newer: toPermalink(),
      older: toPermalink("page", "3"),
    });
    expect(head.title).toBe("Posts, page 2 · Café Table");
    expect(head.links.slice(0, 3)).toEqual([
      { rel: "canonical", href: "https://example.org/blog/page/2/" },
      { rel: "prev", href: "https://example.org/blog/" },
      { rel: "next", href: "https://example.org/blog/page/3/" },
    ]);
  });

  test("a list is a CollectionPage with its own feeds before the blog's", () => {
    const term = sample.sampleTerm("categories", "Food", "Hot drinks");
    const head = toListHead({ site, title: "Hot drinks", url: term.url, feed: term.url, trail: toTermTrail(term) });
    expect(graphOf(head)[0]).toMatchObject({ "@type": "CollectionPage", name: "Hot drinks" });
    expect(crumbsOf(head).at(-1)).toBe("Hot drinks https://example.org/blog/categories/food/hot-drinks/");
    const feeds = head.links.filter((link) => link.rel === "alternate");
    expect(feeds.map((link) => [link.title, link.href])).toEqual([
      ["Hot drinks · Café Table", "https://example.org/blog/categories/food/hot-drinks/feed.xml"],
      ["Hot drinks · Café Table", "https://example.org/blog/categories/food/hot-drinks/feed.json"],
      ["Café Table", "https://example.org/blog/feed.xml"],
      ["Café Table", "https://example.org/blog/feed.json"],
    ]);
  });

  test("an index stands right below home", () => {
    const head = toListHead({ site, title: "Tags", url: toPermalink("tags") });
    expect(crumbsOf(head)).toEqual(["Café Table https://example.org/blog/", "Tags https://example.org/blog/tags/"]);
  });

  test("not found has no address and is not to be indexed", () => {
    const head = toNotFoundHead({ site, title: "Not here" });
    expect(head.title).toBe("Not here · Café Table");
    expect(head.links.some((link) => link.rel === "canonical")).toBe(false);
    expect(values(head, "robots")).toEqual(["noindex"]);
  });
});
