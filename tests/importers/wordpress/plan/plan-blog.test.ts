import { describe, expect, it } from "vitest";
import type { BlogPlan, PlanOptions } from "../../../../src/importers/wordpress/plan/blog-plan.ts";
import { planBlog } from "../../../../src/importers/wordpress/plan/plan-blog.ts";
import { surveyExport } from "../../../../src/importers/wordpress/plan/survey.ts";
import type { WxrItem, WxrPart } from "../../../../src/importers/wordpress/wxr.ts";
import { makeComments, makeExport, makeItem, site } from "../make-item.ts";

type Parts = { readonly others?: readonly WxrPart[]; readonly own?: typeof site; readonly options?: PlanOptions };

async function plan(items: readonly Partial<WxrItem>[], { others = [], own = site, options = {} }: Parts = {}) {
  const survey = await surveyExport(makeExport(items.map(makeItem), others, own));
  const heads = new Map(survey.items.map((head) => [head.key, head]));
  return { ...planBlog(survey, options), heads };
}

type Planned = Awaited<ReturnType<typeof plan>>;

function urlsOf({ entries }: BlogPlan): string[] {
  return [...entries.values()].map(({ url }) => url).sort();
}

function entryOf(blog: Planned, key: string) {
  const entry = blog.entries.get(key);
  const head = blog.heads.get(key);
  if (!entry || !head) throw new Error(`${key} is not written`);
  return { ...entry, values: blog.valuesOf(entry, head) };
}

/** A post at a dated address of the old blog. */
function dated(id: string, slug: string, values: Partial<WxrItem> = {}): Partial<WxrItem> {
  return { id, slug, link: `https://old.example/2012/05/01/${slug}/`, ...values };
}

describe("what is written", () => {
  it.each([
    ["publish", {}, "public"],
    ["draft", {}, "draft"],
    ["pending", {}, "draft"],
    ["future", {}, "draft"],
    ["private", {}, undefined],
    ["trash", {}, undefined],
    ["publish", { hasPassword: true }, undefined],
    ["draft", { hasPassword: true }, undefined],
    ["archived", {}, undefined],
    ["", {}, undefined],
  ] as const)("takes a post with the status %j %j as %s", async (status, values, visibility) => {
    const blog = await plan([dated("7", "x", { status, ...values })]);
    expect(blog.entries.get("post-7")?.visibility).toBe(visibility);
    expect(blog.others.get("post-7")?.isHidden).toBe(visibility === undefined ? true : undefined);
  });

  it("hides an item of which one of several copies is hidden, and takes the first of those that are public", async () => {
    const blog = await plan([
      dated("7", "x"),
      dated("7", "x", { status: "private" }),
      dated("8", "y", { title: "First" }),
      dated("8", "y", { title: "Second" }),
    ]);
    expect([...blog.entries.keys()]).toEqual(["post-8"]);
    expect(entryOf(blog, "post-8").values.title).toBe("First");
    expect(blog.others.get("post-8~2")?.outcome).toMatchObject({ kind: "skipped" });
    expect(blog.expected.items).toEqual({ "post publish": 3, "post private": 1 });
  });

  it("says nothing of what is hidden but its number", async () => {
    const secret = { title: "Zebra", slug: "zebra", link: "https://old.example/zebra/" };
    const blog = await plan(
      [
        dated("1", "x"),
        {
          ...secret,
          id: "7",
          status: "private",
          creator: "zebra",
          terms: [{ domain: "post_tag", slug: "zebra", name: "Zebra" }],
        },
        { ...secret, id: "8", hasPassword: true },
        {
          ...secret,
          id: "9",
          type: "attachment",
          status: "inherit",
          parent: "7",
          attachmentUrl: "https://old.example/zebra.jpg",
        },
      ],
      {
        others: [
          {
            kind: "term",
            term: { taxonomy: "post_tag", id: "3", slug: "zebra", parent: "", name: "Zebra", description: "Zebra" },
          },
        ],
      },
    );
    const { links: _, pictures: __, attached: ___, heads: ____, ...told } = blog;
    const text = JSON.stringify(told, (_key, value: unknown) =>
      value instanceof Map || value instanceof Set ? [...value] : value,
    );
    expect(text.toLowerCase()).not.toContain("zebra");
  });
});

describe("addresses", () => {
  it.each([
    ["https://old.example/2012/05/01/x/", "/:year/:month/:day/:slug/", "/2012/05/01/x/"],
    ["https://old.example/2012/05/x/", "/:year/:month/:slug/", "/2012/05/x/"],
    ["https://old.example/x/", "/:slug/", "/x/"],
    ["https://old.example/x", "/:slug/", "/x/"],
    ["https://old.example/2012/05/x.html", "/:year/:month/:slug.html", "/2012/05/x.html"],
    ["https://old.example/index.php/2012/05/01/x/", "/:year/:month/:day/:slug/", "/2012/05/01/x/"],
    ["https://old.example/blog/x/", "/blog/:slug/", "/blog/x/"],
    ["https://old.example/news/x/", "/:category/:slug/", "/news/x/"],
    ["https://old.example/ada/x/", undefined, "/posts/x/"],
    ["https://old.example/archives/7", undefined, "/posts/x/"],
    ["https://old.example/?p=7", undefined, "/posts/x/"],
  ])("keeps %s as %s", async (link, permalink, url) => {
    const terms = [{ domain: "category", slug: "news", name: "News" }];
    const blog = await plan([{ id: "7", slug: "x", link, terms }]);
    expect(blog.settings.permalink).toBe(permalink);
    expect(urlsOf(blog)).toEqual([url]);
  });

  it("takes the name in the address before the slug, because readers know the former", async () => {
    const blog = await plan([dated("7", "column-blocks", { link: "https://old.example/2012/05/01/block-columns/" })]);
    expect(urlsOf(blog)).toEqual(["/2012/05/01/block-columns/"]);
  });

  it.each([
    ["../../x", "/posts/x/"],
    ["/etc/passwd", "/posts/etc-passwd/"],
    ["a%00b", "/posts/a-b/"],
    ["100%", "/posts/100/"],
    ["%D7%A9%D7%9C%D7%95%D7%9D", "/posts/שלום/"],
    ["%e4%bd%a0%e5%a5%bd", "/posts/你好/"],
    ["%f0%9f%8e%89", "/posts/u1f389/"],
    ["2012", "/posts/2012/"],
    ["", "/posts/a-title/"],
    ["CON", "/posts/con/"],
  ])("makes one plain step of the slug %j", async (slug, url) => {
    const blog = await plan([{ id: "7", slug, link: "https://old.example/?p=7" }]);
    expect(urlsOf(blog)).toEqual([url]);
    const { path } = entryOf(blog, "post-7");
    expect(path).toMatch(/^posts\/2012\/[^/\0]+\.md$/);
    expect(path.split("/").at(-1)).not.toMatch(/^(?:con)?\./i);
  });

  it("keeps names short enough for any disk", async () => {
    const slug = "y".repeat(300);
    const blog = await plan([
      { id: "7", slug, link: "https://old.example/?p=7" },
      { id: "8", slug: `${slug}z`, link: "https://old.example/?p=8" },
      { id: "9", type: "page", slug, link: `https://old.example/${Array.from({ length: 40 }, () => slug).join("/")}/` },
    ]);
    for (const { path, id } of blog.entries.values()) {
      expect(Math.max(...path.split("/").map((step) => step.length))).toBeLessThan(220);
      expect(path.length).toBeLessThan(900);
      expect(id.length).toBeLessThanOrEqual(200);
    }
    expect(new Set([...blog.entries.values()].map(({ path }) => path)).size).toBe(3);
  });

  it("gives two posts that would share an address, a file or an id each its own", async () => {
    const blog = await plan([
      { id: "7", slug: "c++", link: "https://old.example/c++/" },
      { id: "8", slug: "c#", link: "https://old.example/c%23/" },
      { id: "9", slug: "c", link: "https://old.example/c/", type: "page" },
      { id: "10", slug: "c", link: "https://old.example/sub/c/", type: "page" },
    ]);
    expect(urlsOf(blog)).toEqual(["/c-7/", "/c-8/", "/c/", "/sub/c/"]);
    expect(new Set([...blog.entries.values()].map(({ id }) => id)).size).toBe(4);
  });

  it("moves a page from where the engine has a list", async () => {
    const blog = await plan([
      { id: "2", type: "page", slug: "tags", link: "https://old.example/tags/" },
      { id: "3", type: "page", slug: "search", link: "https://old.example/search/" },
    ]);
    expect(urlsOf(blog)).toEqual(["/search-page/", "/tags-page/"]);
    expect(entryOf(blog, "page-2").urls).toContainEqual(expect.objectContaining({ from: "/tags/", outcome: "gone" }));
    expect(entryOf(blog, "page-2").findings).toMatchObject([{ kind: "url", outcome: "moved" }]);
  });

  it("gives the page that was the home page an address of its own, and says so", async () => {
    const blog = await plan([
      { id: "2", type: "page", slug: "welcome", link: "https://old.example/" },
      dated("7", "x"),
    ]);
    expect(entryOf(blog, "page-2").url).toBe("/welcome/");
    expect(entryOf(blog, "page-2").findings).toMatchObject([{ found: "/", outcome: "moved" }]);
  });

  it("names files so that the engine reads them as what they are", async () => {
    const pages = ["index", "readme", "_draft", "2012-05-01-x", "con"];
    const blog = await plan(
      pages.map((slug, index) => ({ id: String(index + 2), type: "page", slug, link: `https://old.example/${slug}/` })),
    );
    expect([...blog.entries.values()].map(({ path }) => path)).toEqual([
      "pages/index-.md",
      "pages/readme-.md",
      "pages/-_draft.md",
      "pages/-2012-05-01-x.md",
      "pages/con-.md",
    ]);
    expect([...blog.entries.keys()].map((key) => entryOf(blog, key).values.slug)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("builds the path of a page without one from its parents, also where they go round in a circle", async () => {
    const page = (id: string, slug: string, parent: string, status = "publish"): Partial<WxrItem> => {
      return { id, slug, parent, status, type: "page", link: `https://old.example/?page_id=${id}` };
    };
    const blog = await plan([
      page("2", "child", "3"),
      page("3", "parent", "0"),
      page("4", "one", "5"),
      page("5", "two", "4"),
      page("6", "orphan", "7"),
      page("7", "secret", "0", "private"),
    ]);
    expect(urlsOf(blog)).toEqual(["/one/two/", "/orphan/", "/parent/", "/parent/child/", "/two/one/"]);
  });

  it("takes the folder of a blog for its base path", async () => {
    const own = { ...site, link: "https://old.example/blog", baseBlogUrl: "https://old.example/blog" };
    const items = [dated("7", "x", { link: "https://old.example/blog/2012/05/x/" })];
    const same = await plan(items, { own });
    expect(same.settings.url).toBe("https://old.example/blog/");
    expect(urlsOf(same)).toEqual(["/2012/05/x/"]);
    expect(entryOf(same, "post-7").urls[0]).toEqual({ from: "/2012/05/x/", outcome: "same", to: "/2012/05/x/" });
    const moved = await plan(items, { own, options: { url: "https://new.example/" } });
    expect(entryOf(moved, "post-7").values.aliases).toEqual(["/blog/2012/05/x/", "/blog/?p=7"]);
    expect(moved.settings.feedId).toBe("old.example/blog");
  });
});

describe("old addresses", () => {
  it("claims every address that a post has had", async () => {
    const blog = await plan([
      dated("7", "x", {
        guid: "http://older.example/?p=7",
        content: "one<!--nextpage-->two",
        metas: [
          { key: "_wp_old_slug", value: "w" },
          { key: "_wp_old_date", value: "2012-04-30" },
        ],
        comments: makeComments(60),
      }),
    ]);
    const { aliases } = entryOf(blog, "post-7").values;
    expect(aliases).toEqual([
      "/?p=7",
      "/2012/05/01/w/",
      "/2012/04/30/x/",
      "/2012/04/30/w/",
      "/2012/05/01/x/2/",
      "/2012/05/01/x/comment-page-1/",
      "/2012/05/01/x/comment-page-2/",
    ]);
    expect(blog.redirects.get("/2012/05/01/x/feed/")).toBe("/2012/05/01/x/comments.xml");
  });

  it("leaves an old slug to the post that has it now", async () => {
    const blog = await plan([dated("7", "x", { metas: [{ key: "_wp_old_slug", value: "y" }] }), dated("8", "y")]);
    expect(entryOf(blog, "post-7").values.aliases).toEqual(["/?p=7"]);
    expect(entryOf(blog, "post-7").urls).toContainEqual({
      from: "/2012/05/01/y/",
      outcome: "gone",
      reason: "It is the address of post-8 now.",
    });
  });

  it("leads lists, feeds and dates on, and to nothing that is not there", async () => {
    const others: WxrPart[] = [
      { kind: "author", author: { id: "5", login: "Ada", displayName: "Ada L.", firstName: "", lastName: "" } },
      { kind: "term", term: { taxonomy: "category", id: "3", slug: "a", parent: "", name: "A", description: "" } },
      {
        kind: "term",
        term: { taxonomy: "category", id: "4", slug: "b-2", parent: "a", name: "B &amp; C", description: "Bees" },
      },
      {
        kind: "term",
        term: { taxonomy: "post_tag", id: "6", slug: "unused", parent: "", name: "Unused", description: "" },
      },
    ];
    const blog = await plan([dated("7", "x", { terms: [{ domain: "category", slug: "b-2", name: "B &amp; C" }] })], {
      others,
    });
    const expected = {
      "/category/a/": "/categories/a/",
      "/category/a/b-2/": "/categories/a/b-2/",
      "/category/b-2/": "/categories/a/b-2/",
      "/category/a/b-2/feed/": "/categories/a/b-2/feed.xml",
      "/?cat=4": "/categories/a/b-2/",
      "/tag/unused/": "/tags/",
      "/author/ada/": "/authors/ada/",
      "/?author=5": "/authors/ada/",
      "/2012/": "/archive/2012/",
      "/2012/05/": "/archive/2012/05/",
      "/2012/05/01/": "/archive/2012/05/",
      "/feed/": "/feed.xml",
      "/feed/rdf/": "/feed.xml",
      "/?feed=rss2": "/feed.xml",
      "/wp-rss2.php": "/feed.xml",
      "/comments/feed/": "/comments/feed.xml",
    };
    expect(Object.fromEntries(blog.redirects)).toMatchObject(expected);
    expect(blog.terms.map(({ name, url, slug }) => [name, url, slug])).toEqual([
      ["A", "/categories/a/", undefined],
      ["A/B & C", "/categories/a/b-2/", "b-2"],
      ["Unused", "/tags/unused/", undefined],
    ]);
    expect(entryOf(blog, "post-7").values.categories).toEqual(["A/B & C"]);
  });

  it("gives no address twice", async () => {
    const blog = await plan([
      dated("7", "x"),
      dated("8", "feed", { link: "https://old.example/feed/", type: "page" }),
      dated("9", "2012", { link: "https://old.example/2012/", type: "page" }),
    ]);
    const aliases = [...blog.entries.values()].flatMap((entry) => entry.aliases);
    const all = [...urlsOf(blog), ...aliases, ...blog.redirects.keys()];
    expect(new Set(all).size).toBe(all.length);
    expect(blog.redirects.has("/2012/")).toBe(false);
    expect(blog.redirects.has("/feed/")).toBe(false);
  });
});

describe("links", () => {
  const items = [
    dated("7", "x", { metas: [{ key: "_wp_old_slug", value: "w" }] }),
    dated("8", "secret", { status: "private" }),
    dated("9", "soon", { status: "draft", link: "https://old.example/?p=9" }),
    { id: "2", type: "page", slug: "about", link: "https://old.example/about/" },
    dated("10", "%D7%A9%D7%9C%D7%95%D7%9D", { link: "https://old.example/2012/05/01/%D7%A9%D7%9C%D7%95%D7%9D/" }),
    {
      id: "11",
      type: "attachment",
      status: "inherit",
      parent: "7",
      slug: "pic",
      link: "https://old.example/2012/05/01/x/pic/",
      attachmentUrl: "https://old.example/wp-content/uploads/2012/05/pic.jpg",
    },
  ];

  it.each([
    ["https://old.example/2012/05/01/x/", "/2012/05/01/x/"],
    ["http://www.old.example/2012/05/01/x", "/2012/05/01/x/"],
    ["//old.example/2012/05/01/x/#comment-3", "/2012/05/01/x/#comment-3"],
    ["/2012/05/01/x/", "/2012/05/01/x/"],
    ["/index.php/2012/05/01/x/", "/2012/05/01/x/"],
    ["/2012/05/01/X/?utm_source=mail", "/2012/05/01/x/"],
    ["https://old.example/?p=7", "/2012/05/01/x/"],
    ["?p=7#more-7", "/2012/05/01/x/"],
    ["/?page_id=2", "/about/"],
    ["/?p=2", "/about/"],
    ["/?attachment_id=11", "/2012/05/01/x/"],
    ["/2012/05/01/x/pic/", "/2012/05/01/x/"],
    ["/2012/05/01/w/", "/2012/05/01/x/"],
    ["/2011/01/x/", "/2012/05/01/x/"],
    ["/2012/05/01/x/2/", "/2012/05/01/x/"],
    ["/2012/05/01/x/comment-page-1/#comment-9", "/2012/05/01/x/#comment-9"],
    ["/2012/05/01/שלום/", "/2012/05/01/שלום/"],
    ["/2012/05/01/%d7%a9%d7%9c%d7%95%d7%9d", "/2012/05/01/שלום/"],
    ["/2012/05/", "/archive/2012/05/"],
    ["/feed/", "/feed.xml"],
    ["/author/ada/", "/authors/ada/"],
    ["/?s=tea+cups", "/search/?q=tea%20cups"],
    ["https://old.example", "/"],
  ])("leads %s to %s", async (href, to) => {
    const blog = await plan(items);
    expect(blog.links.resolve(href, "/about/")).toMatchObject({ kind: "page", href: to });
  });

  it.each([
    ["/?attachment_id=11", "https://old.example/wp-content/uploads/2012/05/pic.jpg"],
    ["/?p=7", undefined],
  ])("knows of %s whose page it was", async (href, file) => {
    const blog = await plan(items);
    expect(blog.links.resolve(href)).toEqual({ kind: "page", href: "/2012/05/01/x/", file });
  });

  it.each([
    ["https://old.example/2012/05/01/secret/", "hidden", "https://old.example/2012/05/01/secret/"],
    ["/?p=9", "hidden", "https://old.example/?p=9"],
    ["/no/such/thing/", "lost", "https://old.example/no/such/thing/"],
    ["/?p=999", "lost", "https://old.example/?p=999"],
    ["https://other.example/x/", "elsewhere", "https://other.example/x/"],
    ["mailto:a@b.example", "elsewhere", "mailto:a@b.example"],
    ["#top", "elsewhere", "#top"],
  ])("knows of %s that it is %s", async (href, kind, to) => {
    const blog = await plan(items);
    expect(blog.links.resolve(href)).toEqual({ kind, href: to });
  });

  it("knows a file of the library from its address", async () => {
    const blog = await plan(items);
    expect(blog.links.resolve("/wp-content/uploads/2012/05/paper.pdf#page=2")).toEqual({
      kind: "file",
      address: "https://old.example/wp-content/uploads/2012/05/paper.pdf",
      fragment: "#page=2",
    });
  });
});

describe("time", () => {
  const post = (id: string, date: string, dateGmt: string): Partial<WxrItem> => {
    const path = date.slice(0, 10).replaceAll("-", "/");
    return { id, slug: `p${id}`, date, dateGmt, link: `https://old.example/${path}/p${id}/` };
  };

  it.each([
    ["UTC", [post("1", "2012-05-01 09:30:00", "2012-05-01 09:30:00")]],
    [
      "Etc/GMT-2",
      [
        post("1", "2012-05-01 01:30:00", "2012-04-30 23:30:00"),
        post("2", "2012-12-01 01:30:00", "2012-11-30 23:30:00"),
      ],
    ],
    [
      "Europe/Berlin",
      [
        post("1", "2012-05-01 01:30:00", "2012-04-30 23:30:00"),
        post("2", "2012-12-01 00:30:00", "2012-11-30 23:30:00"),
      ],
    ],
    [
      "America/New_York",
      [
        post("1", "2012-05-01 20:30:00", "2012-05-02 00:30:00"),
        post("2", "2012-12-01 19:30:00", "2012-12-02 00:30:00"),
      ],
    ],
    ["Asia/Kolkata", [post("1", "2012-05-01 03:30:00", "2012-04-30 22:00:00")]],
    [
      "Etc/GMT+7",
      [
        post("1", "2012-05-01 20:30:00", "2012-05-02 03:30:00"),
        post("2", "2012-06-01 20:30:00", "2012-06-02 03:30:00"),
        post("3", "2012-05-02 09:30:00", "2012-05-02 09:30:00"),
      ],
    ],
  ])("finds the zone %s, in which old addresses keep their days", async (zone, posts) => {
    const blog = await plan(posts);
    expect(blog.settings.timezone).toBe(zone);
    expect([...blog.entries.values()].flatMap(({ urls }) => urls[0] ?? []).map(({ outcome }) => outcome)).toEqual(
      posts.map(() => "same"),
    );
  });

  it("takes the zone that it is given", async () => {
    const blog = await plan([post("1", "2012-05-01 09:30:00", "0000-00-00 00:00:00")], {
      options: { timezone: "Asia/Tokyo" },
    });
    expect(blog.settings.timezone).toBe("Asia/Tokyo");
    expect(entryOf(blog, "post-1").values.date).toBe("2012-05-01 09:30:00 +0900");
  });

  it.each([
    [{ date: "2012-05-01 09:30:00", dateGmt: "2012-05-01 07:30:00" }, "2012-05-01 09:30:00 +0200"],
    [{ date: "2012-05-01 09:30:00", dateGmt: "0000-00-00 00:00:00" }, "2012-05-01 09:30:00 +0000"],
    [
      {
        date: "0000-00-00 00:00:00",
        dateGmt: "0000-00-00 00:00:00",
        modified: "2013-01-02 00:00:00",
        modifiedGmt: "2013-01-02 00:00:00",
      },
      "2013-01-02 00:00:00 +0000",
    ],
    [{ date: "", dateGmt: "", pubDate: "Tue, 01 May 2012 07:30:00 +0000" }, "2012-05-01 07:30:00 +0000"],
    [
      { date: "2012-02-30 09:30:00", dateGmt: "2012-02-30 09:30:00", pubDate: "Wed, 30 Nov -0001 00:00:00 +0000" },
      "1970-01-01 00:00:00 +0000",
    ],
    [{ date: "2012-05-01 09:30:00", dateGmt: "2010-01-01 00:00:00" }, "2010-01-01 00:00:00 +0000"],
  ])("dates %j as %s", async (dates, date) => {
    const blog = await plan([{ id: "1", link: "https://old.example/?p=1", ...dates }], {
      options: { timezone: "UTC" },
    });
    expect(entryOf(blog, "post-1").values.date).toBe(date);
  });

  it("calls a post updated that was changed more than a day after it was published", async () => {
    const changed = (id: string, modified: string): Partial<WxrItem> =>
      dated(id, `p${id}`, { modified, modifiedGmt: modified });
    const blog = await plan([changed("1", "2012-05-01 20:00:00"), changed("2", "2012-05-03 07:31:00")]);
    expect(entryOf(blog, "post-1").values.updated).toBeUndefined();
    expect(entryOf(blog, "post-2").values.updated).toBe("2012-05-03 07:31:00 +0000");
  });
});

describe("terms and authors", () => {
  const term = (slug: string, name: string, parent = "", taxonomy = "category"): WxrPart => {
    return { kind: "term", term: { taxonomy, id: "", slug, parent, name, description: "" } };
  };

  it("keeps apart what the new blog would take for one", async () => {
    const others = [
      term("foo", "Foo"),
      term("bar", "Bar"),
      term("bar-foo", "Foo", "bar"),
      term("foo-2", "foo"),
      term("tcpip", "TCP/IP"),
      term("x", "X", "y"),
      term("y", "Y", "x"),
      term("tcpip", "TCP/IP", "", "post_tag"),
      term("c", "C", "", "post_tag"),
      term("c-2", "C++", "", "post_tag"),
    ];
    const blog = await plan([dated("7", "p")], { others });
    const names = blog.terms.map(({ taxonomy, name, url, slug }) => `${taxonomy} ${name} ${url} ${slug ?? ""}`.trim());
    expect(names).toEqual([
      "categories Foo /categories/foo/ foo",
      "categories Bar /categories/bar/",
      "categories foo (foo-2) /categories/foo-2/ foo-2",
      "categories TCP-IP /categories/tcpip/ tcpip",
      "categories Bar/Foo /categories/bar/bar-foo/ bar-foo",
      "categories X /categories/x/",
      "categories X/Y /categories/x/y/",
      "tags TCP/IP /tags/tcpip/ tcpip",
      "tags C /tags/c/ c",
      "tags C++ /tags/c-2/ c-2",
    ]);
  });

  it("reads WXR 1.0, where each term is there twice, and terms that no list has", async () => {
    const terms = [
      { domain: "", slug: "", name: "News" },
      { domain: "category", slug: "news", name: "News" },
      { domain: "tag", slug: "", name: "Tea" },
      { domain: "tag", slug: "tea", name: "Tea" },
    ];
    const blog = await plan([dated("7", "p", { terms })]);
    expect(entryOf(blog, "post-7").values).toMatchObject({ categories: ["News"], tags: ["Tea"] });
  });

  it("names the default category as the old blog did", async () => {
    const blog = await plan([dated("7", "p")], { others: [term("uncategorized", "Allerlei")] });
    expect(blog.settings.defaultCategory).toBe("Allerlei");
  });

  it("writes no e-mail address, wherever it stood", async () => {
    const others: WxrPart[] = [
      {
        kind: "author",
        author: { id: "3", login: "ada@mail.example", displayName: "ada@mail.example", firstName: "", lastName: "" },
      },
      { kind: "author", author: { id: "4", login: "Ben", displayName: "Ben &amp; Co", firstName: "", lastName: "" } },
    ];
    const items = [dated("7", "p", { creator: "ada@mail.example" }), dated("8", "q", { creator: ">ben" })];
    const blog = await plan(items, { others });
    expect(blog.authors).toEqual([
      { id: "3", key: "author-3", name: "author-3" },
      { id: "4", key: "ben", name: "Ben & Co", oldSlug: "ben" },
    ]);
    expect([...blog.entries.keys()].map((key) => entryOf(blog, key).values.authors)).toEqual([["author-3"], ["ben"]]);
  });

  it("takes several authors of one post from Co-Authors Plus", async () => {
    const terms = [
      { domain: "author", slug: "cap-ada", name: "ada" },
      { domain: "author", slug: "cap-ben", name: "Ben" },
    ];
    const blog = await plan([dated("7", "p", { terms })]);
    expect(entryOf(blog, "post-7").values.authors).toEqual(["ada", "ben"]);
  });

  it("links translations that Polylang has grouped", async () => {
    const inLanguage = (id: string, lang: string): Partial<WxrItem> =>
      dated(id, `p${id}`, {
        terms: [
          { domain: "language", slug: lang, name: lang },
          { domain: "post_translations", slug: "pll_1", name: "pll_1" },
        ],
      });
    const blog = await plan([inLanguage("7", "de"), inLanguage("8", "en")]);
    expect(entryOf(blog, "post-7").values).toMatchObject({ lang: "de", translationOf: "p8" });
    expect(entryOf(blog, "post-8").values.lang).toBeUndefined();
  });
});

describe("what else is kept", () => {
  it("keeps what was pinned and what was closed", async () => {
    const blog = await plan([
      dated("7", "x", { isSticky: true, commentStatus: "closed" }),
      { id: "2", type: "page", slug: "a", link: "https://old.example/a/", commentStatus: "open" },
      {
        id: "3",
        type: "page",
        slug: "b",
        link: "https://old.example/b/",
        commentStatus: "closed",
        comments: makeComments(1),
      },
      { id: "4", type: "page", slug: "c", link: "https://old.example/c/", commentStatus: "closed" },
    ]);
    expect(entryOf(blog, "post-7").values).toMatchObject({ pinned: true, comments: "closed" });
    expect(["page-2", "page-3", "page-4"].map((key) => entryOf(blog, key).values.comments)).toEqual([
      true,
      "closed",
      undefined,
    ]);
  });

  it("makes the header of the main menu, and says what was not taken", async () => {
    const item = (
      id: string,
      menu: string,
      metas: Record<string, string>,
      values: Partial<WxrItem> = {},
    ): Partial<WxrItem> => ({
      id,
      type: "nav_menu_item",
      title: "",
      menuOrder: Number(id),
      terms: [{ domain: "nav_menu", slug: menu, name: menu }],
      metas: Object.entries(metas).map(([key, value]) => ({ key: `_menu_item_${key}`, value })),
      ...values,
    });
    const page = { type: "post_type", object: "page" };
    const blog = await plan(
      [
        { id: "2", type: "page", slug: "about", title: "About &amp; us", link: "https://old.example/about/" },
        { id: "3", type: "page", slug: "secret", status: "private", title: "Secret" },
        item("20", "main", { ...page, object_id: "2" }),
        item("21", "main", { ...page, object_id: "3" }),
        item("22", "main", { type: "custom", url: "https://old.example/about/" }, { title: "Again" }),
        item("23", "main", { type: "custom", url: "https://else.example/", menu_item_parent: "20" }, { title: "Else" }),
        item("24", "social", { type: "custom", url: "https://social.example/" }, { title: "Social" }),
      ],
      {
        others: [
          {
            kind: "term",
            term: { taxonomy: "nav_menu", id: "1", slug: "main", parent: "", name: "Main", description: "" },
          },
        ],
      },
    );
    expect(blog.settings.nav).toEqual([
      { label: "About & us", url: "/about/" },
      { label: "Else", url: "https://else.example/" },
      { label: "Again", url: "/about/" },
    ]);
    expect(blog.others.get("nav_menu_item-20")?.outcome).toEqual({ kind: "used", as: "nav" });
    expect(blog.others.get("nav_menu_item-24")?.outcome.kind).toBe("skipped");
    expect(blog.findings.filter(({ kind }) => kind === "menu")).toHaveLength(3);
  });

  it("tells of a plugin's data once", async () => {
    const metas = [
      { key: "dsq_thread_id", value: "1" },
      { key: "_elementor_data", value: "[]" },
      { key: "enclosure", value: "x" },
    ];
    const blog = await plan([dated("7", "x", { metas }), dated("8", "y", { metas })]);
    const told = blog.findings.filter(({ kind }) => kind !== "setting");
    expect(told.map(({ found }) => found)).toEqual([
      "dsq_thread_id (2 items)",
      "a page builder's data (2 items)",
      "enclosure (2 items)",
    ]);
  });

  it("skips what is neither post nor page, and says where its text is", async () => {
    const blog = await plan([{ id: "5", type: "product", link: "https://old.example/product/cup/" }]);
    expect(blog.others.get("product-5")).toMatchObject({
      outcome: { kind: "skipped", reason: expect.stringContaining("product") },
      urls: [{ from: "/product/cup/", outcome: "gone" }],
    });
  });
});
